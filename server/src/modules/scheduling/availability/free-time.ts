import type { Tx } from '../../../platform/db/database.ts'
import { type Intervals, subtract, unite } from '../../../platform/time/intervals.ts'
import { localMidnights, MINUTE } from '../../../platform/time/working-time.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import {
  type BookingBasis,
  type BookingResource,
  type Catalogue,
  type LimitedStart,
  type Place,
  paced,
  type Service,
} from '../../catalogue/index.ts'
import type { Need, Unit } from '../domain/free-starts.ts'
import type { Grid } from '../domain/grid.ts'
import { type Role, rolesOf } from '../domain/roles.ts'
import { type Mirrored, readTaken, type Taken } from '../store.ts'
import { fullDays, type Ignored } from './capacity.ts'
import type { UnknownCalendar } from './external-source.ts'
import { busyFrom, gridOf } from './grid-of-service.ts'

/** What a service needs, as the pure engine wants it, and the resources behind it. */
export type FreeTime = {
  readonly place: Place
  readonly needs: readonly Need[]
  readonly resources: readonly BookingResource[]
  /** Starts that are full are not in it. */
  readonly grid: Grid
  /** Fixed starts of the range with how many appointments each takes; empty when starts are not limited. */
  readonly limits: readonly LimitedStart[]
  /** Local days on which no further appointment of the service begins. */
  readonly full: Intervals
  /** What the free time was made of. */
  readonly opening: Intervals
  readonly exceptions: BookingBasis['exceptions']
  readonly blocked: BookingBasis['blocked']
  readonly taken: readonly Taken[]
  /** Whose calendar elsewhere cannot be believed now. Unless the business offers them all the same, they are taken. */
  readonly unknown: readonly UnknownCalendar[]
  /** Whose calendars elsewhere are mirrored. */
  readonly mirrored: readonly Mirrored[]
}

/**
 * The one place where hours, exceptions, holidays, closures, absences, allocations and what is busy outside become free
 * time. Both offering and booking ask here, so they cannot contradict each other (failure 35).
 */
export async function readFreeTime(
  tx: Tx,
  catalogue: Catalogue,
  wanted: {
    service: Service
    range: EpochRange
    now: number
    /** Left out: from the database. */
    readBasis?: Catalogue['readBookingBasis']
  } & Ignored,
): Promise<FreeTime> {
  const { service } = wanted
  const buffers = buffersOf(service)
  const range = {
    start: busyFrom(service, wanted.range.start) - buffers.beforeMs,
    end: wanted.range.end + buffers.afterMs,
  }
  const [basis, told] = await Promise.all([
    (wanted.readBasis ?? catalogue.readBookingBasis)(tx, { serviceId: service.id, range }),
    readTaken(tx, { ...wanted, serviceId: service.id, range }),
  ])
  const unknown = told.mirrored.filter(({ freshUntil }) => freshUntil < wanted.now)
  const taken = [...told.taken, ...unknown.filter(isNotOffered).map(takenThroughout)]
  const opening = catalogue.openingTime(basis, range)
  const stretchesOf = (resource: BookingResource): Intervals =>
    catalogue.workingTime(basis, resource, { opening, range })
  const unitsOf = (resource: BookingResource): Unit[] =>
    unitsOfResource({ resource, basis, stretches: stretchesOf(resource), taken, range, buffers })
  const kinds = new Set(basis.resources.map(resource => resource.kind))
  const roles = rolesOf(service.segments, kinds)
  const limits = catalogue.expandFixedStarts({ starts: basis.fixedStarts, zone: basis.zone, range })
  return {
    place: { zone: basis.zone, region: basis.region, opening: basis.opening },
    grid: await gridOf(tx, limits, { ...wanted, zone: basis.zone }),
    limits,
    full: await fullDays(tx, { ...wanted, zone: basis.zone }),
    opening,
    exceptions: basis.exceptions,
    blocked: basis.blocked,
    taken,
    unknown: unknown.map(({ resourceId, whenUnknown }) => ({ resourceId, whenUnknown })),
    mirrored: told.mirrored,
    resources: basis.resources,
    needs: roles.map((role, index) => ({
      units: basis.resources
        .filter(resource => canFill(resource, role))
        .flatMap(resource =>
          index === 0 ? withPace(unitsOf(resource), service, resource) : unitsOf(resource),
        ),
      parts: role.parts,
    })),
  }

  function takenThroughout({ resourceId }: Mirrored): Taken {
    return { resourceId, lane: 'all', ...range }
  }

  function withPace(units: Unit[], { segments }: Service, { segmentMinutes }: BookingResource): Unit[] {
    if (segmentMinutes === null) return units
    const pace = rolesOf(paced(segments, segmentMinutes), kinds).map(role => role.parts)
    return units.map(unit => ({ ...unit, pace }))
  }
}

function isNotOffered({ whenUnknown }: Mirrored): boolean {
  return whenUnknown !== 'offer_as_requested'
}

type Buffers = { readonly beforeMs: number; readonly afterMs: number }

export function buffersOf(service: Service): Buffers {
  return { beforeMs: service.bufferBeforeMinutes * MINUTE, afterMs: service.bufferAfterMinutes * MINUTE }
}

function canFill(resource: BookingResource, role: Role): boolean {
  return resource.kind === role.kind && (resource.roles?.includes(role.name) ?? true)
}

function unitsOfResource(known: {
  resource: BookingResource
  basis: BookingBasis
  stretches: Intervals
  taken: readonly Taken[]
  range: EpochRange
  buffers: Buffers
}): Unit[] {
  const { resource, basis, stretches, buffers } = known
  const blocked = basis.blocked
    .filter(entry => entry.resourceId === null || entry.resourceId === resource.id)
    .flatMap(entry => [entry.start, entry.end])
  const midnights =
    stretches[0] === Number.NEGATIVE_INFINITY
      ? localMidnights(basis.zone, { from: known.range.start, to: known.range.end })
      : []
  return Array.from({ length: resource.lanes }, (_, index) => {
    const lane = index + 1
    const busy = known.taken
      .filter(entry => entry.resourceId === resource.id && (entry.lane === lane || entry.lane === 'all'))
      // Widened by the buffers of the new one, which then only has to lie in what is left.
      .flatMap(entry => [entry.start - buffers.afterMs, entry.end + buffers.beforeMs])
    const free = subtract(stretches, unite([...blocked, ...busy]))
    return { resourceId: resource.id, lane, stretches, free, midnights }
  })
}
