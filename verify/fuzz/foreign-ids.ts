import type { Query } from '../product/embedded-postgres.ts'

/** Ids that answers showed, and to whom: null is somebody without a valid key. */
export type ShownIds = Map<string, { readonly to: string | null; readonly by: string }[]>

/** Ids that were shown to somebody who is not of the business they belong to, over every table of the tenants. */
export async function foreignIds(query: Query, shown: ShownIds): Promise<string[]> {
  const tables = await query<{ name: string }>(`
    select columns.table_name as name from information_schema.columns as columns
    where columns.table_schema = 'public' and columns.column_name in ('id', 'tenant_id')
    group by columns.table_name having count(*) = 2 order by columns.table_name`)
  const problems: string[] = []
  for (const { name } of tables) {
    const rows = await query<{ id: string; slug: string }>(
      `select owned.id, tenant.slug from "${name}" as owned join tenant on tenant.id = owned.tenant_id
       where owned.id = any($1::uuid[])`,
      [[...shown.keys()]],
    )
    for (const { id, slug } of rows)
      for (const { to, by } of shown.get(id) ?? [])
        if (to !== slug)
          problems.push(`${by} showed ${id} of ${name} of ${slug} to ${to ?? 'somebody without a key'}.`)
  }
  return problems
}
