import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { ClosureId, LocationId, ResourceId } from '../../../platform/ids/ids.ts'
import { enterCollisions } from '../blocks/block-collisions.ts'
import { lockCalendars } from '../calendar-lock.ts'

/** Takes blocked time back; it stays readable and can be restored. Said again, nothing changes. */
export async function removeClosure(
  tx: Tx,
  closure: { id: ClosureId; removedBy: string; at: Temporal.Instant },
): Promise<'removed' | 'unknown'> {
  if (!(await lockClosure(tx, closure.id))) return 'unknown'
  await tx
    .updateTable('closure')
    .set({ removed_at: isoText(closure.at), removed_by: closure.removedBy })
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.id', '=', closure.id)
    .where('closure.removed_at', 'is', null)
    .execute()
  return 'removed'
}

/** Blocks the time again. Said again, nothing changes. */
export async function restoreClosure(tx: Tx, id: ClosureId): Promise<'restored' | 'unknown'> {
  if (!(await lockClosure(tx, id))) return 'unknown'
  await tx
    .updateTable('closure')
    .set({ removed_at: null, removed_by: null })
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.id', '=', id)
    .execute()
  await enterCollisions(tx, { closureId: id })
  return 'restored'
}

/** The calendar rows first, then the closure, as `addClosure` does. */
async function lockClosure(tx: Tx, id: ClosureId): Promise<boolean> {
  const row = await tx
    .selectFrom('closure')
    .select(['closure.location_id', 'closure.resource_id'])
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.id', '=', id)
    .executeTakeFirst()
  if (!row) return false
  await lockCalendars(tx, {
    locationId: row.location_id as LocationId,
    resourceId: row.resource_id as ResourceId | null,
  })
  return true
}
