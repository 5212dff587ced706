import type { Intervals } from '../../platform/time/intervals.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'
import { type EpochRange, localDateOf } from '../../platform/time/zoned.ts'
import { workingStretches } from './domain/weekly-hours.ts'
import { closedDates } from './holidays.ts'

/** Public holidays so long before the range still end the stretch that reaches into it. */
const LOOK_BACK_DAYS = 16

/** Weekly windows of a place as stretches of work that touch the range; public holidays of its region are closed. */
export function workingTimeAt(
  hours: readonly WeeklyHours[],
  { zone, region, range }: { zone: string; region: string; range: EpochRange },
): Intervals {
  const closed = closedDates(
    region,
    localDateOf(range.start, zone).subtract({ days: LOOK_BACK_DAYS }),
    localDateOf(range.end, zone).add({ days: 1 }),
  )
  return workingStretches({ hours, zone, range, closedDates: closed })
}
