import type { Tx } from '../../../platform/db/database.ts'
import type { LocationId } from '../../../platform/ids/ids.ts'

/** The location this version books for: the tenant's first. */
export async function readPlace(
  tx: Tx,
): Promise<{ locationId: LocationId; name: string; zone: string; region: string; version: number }> {
  const row = await tx
    .selectFrom('location')
    .innerJoin('tenant', 'tenant.id', 'location.tenant_id')
    .select(['location.id', 'location.name', 'location.time_zone', 'tenant.region', 'location.version'])
    .where('location.tenant_id', '=', tx.tenantId)
    .orderBy('location.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    locationId: row.id as LocationId,
    name: row.name,
    zone: row.time_zone,
    region: row.region,
    version: row.version,
  }
}
