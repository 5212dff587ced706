import type { Tx } from '../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId } from '../../platform/ids/ids.ts'

/**
 * Blocks time of a location, or of one resource of it. Takes the calendar rows it touches `for update`, so that
 * a booking in flight (which holds them `for share`) is either finished before or sees the closure.
 */
export async function addClosure(
  tx: Tx,
  closure: {
    locationId: LocationId
    resourceId: ResourceId | null
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    reason: string | null
  },
): Promise<void> {
  let touched = tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.location_id', '=', closure.locationId)
  if (closure.resourceId !== null) touched = touched.where('resource.id', '=', closure.resourceId)
  await touched.orderBy('resource.id').forUpdate().execute()
  await tx
    .insertInto('closure')
    .values({
      id: newId<'closure'>(),
      location_id: closure.locationId,
      resource_id: closure.resourceId,
      starts_at: closure.startsAt.toString(),
      ends_at: closure.endsAt.toString(),
      reason: closure.reason,
    })
    .execute()
}
