import { sql } from 'kysely'
import type { TenantId } from '../ids/ids.ts'
import type { Database } from './database.ts'
import { instantSql } from './instant-sql.ts'
import type { DB } from './schema.generated.ts'

/**
 * Deletes the rows of a tenant-owned table that are older than `before` by the column `by`, tenant by tenant: nobody
 * deletes across tenants. Throws if the application may not delete from the table.
 */
export async function deleteOldRows<Table extends keyof DB & string>(
  db: Database,
  old: { readonly table: Table; readonly by: keyof DB[Table] & string; readonly before: Temporal.Instant },
): Promise<void> {
  const table = sql.table(old.table)
  const tenantId = sql.ref<TenantId>(`${old.table}.tenant_id`)
  const isOld = sql`${sql.ref(`${old.table}.${old.by}`)} < ${instantSql(old.before)}`
  const tenants = await db.acrossTenants(`whose rows of ${old.table} are old`, tx =>
    sql<{ id: TenantId }>`select distinct ${tenantId} as id from ${table} where ${isOld}`.execute(tx),
  )
  for (const { id } of tenants.rows)
    await db.inTenant(id, tx =>
      sql`delete from ${table} where ${tenantId} = ${tx.tenantId} and ${isOld}`.execute(tx),
    )
}
