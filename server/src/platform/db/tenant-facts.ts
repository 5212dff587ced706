/** What PostgreSQL's own catalogue says about the tables that belong to tenants, and the query that asks it. */
export type TenantTable = {
  readonly name: string
  readonly forcesRowSecurity: boolean
  readonly tenantIdRequired: boolean
  readonly policies: readonly Policy[]
  /** Primary key, unique constraints and indexes, exclusion constraints. */
  readonly keys: readonly Key[]
  readonly references: readonly Reference[]
  readonly grants: readonly Grant[]
}

export type Policy = {
  readonly name: string
  readonly permissive: 'PERMISSIVE' | 'RESTRICTIVE'
  readonly roles: readonly string[]
  readonly command: string
  readonly using: string | null
  readonly check: string | null
}

export type Key = { readonly name: string; readonly isPrimary: boolean; readonly firstColumn: string }

export type Reference = {
  readonly name: string
  readonly table: string
  /** The other table belongs to tenants too. */
  readonly tenantOwned: boolean
  readonly columns: readonly string[]
  readonly otherColumns: readonly string[]
}

export type Grant = { readonly role: string; readonly privileges: readonly string[] }

/** `pg_get_indexdef(…, 1, …)` gives an expression its text, so that `lower(email)` is not overlooked. */
export const TENANT_TABLES = `
  with tenant_table as (
    select c.oid, c.relname, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, a.attnotnull
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  )
  select t.relname as name,
    t.relrowsecurity and t.relforcerowsecurity as "forcesRowSecurity",
    t.attnotnull as "tenantIdRequired",
    coalesce((
      select json_agg(json_build_object('name', p.policyname, 'permissive', p.permissive, 'roles', p.roles,
        'command', p.cmd, 'using', p.qual, 'check', p.with_check) order by p.policyname)
      from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname), '[]') as policies,
    coalesce((
      select json_agg(json_build_object('name', x.indexrelid::regclass::text, 'isPrimary', x.indisprimary,
        'firstColumn', pg_get_indexdef(x.indexrelid, 1, true)) order by x.indexrelid::regclass::text)
      from pg_index x where x.indrelid = t.oid and (x.indisunique or x.indisexclusion)), '[]') as keys,
    coalesce((
      select json_agg(json_build_object('name', f.conname, 'table', f.confrelid::regclass::text,
        'tenantOwned', exists (select 1 from tenant_table o where o.oid = f.confrelid),
        'columns', (
          select json_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k (number, n)
          join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number),
        'otherColumns', (
          select json_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k (number, n)
          join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number)) order by f.conname)
      from pg_constraint f where f.conrelid = t.oid and f.contype = 'f'), '[]') as references,
    coalesce((
      select json_agg(json_build_object('role', g.role, 'privileges', g.privileges) order by g.role)
      from (
        select coalesce(r.rolname, 'public') as role, json_agg(e.privilege_type order by e.privilege_type) as privileges
        from aclexplode(t.relacl) e left join pg_roles r on r.oid = e.grantee
        where e.grantee <> t.relowner
        group by r.rolname) g), '[]') as grants
  from tenant_table t
  order by t.relname`

/** Tables without a tenant. */
export const OTHER_TABLES = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  order by c.relname`

/** Whatever belongs to a role: tables, functions, schemas, types, databases. */
export const OWNED_BY = `
  select d.classid::regclass::text as kind, d.objid::text as id
  from pg_shdepend d join pg_roles r on r.oid = d.refobjid
  where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass and r.rolname = $1
    and (d.dbid = 0 or d.dbid = (select oid from pg_database where datname = current_database()))`

/** Functions that run with their owner's rights, and what they leave open. */
export const DEFINER_FUNCTIONS = `
  select p.proname as name,
    exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%') as "pinsSearchPath",
    has_function_privilege('public', p.oid, 'execute') as "openToAll"
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prosecdef
  order by p.proname`
