import { at, type Intervals, intersect, subtract, unite } from '../../../platform/time/intervals.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { CalendarBasis } from '../calendar-views.ts'
import { openingTime, workingTimeAt } from './working-time-at.ts'

const MINUTE_MS = 60_000

/**
 * How long somebody can be booked on each of the days: their working time, without closures and absences. By resource,
 * one number a day.
 */
export function openMinutes(
  basis: CalendarBasis,
  days: readonly EpochRange[],
): ReadonlyMap<string, readonly number[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return new Map()
  const range = { start: first.start, end: last.end }
  const opening = openingTime(basis, range)
  return new Map(
    basis.resources.map(resource => {
      const working = workingTimeAt(basis, resource, { opening, range })
      const blocked = basis.blocks
        .filter(({ resourceId }) => resourceId === null || resourceId === resource.id)
        .flatMap(({ start, end }) => [start, end])
      const open = subtract(working, unite(blocked))
      return [resource.id, days.map(({ start, end }) => minutesOf(intersect(open, [start, end])))]
    }),
  )
}

function minutesOf(stretches: Intervals): number {
  let ms = 0
  for (let index = 0; index < stretches.length; index += 2)
    ms += at(stretches, index + 1) - at(stretches, index)
  return ms / MINUTE_MS
}
