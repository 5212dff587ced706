import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

let known: readonly string[] | null = null

/** The tables that have a tenant in each row, in order of their names: the same in every database of this version. */
export async function tenantTables(tx: Tx): Promise<readonly string[]> {
  known ??= await readTables(tx)
  return known
}

async function readTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select pg_class.relname as name
    from pg_attribute join pg_class on pg_class.oid = pg_attribute.attrelid
    where pg_attribute.attname = 'tenant_id' and not pg_attribute.attisdropped
      and pg_class.relnamespace = 'public'::regnamespace and pg_class.relkind in ('r', 'p', 'v')
      and has_table_privilege(pg_class.oid, 'select')
    order by pg_class.relname
  `.execute(tx)
  return rows.map(row => row.name)
}
