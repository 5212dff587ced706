import type { DatedHours } from '../../../platform/time/week.ts'
import { localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { closedDates } from '../closures/holidays.ts'
import { instantOn, localDaysOf } from '../domain/weekly-hours.ts'
import { workingDayAfter } from '../domain/working-days.ts'
import type { Service } from '../services/service.ts'

const LOOK_AHEAD_DAYS = 120

/** Where a business is and when it opens. */
export type Place = {
  readonly zone: string
  readonly region: string
  readonly opening: readonly DatedHours[]
}

/**
 * The last instant (epoch milliseconds) at which a service may start by its rule of working days, seen from `now`;
 * null without such a rule. Working days have opening hours and are no public holiday; closures do not count:
 * who is closed for a fortnight has no appointment "tomorrow".
 */
export function latestStartOf(service: Service, now: number, place: Place): number | null {
  const rule = service.latestStart
  if (rule === null) return null
  const today = localDateOf(now, place.zone)
  const date = workingDayAfter(today, {
    count: rule.workingDays,
    opening: place.opening,
    closedDates: closedDates(place.region, today, today.add({ days: LOOK_AHEAD_DAYS })),
  })
  const start = date === null ? now : startOfLocalDay(date, place.zone)
  const [day] = localDaysOf({ start, end: start }, place.zone)
  return day === undefined ? null : instantOn(day, rule.beforeMinute) - 1
}
