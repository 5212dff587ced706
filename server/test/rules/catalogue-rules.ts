/** Rules about the real, migrated database, as functions from what the catalogue says to what is wrong. */

export type TableFacts = {
  readonly table: string
  readonly forced_rls: boolean
  readonly policies: readonly string[]
  readonly keys: ReadonlyArray<{
    readonly name: string
    readonly kind: 'p' | 'u' | 'x' | 'i'
    readonly columns: readonly string[]
  }>
  readonly foreign: ReadonlyArray<{
    readonly name: string
    readonly to: string
    readonly columns: readonly string[]
  }>
}

/** Unique keys that are meant to be unique in the whole system, and why. */
const GLOBAL_KEYS: Readonly<Record<string, string>> = {
  phone_number_unique: 'a called number leads to exactly one tenant',
  api_key_prefix_unique: 'a key is looked up before its tenant is known',
}

/** What is wrong with a tenant-owned table; nothing when all is well. */
export function tenantTableProblems(table: TableFacts, tenantTables: ReadonlySet<string>): string[] {
  const problems: string[] = []
  if (!table.forced_rls) problems.push(`${table.table} has no forced row-level security`)
  if (!table.policies.includes('tenant_only')) problems.push(`${table.table} has no policy tenant_only`)
  for (const key of table.keys)
    if (key.columns[0] !== 'tenant_id' && !(key.name in GLOBAL_KEYS))
      problems.push(`${key.name} does not begin with tenant_id`)
  for (const reference of table.foreign)
    if (tenantTables.has(reference.to) && reference.columns[0] !== 'tenant_id')
      problems.push(`${reference.name} refers to ${reference.to} without tenant_id`)
  return problems
}

/** All tables with a tenant_id, as the catalogue has them. */
export const TABLE_FACTS = `
  select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced_rls,
    array(select p.policyname::text from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) as policies,
    coalesce((
      select json_agg(json_build_object('name', i.relname, 'kind', case when x.indisprimary then 'p' when x.indisunique then 'u' else 'i' end,
        'columns', (select array_agg(a.attname order by k.n) from unnest(x.indkey) with ordinality k (attnum, n)
          join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum)))
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = c.oid and (x.indisunique or x.indisexclusion)), '[]') as keys,
    coalesce((
      select json_agg(json_build_object('name', f.conname, 'to', f.confrelid::regclass::text,
        'columns', (select array_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k (attnum, n)
          join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum)))
      from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as foreign
  from pg_class c
  join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname`
