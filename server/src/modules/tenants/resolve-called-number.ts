import type { Database } from '../../platform/db/database.ts'
import type { ConnectionId, LocationId, TenantId } from '../../platform/ids/ids.ts'

export type CalledNumber =
  | {
      readonly kind: 'found'
      readonly tenantId: TenantId
      readonly locationId: LocationId
      readonly e164: string
    }
  | { readonly kind: 'unknown_number' }
  /** The number exists, but belongs to another connection than the one whose key signed. */
  | { readonly kind: 'foreign_number' }

export async function resolveCalledNumber(
  db: Database,
  called: { e164: string; connectionId: ConnectionId },
): Promise<CalledNumber> {
  const [row] = await db.lookUp('tenants: resolve a called number', look =>
    look
      .selectFrom('phone_number')
      .select(['phone_number.tenant_id', 'phone_number.location_id', 'phone_number.connection_id'])
      .where('phone_number.e164', '=', called.e164)
      .compile(),
  )
  if (!row) return { kind: 'unknown_number' }
  if (row.connection_id !== called.connectionId) return { kind: 'foreign_number' }
  return {
    kind: 'found',
    tenantId: row.tenant_id as TenantId,
    locationId: row.location_id as LocationId,
    e164: called.e164,
  }
}
