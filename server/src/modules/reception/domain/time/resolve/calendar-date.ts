import { addDays, CivilDate } from '../civil-date.ts'
import type { SpecOf } from './day-reading.ts'
import { type DayRun, dayRun, daysFrom, isBefore, monthOf, weekOf } from './day-run.ts'

/** The nearest such date that is not over: a missing month or year is filled in forwards. Null if there is none. */
export function dateOf(spec: SpecOf<'date'>, today: CivilDate): DayRun | null {
  const { day, month, year } = spec
  if (month === undefined) return nearestDayOfMonth(day, today)
  if (year !== undefined) return validDate(year, month, day)
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = validDate(today.year + ahead, month, day)
    if (date !== null && !isBefore(date.first, today)) return date
  }
  return null
}

export function validDate(year: number, month: number, day: number): DayRun | null {
  const first = new CivilDate(year, month, 1)
  return day > first.daysInMonth ? null : dayRun(first.with({ day }))
}

export function namedMonthOf({ month, year }: SpecOf<'named_month'>, today: CivilDate): DayRun {
  const named = new CivilDate(year ?? today.year, month, 1)
  const over = year === undefined && isBefore(monthOf(named).last, today)
  return monthOf(over ? named.add({ years: 1 }) : named)
}

/** An ISO week, of this year or, once it is over, of the next year that has one of that number. */
export function calendarWeekOf(week: number, today: CivilDate): DayRun | null {
  const thisYear = addDays(weekOf(today).first, 3).year
  for (let year = thisYear; year <= thisYear + 8; year += 1) {
    const monday = addDays(weekOf(new CivilDate(year, 1, 4)).first, 7 * (week - 1))
    if (addDays(monday, 3).year !== year) continue
    if (!isBefore(addDays(monday, 6), today)) return daysFrom(monday, addDays(monday, 6))
  }
  return null
}

function nearestDayOfMonth(day: number, today: CivilDate): DayRun | null {
  const month = today.with({ day: 1 })
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const first = month.add({ months: ahead })
    const date = day > first.daysInMonth ? null : first.with({ day })
    if (date !== null && !isBefore(date, today)) return dayRun(date)
  }
  return null
}
