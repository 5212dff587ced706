import type { Tx } from '../../../platform/db/database.ts'
import { type ClosureId, type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import { enterCollisions } from '../blocks/block-collisions.ts'
import { lockCalendars } from '../calendar-lock.ts'

export type NewClosure = {
  readonly locationId: LocationId
  readonly resourceId: ResourceId | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly reason: string | null
  /** Who entered it; null: the product itself. */
  readonly createdBy?: string | null
  /** Entered together with others, by one rule. */
  readonly seriesId?: string
}

/** Blocks time of a location, or of one resource of it. Neither it nor a booking in flight overtakes the other. */
export async function addClosure(tx: Tx, closure: NewClosure): Promise<ClosureId> {
  await lockCalendars(tx, closure)
  const id = newId<'closure'>()
  await tx
    .insertInto('closure')
    .values({
      id,
      location_id: closure.locationId,
      resource_id: closure.resourceId,
      starts_at: closure.startsAt.toString(),
      ends_at: closure.endsAt.toString(),
      reason: closure.reason,
      created_by: closure.createdBy ?? null,
      series_id: closure.seriesId ?? null,
    })
    .execute()
  await enterCollisions(tx, { closureId: id })
  return id
}
