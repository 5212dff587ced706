import type { Tx } from '../../platform/db/database.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import { localDateOf } from '../../platform/time/zoned.ts'
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
import { readCounts } from './capacity.ts'
import type { Grid, Need, Part, Unit } from './domain/free-starts.ts'
import { intersectRanges, subtractRanges } from './domain/ranges.ts'
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
  const { service, range } = wanted
  const basis = await catalogue.readBookingBasis(tx, { serviceId: service.id, range })
  const closed = catalogue.closedDates(
    basis.region,
    localDateOf(range.start, basis.zone),
    localDateOf(range.end, basis.zone),
  )
  const expand = (hours: readonly WeeklyHours[]): EpochRange[] =>
    catalogue.expandHours({ hours, zone: basis.zone, range, closedDates: closed })
  const opening = expand(basis.opening)
  const taken = await readTaken(tx, {
    resourceIds: basis.resources.map(resource => resource.id),
    range,
    now: wanted.now,
    ignoreHolder: wanted.ignoreHolder,
  })
  const unitsOf = (resource: BookingResource): Unit[] =>
    unitsOfResource({ resource, basis, opening, taken, expand })
  const kinds = [...new Set(basis.resources.map(resource => resource.kind))]
  const limits = catalogue.expandFixedStarts({ starts: basis.fixedStarts, zone: basis.zone, range })
  return {
    place: { zone: basis.zone, region: basis.region, opening: basis.opening },
    grid: await gridOf(tx, limits, wanted),
    limits,
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

/** Of fixed starts those with a place left. */
async function gridOf(
  tx: Tx,
  limits: readonly LimitedStart[],
  {
    service,
    range,
    now,
    ignoreHolder,
  }: { service: Service; range: EpochRange; now: number; ignoreHolder: string | null },
): Promise<Grid> {
  if (service.gridKind === 'window') return { kind: 'window', stepMs: service.gridMinutes * MINUTE }
  const counts = await readCounts(tx, { serviceId: service.id, range, now, ignoreHolder })
  const open = limits.filter(limit => (counts.get(limit.at) ?? 0) < limit.most)
  return { kind: 'fixed', starts: open.map(limit => limit.at) }
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
  opening: readonly EpochRange[]
  taken: readonly Taken[]
  expand: (hours: readonly WeeklyHours[]) => EpochRange[]
}): Unit[] {
  const { resource, basis, opening } = known
  const stretches = resource.hours ? intersectRanges(known.expand(resource.hours), opening) : opening
  const blocked = basis.closures.filter(
    closure => closure.resourceId === null || closure.resourceId === resource.id,
  )
  return Array.from({ length: resource.lanes }, (_, index) => {
    const lane = index + 1
    const busy = known.taken.filter(entry => entry.resourceId === resource.id && entry.lane === lane)
    return {
      resourceId: resource.id,
      lane,
      stretches,
      free: subtractRanges(stretches, [...blocked, ...busy]),
    }
  })
}
