import type { ResourceId } from '../../../platform/ids/ids.ts'
import { type Intervals, intersect } from '../../../platform/time/intervals.ts'
import type { DatedHours } from '../../../platform/time/week.ts'
import type { WallWindow } from '../../../platform/time/working-time.ts'
import { type EpochRange, localDateOf } from '../../../platform/time/zoned.ts'
import { closedDates } from '../closures/holidays.ts'
import { haveHoursOn } from '../domain/hours-periods.ts'
import { workingStretches } from '../domain/weekly-hours.ts'

/** Holidays and exceptions so long before the range still end the stretch that reaches into it. */
export const LOOK_BACK_DAYS = 16

/** What counts on a local date (`2026-12-24`) instead of the week; without a resource, of the whole location. */
export type HoursException = {
  readonly resourceId: ResourceId | null
  readonly date: string
  readonly windows: readonly WallWindow[]
}

export type WorkingHours = {
  readonly zone: string
  readonly region: string
  readonly opening: readonly DatedHours[]
  readonly exceptions: readonly HoursException[]
}

/**
 * Weekly windows of a place as stretches of work that touch the range. Public holidays of its region are closed
 * unless the place has an exception for the date.
 */
export function openingTime(place: WorkingHours, range: EpochRange): Intervals {
  return stretchesOf(place, { hours: place.opening, exceptions: ofOwner(place, null), range })
}

/**
 * When one of its resources works, never outside of the opening. On dates without hours of its own it works as the
 * place opens. Its exception counts before that of the place.
 */
export function workingTimeAt(
  place: WorkingHours,
  resource: { readonly id: string; readonly hours: readonly DatedHours[] | null },
  { opening, range }: { opening: Intervals; range: EpochRange },
): Intervals {
  const own = ofOwner(place, resource.id)
  if (resource.hours === null && own.length === 0) return opening
  const hours = resource.hours ?? []
  const ofPlace = ofOwner(place, null).filter(({ date }) => !haveHoursOn(hours, date))
  const wanted = { hours, otherwise: place.opening, exceptions: [...ofPlace, ...own], range }
  return intersect(stretchesOf(place, wanted), opening)
}

function ofOwner({ exceptions }: WorkingHours, resourceId: string | null): HoursException[] {
  return exceptions.filter(exception => exception.resourceId === resourceId)
}

function stretchesOf(
  place: WorkingHours,
  wanted: {
    hours: readonly DatedHours[]
    otherwise?: readonly DatedHours[]
    exceptions: readonly HoursException[]
    range: EpochRange
  },
): Intervals {
  const { zone, region } = place
  const { range } = wanted
  const closed = closedDates(
    region,
    localDateOf(range.start, zone).subtract({ days: LOOK_BACK_DAYS }),
    localDateOf(range.end, zone).add({ days: 1 }),
  )
  // A holiday on which the place opens by exception is a working day for its people too.
  for (const { date } of ofOwner(place, null)) closed.delete(date)
  return workingStretches({ ...wanted, zone, closedDates: closed })
}
