import { addDays, type CivilDate, compareDays } from '../civil-date.ts'
import type { DaySpec } from '../item.ts'
import { choices, type DayReading, findSpec, IMPOSSIBLE, narrow, type SpecOf } from './day-reading.ts'
import {
  type DayRun,
  dayRun,
  daysFrom,
  isBefore,
  isWithin,
  remaining,
  weekdayFrom,
  weekdayInWeekOf,
  weekOf,
} from './day-run.ts'
import { contextDate, contextRun, type Environment } from './environment.ts'
import { resolveSpec } from './named-days.ts'
import { weekdayChoices, weekdaysAhead } from './weekday.ts'

type WeekdaySpec = SpecOf<'weekday'>
type Distance = SpecOf<'in'>

/** What the words about one day mean together: "Dienstag" and "nächste Woche", "Dienstag" and "24.12.". */
export function resolveDays(specs: readonly DaySpec[], env: Environment): DayReading {
  const beside = findSpec(specs, 'beside')
  if (beside !== undefined) {
    const anchor = resolveDays(
      specs.filter(spec => spec !== beside),
      env,
    )
    return anchor.kind === 'choices' ? choices(anchor.runs.map(run => stepBeside(run, beside))) : anchor
  }
  const [weekday, ...conflicting] = specs.filter(spec => spec.type === 'weekday')
  if (conflicting.length > 0) return IMPOSSIBLE
  const plural = findSpec(specs, 'weekdays')
  const others = specs.filter(spec => spec !== weekday && spec !== plural)
  if (plural !== undefined) return everyWeekday(plural, others, env)
  if (weekday === undefined) return resolveTogether(others, env)
  return resolveWeekday(weekday, others, { specs, env })
}

function resolveWeekday(
  weekday: WeekdaySpec,
  others: readonly DaySpec[],
  { specs, env }: { readonly specs: readonly DaySpec[]; readonly env: Environment },
): DayReading {
  if (others.length === 0) return choices(plainWeekday(weekday, env).map(dayRun))
  const distance = findSpec(others, 'in')
  if (distance !== undefined) return weekdayAtDistance(weekday, distance, { specs, env })
  if (weekday.which === 'last' && others.some(spec => spec.type === 'named_month' || spec.type === 'month')) {
    return resolveTogether([{ type: 'nth_weekday', nth: -1, weekday: weekday.weekday }, ...others], env)
  }
  return checkWeekday(weekday, resolveTogether(others, env), env)
}

function plainWeekday(spec: WeekdaySpec, env: Environment): readonly CivilDate[] {
  if (!env.instead || spec.which !== 'bare') return weekdayChoices(spec, env.today)
  const run = contextRun(env)
  if (run !== null) return [weekdayFrom(isBefore(run.first, env.today) ? env.today : run.first, spec.weekday)]
  const anchor = contextDate(env)
  if (anchor === null) return weekdayChoices(spec, env.today)
  const inWeek = weekdayInWeekOf(anchor, spec.weekday)
  return [isBefore(inWeek, env.today) ? weekdayFrom(env.today, spec.weekday) : inWeek]
}

function resolveTogether(specs: readonly DaySpec[], env: Environment): DayReading {
  const distance = findSpec(specs, 'in')
  const base = lastWeekOf(specs.filter(spec => spec !== distance))
  if (distance !== undefined) return atDistance(distance, base, env)
  let reading: DayReading | null = null
  for (const spec of describing(base)) {
    const next = resolveSpec(spec, base, env)
    reading = reading === null ? next : narrow(reading, next)
  }
  return reading ?? IMPOSSIBLE
}

/** "der erste Montag im Dezember", "der 15. des Monats": the month only tells where to count. */
function describing(specs: readonly DaySpec[]): readonly DaySpec[] {
  const counted = specs.filter(spec => spec.type.startsWith('nth_'))
  if (counted.length > 0) return counted
  const dated = findSpec(specs, 'date') !== undefined
  return dated ? specs.filter(spec => spec.type !== 'month' || spec.loose !== true) : specs
}

/** "letzte Woche im November" is the last of that month, not the week that is over. */
function lastWeekOf(specs: readonly DaySpec[]): readonly DaySpec[] {
  if (findSpec(specs, 'named_month') === undefined) return specs
  return specs.map(spec => (spec.type === 'week' && spec.offset < 0 ? { type: 'nth_week', nth: -1 } : spec))
}

function checkWeekday(weekday: WeekdaySpec, reading: DayReading, env: Environment): DayReading {
  if (reading.kind !== 'choices') return reading
  const fitting = reading.runs.flatMap(run => weekdayOfRun(weekday, run, env))
  if (fitting.length > 0) return choices(fitting.map(dayRun))
  const near = reading.runs.map(run => weekdayNear(weekday, run.first, env.today))
  return { kind: 'contradictory', runs: [...reading.runs, ...near.map(dayRun)] }
}

/** The weekdays of a run that are still to come; if all are over, those that were. */
function weekdayOfRun({ weekday }: WeekdaySpec, run: DayRun, { today }: Environment): readonly CivilDate[] {
  const fitting: CivilDate[] = []
  for (let date = weekdayFrom(run.first, weekday); isWithin(date, run); date = addDays(date, 7))
    fitting.push(date)
  const ahead = fitting.filter(date => !isBefore(date, today))
  return ahead.length > 0 ? ahead : fitting
}

function weekdayNear({ weekday }: WeekdaySpec, date: CivilDate, today: CivilDate): CivilDate {
  const sameWeek = weekdayInWeekOf(date, weekday)
  return isBefore(sameWeek, today) ? weekdayFrom(today, weekday) : sameWeek
}

/** "Dienstag in einer Woche" counts from Tuesday; "in einer Woche am Dienstag" may also mean that week's. */
function weekdayAtDistance(
  weekday: WeekdaySpec,
  distance: Distance,
  { specs, env }: { readonly specs: readonly DaySpec[]; readonly env: Environment },
): DayReading {
  const counted = plainWeekday(weekday, env).map(date => addDistance(date, distance))
  if (distance.counted || specs.indexOf(weekday) < specs.indexOf(distance))
    return choices(counted.map(dayRun))
  const inWeek = weekdayInWeekOf(addDistance(env.today, distance), weekday.weekday)
  return choices([inWeek, ...counted.filter(date => !date.equals(inWeek)).slice(0, 1)].map(dayRun))
}

/** In German "heute in acht Tagen" is a week from today, and "in acht Tagen" may be. */
function atDistance(distance: Distance, base: readonly DaySpec[], env: Environment): DayReading {
  if (base.length > 0) {
    const reading = resolveTogether(base, env)
    if (reading.kind !== 'choices') return reading
    return choices(reading.runs.flatMap(run => runsAtDistance(run, distance)))
  }
  const counted = atDistances(env.today, distance).map(dayRun)
  if (!isWeekIdiom(distance) || env.lang !== 'de') return choices(counted)
  return choices([...counted, dayRun(addDays(env.today, distance.amount))])
}

/** "nächste Woche oder die Woche danach": a week stays a week. */
function runsAtDistance(run: DayRun, distance: Distance): readonly DayRun[] {
  const days = atDistances(run.first, distance)
  if (!run.period || (distance.unit !== 'week' && distance.unit !== 'month')) return days.map(dayRun)
  const last = addDistance(run.last, distance)
  return days.map(first => daysFrom(first, last))
}

function addDistance(date: CivilDate, spec: Distance): CivilDate {
  return atDistances(date, spec)[0] ?? date
}

/** "anderthalb Wochen" are ten and a half days: ten or eleven. */
function atDistances(date: CivilDate, spec: Distance): readonly CivilDate[] {
  const { amount, unit } = spec
  if (isWeekIdiom(spec)) return [addDays(date, 7)]
  if (unit === 'month') {
    const months = Math.trunc(amount)
    return [date.add({ months, days: Math.round((amount - months) * 30) })]
  }
  if (unit === 'year') return [date.add({ months: Math.round(amount * 12) })]
  const days = unit === 'week' ? 7 * amount : amount
  return [...new Set([Math.floor(days), Math.ceil(days)])].map(count => addDays(date, count))
}

function isWeekIdiom({ amount, unit }: Distance): boolean {
  return unit === 'day' && amount === 8
}

/** "Samstag vor Pfingsten", "zwei Tage nach Ostern", "die Woche vor Weihnachten". */
function stepBeside({ first, last }: DayRun, { side, step }: SpecOf<'beside'>): DayRun {
  const before = side === 'before'
  if (step.type === 'days') {
    return dayRun(before ? addDays(first, -step.amount) : addDays(last, step.amount))
  }
  if (step.type === 'weekday') {
    return dayRun(weekdayFrom(before ? addDays(first, -7) : addDays(last, 1), step.weekday))
  }
  if (side === 'around') return weekOf(first)
  if (!before) return weekOf(addDays(first, 7))
  return weekOf(first.dayOfWeek === 7 ? first : addDays(first, -7))
}

/** "montags im Dezember", "werktags": all such days of the period, or of the next four weeks. */
function everyWeekday(plural: SpecOf<'weekdays'>, others: readonly DaySpec[], env: Environment): DayReading {
  if (others.length === 0) return { kind: 'all', runs: weekdaysAhead(plural, env.today) }
  const reading = resolveTogether(others, env)
  if (reading.kind !== 'choices') return reading
  const { weekdays, everyWeeks = 1 } = plural
  const days = weekdays.flatMap(weekday =>
    reading.runs.flatMap(run =>
      weekdayOfRun({ type: 'weekday', weekday, which: 'bare' }, run, env).filter(
        (_, i) => i % everyWeeks === 0,
      ),
    ),
  )
  const sorted = days.toSorted(compareDays)
  return { kind: 'all', runs: sorted.flatMap(date => remaining(dayRun(date), env.today) ?? []) }
}
