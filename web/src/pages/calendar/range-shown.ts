import { addDays, addMonths, daysBetween, type LocalDate, monthOf, weekOf } from '../../util/local-date.ts'
import type { CalendarView } from '../../util/path-builder.ts'

const MONTH_CELLS = 42

/** First and last of the days that a view around a day shows; a month is six whole weeks. */
export const rangeShown = (view: CalendarView | undefined, day: LocalDate) => {
  const days = daysShown(view, day)
  return { first: days[0] ?? day, last: days.at(-1) ?? day }
}

export const daysShown = (view: CalendarView | undefined, day: LocalDate): LocalDate[] => {
  if (view === 'week') return weekOf(day)
  if (view !== 'month') return [day]
  const [monday = day] = weekOf(monthOf(day))
  return Array.from({ length: MONTH_CELLS }, (_, index) => addDays(monday, index))
}

/** The day around which the view before or behind this one is. */
export const stepTo = (view: CalendarView | undefined, day: LocalDate, steps: 1 | -1): LocalDate => {
  if (view === 'month') return addMonths(day, steps)
  return addDays(day, view === 'week' ? 7 * steps : steps)
}

/** The week of the year by ISO 8601: the one with the year's first Thursday is the first. */
export const weekNumber = (day: LocalDate): number => {
  const thursday = weekOf(day)[3] ?? day
  const [firstMonday = day] = weekOf(`${thursday.slice(0, 4)}-01-04`)
  return Math.floor(daysBetween(firstMonday, thursday) / 7) + 1
}
