import { addDays, type CivilDate, compareDays } from '../civil-date.ts'
import type { Third, Weekday } from '../meaning.ts'

/** One day, or days in a row, both ends included. */
export interface DayRun {
  readonly first: CivilDate
  readonly last: CivilDate
  /** Named as a period even if only one day of it is left. */
  readonly period: boolean
}

export function dayRun(date: CivilDate): DayRun {
  return { first: date, last: date, period: false }
}

export function daysFrom(first: CivilDate, last: CivilDate): DayRun {
  return { first, last, period: true }
}

export function weekOf(date: CivilDate): DayRun {
  const monday = addDays(date, -(date.dayOfWeek - 1))
  return daysFrom(monday, addDays(monday, 6))
}

export function monthOf(date: CivilDate): DayRun {
  return daysFrom(date.with({ day: 1 }), date.with({ day: date.daysInMonth }))
}

/** Monday and Tuesday, Tuesday to Thursday, Thursday to Sunday. */
export function thirdOfWeek({ first }: DayRun, third: Third): DayRun {
  if (third === 'start') return daysFrom(first, addDays(first, 1))
  if (third === 'first_half') return daysFrom(first, addDays(first, 2))
  if (third === 'middle') return daysFrom(addDays(first, 1), addDays(first, 3))
  return daysFrom(addDays(first, 3), addDays(first, 6))
}

/** January to March, May to August, October to December. */
export function thirdOfYear({ first }: DayRun, third: Third): DayRun {
  const months = (from: number, until: number): DayRun =>
    daysFrom(first.with({ month: from, day: 1 }), monthOf(first.with({ month: until, day: 1 })).last)
  if (third === 'start') return months(1, 3)
  if (third === 'first_half') return months(1, 6)
  if (third === 'second_half') return months(7, 12)
  return third === 'middle' ? months(5, 8) : months(10, 12)
}

/** 1 to 10, 11 to 20, 21 to the last; halves to and from the middle. */
export function thirdOfMonth({ first, last }: DayRun, third: Third): DayRun {
  if (third === 'first_half') return daysFrom(first, first.with({ day: 15 }))
  if (third === 'second_half') return daysFrom(first.with({ day: 16 }), last)
  if (third === 'start') return daysFrom(first, first.with({ day: 10 }))
  if (third === 'middle') return daysFrom(first.with({ day: 11 }), first.with({ day: 20 }))
  return daysFrom(first.with({ day: 21 }), last)
}

/** The first such weekday on or after a date. */
export function weekdayFrom(date: CivilDate, weekday: Weekday): CivilDate {
  return addDays(date, (weekday - date.dayOfWeek + 7) % 7)
}

export function weekdayInWeekOf(date: CivilDate, weekday: Weekday): CivilDate {
  return addDays(date, weekday - date.dayOfWeek)
}

export function isBefore(a: CivilDate, b: CivilDate): boolean {
  return compareDays(a, b) < 0
}

export function isWithin(date: CivilDate, { first, last }: DayRun): boolean {
  return !isBefore(date, first) && !isBefore(last, date)
}

/** What is left of a run from a day on; null when it is over. */
export function remaining(run: DayRun, today: CivilDate): DayRun | null {
  if (isBefore(run.last, today)) return null
  return isBefore(run.first, today) ? { ...run, first: today } : run
}
