import type { DaySpec } from '../item.ts'
import { calendarWeekOf, dateOf, namedMonthOf, validDate } from './calendar-date.ts'
import {
  type DayRun,
  dayRun,
  daysFrom,
  isBefore,
  isWithin,
  monthOf,
  remaining,
  thirdOfMonth,
  thirdOfWeek,
  weekdayFrom,
  weekdayInWeekOf,
  weekOf,
} from './day-run.ts'
import type { Environment } from './environment.ts'
import { weekdayChoices, weekdaysAhead, weekendChoices } from './weekday.ts'

/**
 * The days a few words about one day mean together: "Dienstag" and "nächste Woche", "Dienstag" and "24.12.".
 * `all` are days that are all meant ("montags"), `choices` exclude each other, likeliest first.
 */
export type DayReading =
  | { readonly kind: 'choices'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'all'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'contradictory'; readonly runs: readonly DayRun[] }
  | { readonly kind: 'impossible' }

type WeekdaySpec = DaySpec & { readonly type: 'weekday' }

const IMPOSSIBLE: DayReading = { kind: 'impossible' }

export function resolveDays(specs: readonly DaySpec[], env: Environment): DayReading {
  const weekday = specs.find(spec => spec.type === 'weekday')
  const plural = specs.find(spec => spec.type === 'weekdays')
  const others = specs.filter(spec => spec !== weekday && spec !== plural)
  if (plural !== undefined) return everyWeekday(plural, others, env)
  if (weekday === undefined) return resolveWithoutWeekday(others, env)
  if (others.length === 0) return choices(plainWeekday(weekday, env).map(dayRun))
  const distance = others.find(spec => spec.type === 'in')
  if (distance !== undefined) return weekdayAtDistance(weekday, distance, specs, env)
  return checkWeekday(weekday, resolveWithoutWeekday(others, env), env)
}

function plainWeekday(spec: WeekdaySpec, env: Environment): readonly Temporal.PlainDate[] {
  const anchor = env.instead && spec.which === 'bare' ? contextDate(env) : null
  if (anchor === null) return weekdayChoices(spec, env.today)
  const inWeek = weekdayInWeekOf(anchor, spec.weekday)
  return [isBefore(inWeek, env.today) ? weekdayFrom(env.today, spec.weekday) : inWeek]
}

/** The single day the conversation is about, if there is one. */
export function contextDate({ context, zone }: Environment): Temporal.PlainDate | null {
  if (context === null) return null
  if (context.type === 'day') return Temporal.PlainDate.from(context.date)
  if (context.type !== 'time' && context.type !== 'range' && context.type !== 'from') return null
  if (context.type === 'range' && context.grain === 'day') return null
  return Temporal.Instant.from(context.start).toZonedDateTimeISO(zone).toPlainDate()
}

function resolveWithoutWeekday(specs: readonly DaySpec[], env: Environment): DayReading {
  const distance = specs.find(spec => spec.type === 'in')
  const base = specs.filter(spec => spec !== distance)
  if (distance !== undefined) return atDistance(distance, base, env)
  let reading: DayReading | null = null
  for (const spec of base) {
    const next = resolveOne(spec, base, env)
    reading = reading === null ? next : narrow(reading, next)
  }
  return reading ?? IMPOSSIBLE
}

function resolveOne(spec: DaySpec, all: readonly DaySpec[], env: Environment): DayReading {
  const { today } = env
  switch (spec.type) {
    case 'offset':
      return choices([dayRun(today.add({ days: spec.days }))])
    case 'weekend':
      return choices(weekendIn(spec, all, today))
    case 'week': {
      const week = weekOf(today.add({ days: 7 * spec.offset }))
      if (spec.third === undefined) return choices([week])
      const third = thirdOfWeek(week, spec.third)
      const over = spec.offset === 0 && isBefore(third.last, today)
      return choices([over ? thirdOfWeek(weekOf(today.add({ days: 7 })), spec.third) : third])
    }
    case 'month': {
      const month = monthOf(today.with({ day: 1 }).add({ months: spec.offset }))
      return choices([spec.third === undefined ? month : thirdOfMonth(month, spec.third)])
    }
    case 'named_month': {
      const month = namedMonthOf(spec, today)
      return choices([spec.third === undefined ? month : thirdOfMonth(month, spec.third)])
    }
    case 'year':
      return choices([yearOf(today.year + spec.offset)])
    case 'next_days':
      return choices([daysFrom(today, today.add({ days: spec.days }))])
    case 'calendar_week':
      return maybe(calendarWeekOf(spec.week, today))
    case 'date':
      return maybe(dateWithin(spec, all, today))
    default:
      return IMPOSSIBLE
  }
}

function yearOf(year: number): DayRun {
  return daysFrom(new Temporal.PlainDate(year, 1, 1), new Temporal.PlainDate(year, 12, 31))
}

/** "nächste Woche am Wochenende": the weekend of the week that was named. */
function weekendIn(
  spec: DaySpec & { type: 'weekend' },
  all: readonly DaySpec[],
  today: Temporal.PlainDate,
): readonly DayRun[] {
  const week = all.find(other => other.type === 'week')
  if (week?.type !== 'week') return weekendChoices(spec, today)
  return weekendChoices({ ...spec, which: 'this' }, weekOf(today.add({ days: 7 * week.offset })).first)
}

/** "am 15. nächsten Monats": the day is counted in the month that was named. */
function dateWithin(
  spec: DaySpec & { type: 'date' },
  all: readonly DaySpec[],
  today: Temporal.PlainDate,
): DayRun | null {
  const month = all.find(other => other.type === 'month' || other.type === 'named_month')
  if (spec.month !== undefined || month === undefined) return dateOf(spec, today)
  const { first } =
    month.type === 'month'
      ? monthOf(today.with({ day: 1 }).add({ months: month.offset }))
      : namedMonthOf(month as DaySpec & { type: 'named_month' }, today)
  return validDate(first.year, first.month, spec.day)
}

/** Two descriptions of one day: they agree, one lies within the other, or they contradict. */
function narrow(a: DayReading, b: DayReading): DayReading {
  if (a.kind !== 'choices' || b.kind !== 'choices') return a.kind === 'choices' ? b : a
  const agreed = a.runs.flatMap(run => b.runs.flatMap(other => common(run, other) ?? []))
  return agreed.length > 0 ? choices(agreed) : { kind: 'contradictory', runs: [...a.runs, ...b.runs] }
}

function common(a: DayRun, b: DayRun): DayRun | null {
  if (isWithin(a.first, b) && isWithin(a.last, b)) return a
  return isWithin(b.first, a) && isWithin(b.last, a) ? b : null
}

function checkWeekday(weekday: WeekdaySpec, reading: DayReading, env: Environment): DayReading {
  if (reading.kind !== 'choices') return reading
  const fitting = reading.runs.flatMap(run => weekdayOfRun(weekday, run, env))
  if (fitting.length > 0) return choices(fitting.map(dayRun))
  const near = reading.runs.map(run => weekdayNear(weekday, run.first, env.today))
  return { kind: 'contradictory', runs: [...reading.runs, ...near.map(dayRun)] }
}

/** The weekdays of a run that are still to come; if all are over, those that were. */
function weekdayOfRun(
  { weekday }: WeekdaySpec,
  run: DayRun,
  { today }: Environment,
): readonly Temporal.PlainDate[] {
  const fitting: Temporal.PlainDate[] = []
  for (let date = weekdayFrom(run.first, weekday); isWithin(date, run); date = date.add({ days: 7 }))
    fitting.push(date)
  const ahead = fitting.filter(date => !isBefore(date, today))
  return ahead.length > 0 ? ahead : fitting
}

function weekdayNear(
  { weekday }: WeekdaySpec,
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const sameWeek = weekdayInWeekOf(date, weekday)
  return isBefore(sameWeek, today) ? weekdayFrom(today, weekday) : sameWeek
}

/** "Dienstag in einer Woche" counts from Tuesday; "in einer Woche am Dienstag" may also mean that week's. */
function weekdayAtDistance(
  weekday: WeekdaySpec,
  distance: DaySpec,
  specs: readonly DaySpec[],
  env: Environment,
): DayReading {
  const counted = plainWeekday(weekday, env).map(base => addDistance(base, distance, true))
  if (specs.indexOf(weekday) < specs.indexOf(distance)) return choices(counted.slice(0, 1).map(dayRun))
  const inWeek = weekdayInWeekOf(addDistance(env.today, distance, true), weekday.weekday)
  const rest = counted.filter(date => !date.equals(inWeek))
  return choices([inWeek, ...rest.slice(0, 1)].map(dayRun))
}

function atDistance(distance: DaySpec, base: readonly DaySpec[], env: Environment): DayReading {
  if (base.length > 0) {
    const reading = resolveWithoutWeekday(base, env)
    if (reading.kind !== 'choices') return reading
    return choices(reading.runs.map(run => dayRun(addDistance(run.first, distance, true))))
  }
  const literal = dayRun(addDistance(env.today, distance, false))
  const idiom = dayRun(addDistance(env.today, distance, true))
  return choices(literal.first.equals(idiom.first) ? [literal] : [idiom, literal])
}

/** In German "heute in acht Tagen" is a week from today. */
function addDistance(date: Temporal.PlainDate, spec: DaySpec, idiom: boolean): Temporal.PlainDate {
  if (spec.type !== 'in') return date
  const { amount, unit } = spec
  if (unit === 'day') return date.add({ days: idiom && amount === 8 ? 7 : amount })
  if (unit === 'week') return date.add({ days: 7 * amount })
  return unit === 'month' ? date.add({ months: amount }) : date.add({ years: amount })
}

/** "montags im Dezember", "werktags": all such days of the period, or of the next four weeks. */
function everyWeekday(
  plural: DaySpec & { readonly type: 'weekdays' },
  others: readonly DaySpec[],
  env: Environment,
): DayReading {
  if (others.length === 0) return { kind: 'all', runs: weekdaysAhead(plural.weekdays, env.today) }
  const reading = resolveWithoutWeekday(others, env)
  if (reading.kind !== 'choices') return reading
  const days = plural.weekdays.flatMap(weekday =>
    reading.runs.flatMap(run => weekdayOfRun({ type: 'weekday', weekday, which: 'bare' }, run, env)),
  )
  const sorted = days.toSorted(Temporal.PlainDate.compare)
  return { kind: 'all', runs: sorted.flatMap(date => remaining(dayRun(date), env.today) ?? []) }
}

function maybe(run: DayRun | null): DayReading {
  return run === null ? IMPOSSIBLE : choices([run])
}

function choices(runs: readonly DayRun[]): DayReading {
  return { kind: 'choices', runs }
}
