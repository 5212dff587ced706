import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type ConnectionId, newId } from '../../platform/ids/ids.ts'
import { tenantErrors } from './errors.ts'

export type NumberAssigned = 'assigned' | 'had_it' | 'taken'

/**
 * Lets a called number lead to the tenant's first location. What another business has stays its own.
 * @throws AppError `tenants/unknown-location` when the tenant has none.
 */
export async function assignNumber(
  tx: Tx,
  { e164, connectionId }: { e164: string; connectionId: ConnectionId },
): Promise<NumberAssigned> {
  const location = await tx
    .selectFrom('location')
    .select('location.id')
    .where('location.tenant_id', '=', tx.tenantId)
    .orderBy('location.id')
    .limit(1)
    .executeTakeFirst()
  if (!location) throw new AppError(tenantErrors.unknownLocation)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('phone_number')
    .values({ id: newId<'phone-number'>(), e164, location_id: location.id, connection_id: connectionId })
    .onConflict(conflict => conflict.constraint('phone_number_unique').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 0n) return 'assigned'
  const own = await tx
    .selectFrom('phone_number')
    .select('phone_number.id')
    .where('phone_number.tenant_id', '=', tx.tenantId)
    .where('phone_number.e164', '=', e164)
    .executeTakeFirst()
  return own ? 'had_it' : 'taken'
}
