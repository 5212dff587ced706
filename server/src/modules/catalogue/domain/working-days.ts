import type { DatedHours } from '../../../platform/time/week.ts'
import { hoursOn } from './hours-periods.ts'

/** Longer than any row of public holidays and closed weekdays. */
const LONGEST_SEARCH_DAYS = 120

/**
 * The local date so many working days after a date; 0 is the date itself, working day or not. A working day has
 * opening hours and is not closed. Null when there is none: a business without opening hours.
 */
export function workingDayAfter(
  date: Temporal.PlainDate,
  rule: { count: number; opening: readonly DatedHours[]; closedDates: ReadonlySet<string> },
): Temporal.PlainDate | null {
  const opens = (day: Temporal.PlainDate): boolean =>
    hoursOn(rule.opening, day.toString()).some(({ weekday }) => weekday === day.dayOfWeek)
  let left = rule.count
  for (let ahead = 0; ahead <= LONGEST_SEARCH_DAYS; ahead += 1) {
    const day = date.add({ days: ahead })
    if (ahead > 0 && !rule.closedDates.has(day.toString()) && opens(day)) left -= 1
    if (left <= 0) return day
  }
  return null
}
