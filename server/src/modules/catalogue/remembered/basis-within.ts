import type { DatedHours } from '../../../platform/time/week.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import { type EpochRange, localDateOf } from '../../../platform/time/zoned.ts'
import { LOOK_BACK_DAYS } from '../hours/working-time-at.ts'
import type { BookingBasis, BookingResource } from '../views.ts'

const WEEK = 7 * DAY
/** The longest range of a search, and what it looks at around it. */
const WEEKS = 17

/** A range around another one that the searches of the coming days lie in too. */
export function widened({ start, end }: EpochRange): EpochRange {
  const from = Math.floor(start / WEEK) * WEEK
  return { start: from, end: Math.max(end, from + WEEKS * WEEK) }
}

/** What `readBookingBasis` would have read for a range, of what it read for a wider one. */
export function basisWithin(wide: BookingBasis, range: EpochRange): BookingBasis {
  const { zone } = wide
  const first = localDateOf(range.start, zone).subtract({ days: LOOK_BACK_DAYS }).toString()
  const last = localDateOf(range.end, zone).toString()
  const stillCounts = ({ validTo }: DatedHours): boolean => !validTo || validTo >= first
  return {
    ...wide,
    resources: wide.resources.map(resource => withHours(resource, stillCounts)),
    opening: wide.opening.filter(stillCounts),
    exceptions: wide.exceptions.filter(({ date }) => date >= first && date <= last),
    blocked: wide.blocked.filter(({ start, end }) => end > range.start && start < range.end),
  }
}

/** Without hours that count it works as the location opens. */
function withHours(resource: BookingResource, counts: (hours: DatedHours) => boolean): BookingResource {
  if (!resource.hours || resource.hours.every(counts)) return resource
  const hours = resource.hours.filter(counts)
  return { ...resource, hours: hours.length === 0 ? null : hours }
}
