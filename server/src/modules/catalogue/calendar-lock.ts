import type { Tx } from '../../platform/db/database.ts'
import type { LocationId, ResourceId } from '../../platform/ids/ids.ts'

/**
 * Takes the calendar rows of a location, or of one resource of it, `for update` and in the order of their ids. A
 * booking holds its rows `for share`: it is either committed before, or sees the change.
 */
export async function lockCalendars(
  tx: Tx,
  { locationId, resourceId }: { locationId: LocationId; resourceId: ResourceId | null },
): Promise<void> {
  let touched = tx
    .selectFrom('resource')
    .select('resource.id')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.location_id', '=', locationId)
  if (resourceId !== null) touched = touched.where('resource.id', '=', resourceId)
  await touched.orderBy('resource.id').forUpdate().execute()
}
