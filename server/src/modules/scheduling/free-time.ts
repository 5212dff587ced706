import type { Tx } from '../../platform/db/database.ts'
import { type Intervals, intersect, subtract, unite } from '../../platform/time/intervals.ts'
import { localMidnights } from '../../platform/time/working-time.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type {
  BookingBasis,
  BookingResource,
  Catalogue,
  LimitedStart,
  Place,
  Segment,
  Service,
  WeeklyHours,
} from '../catalogue/index.ts'
import type { Need, Part, Unit } from './domain/free-starts.ts'
import type { Grid } from './domain/grid.ts'
import { busyFrom, gridOf } from './grid-of-service.ts'
import { readTaken, type Taken } from './store.ts'

const MINUTE = 60_000

/** What a service needs, as the pure engine wants it, and the resources behind it. */
export type FreeTime = {
  readonly place: Place
  readonly needs: readonly Need[]
  readonly resources: readonly BookingResource[]
  /** Starts that are full are not in it. */
  readonly grid: Grid
  /** Fixed starts of the range with how many appointments each takes; empty when starts are not limited. */
  readonly limits: readonly LimitedStart[]
  /** What the free time was made of. */
  readonly opening: Intervals
  readonly closures: BookingBasis['closures']
  readonly taken: readonly Taken[]
}

/**
 * The one place where hours, holidays, closures and allocations become free time. Both offering and booking
 * ask here, so they cannot contradict each other (failure 35).
 */
export async function readFreeTime(
  tx: Tx,
  catalogue: Catalogue,
  wanted: { service: Service; range: EpochRange; now: number; ignoreHolder: string | null },
): Promise<FreeTime> {
  const { service } = wanted
  const range = { ...wanted.range, start: busyFrom(service, wanted.range.start) }
  const [basis, taken] = await Promise.all([
    catalogue.readBookingBasis(tx, { serviceId: service.id, range }),
    readTaken(tx, { ...wanted, serviceId: service.id, range }),
  ])
  const opening = catalogue.workingTime(basis.opening, { ...basis, range })
  const hoursOf = (hours: readonly WeeklyHours[] | null): Intervals =>
    hours === null ? opening : intersect(catalogue.workingTime(hours, { ...basis, range }), opening)
  const unitsOf = (resource: BookingResource): Unit[] =>
    unitsOfResource({ resource, basis, stretches: hoursOf(resource.hours), taken, range })
  const kinds = [...new Set(basis.resources.map(resource => resource.kind))]
  const limits = catalogue.expandFixedStarts({ starts: basis.fixedStarts, zone: basis.zone, range })
  return {
    place: { zone: basis.zone, region: basis.region, opening: basis.opening },
    grid: await gridOf(tx, limits, { ...wanted, zone: basis.zone }),
    limits,
    opening,
    closures: basis.closures,
    taken,
    resources: basis.resources,
    needs: kinds.map(kind => ({
      units: basis.resources.filter(resource => resource.kind === kind).flatMap(unitsOf),
      parts:
        kind === 'staff'
          ? staffParts(service.segments)
          : [{ offsetMs: 0, durationMs: service.minutes * MINUTE }],
    })),
  }
}

/** People work in the segments and are free in the gaps; rooms and devices stay taken all the time. */
export function staffParts(segments: readonly Segment[]): Part[] {
  let offset = 0
  return segments.map(segment => {
    const part = { offsetMs: offset * MINUTE, durationMs: segment.minutes * MINUTE }
    offset += segment.minutes + segment.gapAfterMinutes
    return part
  })
}

function unitsOfResource(known: {
  resource: BookingResource
  basis: BookingBasis
  stretches: Intervals
  taken: readonly Taken[]
  range: EpochRange
}): Unit[] {
  const { resource, basis, stretches } = known
  const blocked = basis.closures
    .filter(closure => closure.resourceId === null || closure.resourceId === resource.id)
    .flatMap(closure => [closure.start, closure.end])
  const midnights =
    stretches[0] === Number.NEGATIVE_INFINITY
      ? localMidnights(basis.zone, { from: known.range.start, to: known.range.end })
      : []
  return Array.from({ length: resource.lanes }, (_, index) => {
    const lane = index + 1
    const busy = known.taken
      .filter(entry => entry.resourceId === resource.id && entry.lane === lane)
      .flatMap(entry => [entry.start, entry.end])
    const free = subtract(stretches, unite([...blocked, ...busy]))
    return { resourceId: resource.id, lane, stretches, free, midnights }
  })
}
