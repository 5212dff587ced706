import type { EpochRange } from '../../../platform/time/zoned.ts'
import { instantOn, localDaysOf } from './weekly-hours.ts'

/** A local time at which a service may start, and how many appointments may begin there. */
export type FixedStart = { readonly weekday: number; readonly atMinute: number; readonly most: number }

/** A fixed start on a certain day. */
export type LimitedStart = { readonly at: number; readonly most: number }

/** Fixed starts of every local day that touches the range, as instants, sorted. */
export function expandFixedStarts(options: {
  starts: readonly FixedStart[]
  zone: string
  range: EpochRange
}): LimitedStart[] {
  const byWeekday = Map.groupBy(options.starts, start => start.weekday)
  return [...localDaysOf(options.range, options.zone)]
    .flatMap(day =>
      (byWeekday.get(day.date.dayOfWeek) ?? []).map(start => ({
        at: instantOn(day, start.atMinute),
        most: start.most,
      })),
    )
    .toSorted((one, other) => one.at - other.at)
}
