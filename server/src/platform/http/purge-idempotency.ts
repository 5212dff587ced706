import type { Database } from '../db/database.ts'
import { instantSql } from '../db/instant-sql.ts'
import type { TenantId } from '../ids/ids.ts'

/** Removes stored answers older than `before`, tenant by tenant: nobody deletes across tenants. Returns how many. */
export async function purgeIdempotencyKeys(db: Database, before: Temporal.Instant): Promise<number> {
  const tenants = await db.acrossTenants('http: whose idempotency keys are old', tx =>
    tx
      .selectFrom('http_idempotency')
      .select('http_idempotency.tenant_id')
      .distinct()
      .where('http_idempotency.created_at', '<', instantSql(before))
      .execute(),
  )
  let purged = 0
  for (const { tenant_id } of tenants)
    purged += await db.inTenant(tenant_id as TenantId, async tx => {
      const { numDeletedRows } = await tx
        .deleteFrom('http_idempotency')
        .where('http_idempotency.tenant_id', '=', tx.tenantId)
        .where('http_idempotency.created_at', '<', instantSql(before))
        .executeTakeFirst()
      return Number(numDeletedRows)
    })
  return purged
}
