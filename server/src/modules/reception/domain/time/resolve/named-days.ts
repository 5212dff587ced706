import { addDays, CivilDate } from '../civil-date.ts'
import type { DaySpec } from '../item.ts'
import { calendarWeekOf, dateOf, namedMonthOf, validDate } from './calendar-date.ts'
import { choices, type DayReading, findSpec, IMPOSSIBLE, maybe, type SpecOf } from './day-reading.ts'
import {
  type DayRun,
  dayRun,
  daysFrom,
  isBefore,
  monthOf,
  thirdOfMonth,
  thirdOfWeek,
  thirdOfYear,
  weekdayFrom,
  weekOf,
} from './day-run.ts'
import { contextDate, type Environment } from './environment.ts'
import { holidayOf, holidaysAhead, publicHolidayAfter } from './holiday.ts'
import { weekendChoices } from './weekday.ts'
import { nextWorkday, nthWorkday } from './workday.ts'

/** The days one description means; the others said with it may tell its month or year. */
export function resolveSpec(spec: DaySpec, all: readonly DaySpec[], env: Environment): DayReading {
  const { today } = env
  switch (spec.type) {
    case 'offset':
      return choices([dayRun(addDays(today, spec.days))])
    case 'weekend':
      return choices(weekendIn(spec, all, today))
    case 'week':
      return choices([weekAt(spec, today)])
    case 'year':
      return choices([yearPart(spec, today)])
    case 'next_days':
      return choices([daysFrom(today, addDays(today, spec.days))])
    case 'calendar_week':
      return maybe(calendarWeekPart(spec, today))
    case 'holiday':
      return choices([holidayOf(spec.name, today, yearIn(all, today))])
    case 'public_holiday':
      return maybe(env.publicHolidays === null ? null : publicHolidayAfter(today, env.publicHolidays))
    case 'holidays':
      return choices(holidaysAhead(today))
    case 'same_day': {
      const date = contextDate(env)
      return maybe(date === null ? null : dayRun(date))
    }
    case 'next_workday':
      return choices([nextWorkday(env)])
    default:
      return resolveInMonth(spec, all, env)
  }
}

function resolveInMonth(spec: DaySpec, all: readonly DaySpec[], env: Environment): DayReading {
  const { today } = env
  const month = monthIn(all, today) ?? (spec.type.startsWith('nth_') ? januaryIn(all, today) : null)
  switch (spec.type) {
    case 'month':
    case 'named_month': {
      return maybe(month === null ? null : monthPart(spec, month, today))
    }
    case 'date':
      return maybe(dateIn(spec, month, all, today))
    case 'nth_weekday':
      return maybe(month === null ? null : nthWeekday(spec, month, today))
    case 'nth_weekend':
      return maybe(month === null ? null : nthWeekend(spec, month, today))
    case 'nth_day':
      return maybe(nthDay(spec, month ?? monthOf(today), today))
    case 'nth_workday':
      return choices([nthWorkday(spec.nth, month ?? monthOf(today), env)])
    case 'nth_week':
      return maybe(month === null ? null : nthWeek(spec, month, today))
    default:
      return IMPOSSIBLE
  }
}

/** "Anfang November", said when it is over, is next year's, and "Anfang des Monats" next month's. */
function monthPart(spec: SpecOf<'month'> | SpecOf<'named_month'>, month: DayRun, today: CivilDate): DayRun {
  if (spec.third === undefined) return month
  const part = thirdOfMonth(month, spec.third)
  const current = spec.type === 'month' ? spec.offset === 0 : spec.year === undefined
  if (!current || !isBefore(part.last, today)) return part
  const step = spec.type === 'month' ? { months: 1 } : { years: 1 }
  return thirdOfMonth(monthOf(month.first.add(step)), spec.third)
}

/** "am 15. nächsten Monats": the day is counted in the month that was named. */
function dateIn(
  spec: SpecOf<'date'>,
  month: DayRun | null,
  all: readonly DaySpec[],
  today: CivilDate,
): DayRun | null {
  const year = yearIn(all, today)
  if (spec.month !== undefined) {
    return year === undefined || spec.year !== undefined
      ? dateOf(spec, today)
      : dateOf({ ...spec, year }, today)
  }
  if (month !== null) {
    const date = validDate(month.first.year, month.first.month, spec.day)
    const loose = findSpec(all, 'month')?.loose === true
    return loose && date !== null && isBefore(date.first, today)
      ? dateOf({ type: 'date', day: spec.day }, today)
      : date
  }
  return dateOf(spec, today)
}

function monthIn(specs: readonly DaySpec[], today: CivilDate): DayRun | null {
  const named = findSpec(specs, 'named_month')
  const year = yearIn(specs, today)
  if (named !== undefined) {
    return namedMonthOf(year === undefined ? named : { ...named, year: named.year ?? year }, today)
  }
  const month = findSpec(specs, 'month')
  return month === undefined ? null : monthOf(today.with({ day: 1 }).add({ months: month.offset }))
}

function yearIn(specs: readonly DaySpec[], today: CivilDate): number | undefined {
  const year = findSpec(specs, 'year')
  return year === undefined ? undefined : today.year + year.offset
}

function yearAt(year: number): DayRun {
  return daysFrom(new CivilDate(year, 1, 1), new CivilDate(year, 12, 31))
}

/** "Anfang des Jahres", said when it is over, is next year's. */
function yearPart({ offset, third }: SpecOf<'year'>, today: CivilDate): DayRun {
  const year = yearAt(today.year + offset)
  if (third === undefined) return year
  const part = thirdOfYear(year, third)
  const over = offset === 0 && isBefore(part.last, today)
  return over ? thirdOfYear(yearAt(today.year + 1), third) : part
}

function calendarWeekPart({ week, third }: SpecOf<'calendar_week'>, today: CivilDate): DayRun | null {
  const run = calendarWeekOf(week, today)
  return run === null || third === undefined ? run : thirdOfWeek(run, third)
}

/** "Anfang der Woche", said when it is over, is the next one. */
function weekAt({ offset, third }: SpecOf<'week'>, today: CivilDate): DayRun {
  const week = weekOf(addDays(today, 7 * offset))
  if (third === undefined) return week
  const part = thirdOfWeek(week, third)
  const over = offset === 0 && isBefore(part.last, today)
  return over ? thirdOfWeek(weekOf(addDays(today, 7)), third) : part
}

/** "nächste Woche am Wochenende": the weekend of the week that was named. */
function weekendIn(spec: SpecOf<'weekend'>, all: readonly DaySpec[], today: CivilDate): readonly DayRun[] {
  const week = findSpec(all, 'week')
  if (week === undefined) return weekendChoices(spec, today)
  return weekendChoices({ ...spec, which: 'this' }, weekOf(addDays(today, 7 * week.offset)).first)
}

/** "am ersten Montag im Monat", said when it is over, is next month's. */
function nthWeekday({ nth, weekday }: SpecOf<'nth_weekday'>, month: DayRun, today: CivilDate): DayRun | null {
  const date =
    nth < 0
      ? weekdayFrom(addDays(month.last, -6), weekday)
      : addDays(weekdayFrom(month.first, weekday), 7 * (nth - 1))
  if (date.month !== month.first.month) return null
  const over = isBefore(date, today) && date.month === today.month && date.year === today.year
  return over
    ? nthWeekday({ type: 'nth_weekday', nth, weekday }, monthOf(addDays(month.last, 1)), today)
    : dayRun(date)
}

/** "am ersten Wochenende im Dezember" begins with the first Saturday. */
function nthWeekend({ nth }: SpecOf<'nth_weekend'>, month: DayRun, today: CivilDate): DayRun | null {
  const saturday = nthWeekday({ type: 'nth_weekday', nth, weekday: 6 }, month, today)
  return saturday === null ? null : daysFrom(saturday.first, addDays(saturday.first, 1))
}

/** "am ersten Dienstag im neuen Jahr". */
function januaryIn(specs: readonly DaySpec[], today: CivilDate): DayRun | null {
  const year = yearIn(specs, today)
  return year === undefined ? null : monthOf(new CivilDate(year, 1, 1))
}

/** "am letzten des Monats", said when it is over, is next month's. */
function nthDay({ nth }: SpecOf<'nth_day'>, month: DayRun, today: CivilDate): DayRun {
  const date = nth < 0 ? month.last : addDays(month.first, nth - 1)
  const current = date.month === today.month && date.year === today.year
  if (!current || !isBefore(date, today)) return dayRun(date)
  return nthDay({ type: 'nth_day', nth }, monthOf(addDays(month.last, 1)), today)
}

/** Days 1 to 7, 8 to 14 and so on; the last week are the last seven days. */
function nthWeek(spec: SpecOf<'nth_week'>, { first, last }: DayRun, today: CivilDate): DayRun | null {
  const begin = spec.nth < 0 ? addDays(last, -6) : addDays(first, 7 * (spec.nth - 1))
  if (begin.month !== first.month) return null
  const seventh = addDays(begin, 6)
  const end = isBefore(last, seventh) ? last : seventh
  const over = isBefore(end, today) && !isBefore(last, today)
  return over ? nthWeek(spec, monthOf(addDays(last, 1)), today) : daysFrom(begin, end)
}
