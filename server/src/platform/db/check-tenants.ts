import { CompiledQuery } from 'kysely'
import { sendCanary } from './canary-tenant.ts'
import type { Database } from './database.ts'
import {
  DEFINER_FUNCTIONS,
  OTHER_TABLES,
  OWNED_BY,
  type Reference,
  TENANT_TABLES,
  type TenantTable,
} from './tenant-facts.ts'
import {
  belongsToATenant,
  forcesRowSecurity,
  grantsNoMore,
  hasTheTwoPolicies,
  keepsToLocations,
  keysBeginWithTheTenant,
  refersWithinTheTenant,
  TABLES_OF_NOBODY,
} from './tenant-rules.ts'

/** Whether a running database keeps its tenants apart. */
export type TenantCheck = {
  readonly holds: boolean
  /** Tables that belong to tenants, and foreign keys between them. */
  readonly tables: number
  readonly references: number
  readonly tenants: number
  /** What a tenant made for this check read, as the application. */
  readonly canary_read: number
  readonly problems: readonly string[]
}

const RULES = [
  belongsToATenant,
  forcesRowSecurity,
  hasTheTwoPolicies,
  keepsToLocations,
  keysBeginWithTheTenant,
  refersWithinTheTenant,
  grantsNoMore,
]

/** Policies, grants, owners, every table and foreign key, and a canary. Changes nothing. */
export async function checkTenants(db: Database): Promise<TenantCheck> {
  const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    await db.acrossTenants('tenant check: what the database is', async tx => {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
      return rows as Row[]
    })
  const tables = await ask<TenantTable>(TENANT_TABLES)
  const canary = await sendCanary(db, tables)
  const problems = [
    ...tables.flatMap(table => RULES.flatMap(rule => rule(table))),
    ...(await strangeTables(ask)),
    ...(await tenantItself(ask)),
    ...(await roles(ask)),
    ...(await references(ask, tables)),
    ...canary.problems,
  ]
  const [tenants] = await ask<{ count: number }>('select count(*)::int as count from tenant')
  return {
    holds: problems.length === 0,
    tables: tables.length,
    references: tables.flatMap(table => table.references).filter(({ tenantOwned }) => tenantOwned).length,
    tenants: tenants?.count ?? 0,
    canary_read: canary.read,
    problems,
  }
}

type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>

async function strangeTables(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(OTHER_TABLES)
  return rows
    .filter(({ name }) => !(name in TABLES_OF_NOBODY))
    .map(({ name }) => `${name} belongs to no tenant, and nobody said why`)
}

async function tenantItself(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string; forced: boolean; policies: string[] }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select p.policyname::text from pg_policies p where p.tablename = c.relname order by 1) as policies
    from pg_class c where c.oid in ('public.tenant'::regclass, 'public.user_account'::regclass)`)
  const wanted: Readonly<Record<string, string>> = {
    tenant: 'system_reads,tenant_only',
    user_account: 'members_only,system_all',
  }
  return rows.flatMap(({ name, forced, policies }) => [
    ...(forced ? [] : [`${name} has no forced row-level security`]),
    ...(policies.join() === wanted[name]
      ? []
      : [`${name} has the policies ${policies.join() || 'of nobody'}`]),
  ])
}

/** The application's login owns nothing, is nothing more, and no function lends it more than it says. */
async function roles(ask: Ask): Promise<string[]> {
  const problems: string[] = []
  for (const role of ['askpro_app', 'askpro_system']) {
    const owned = await ask<{ kind: string }>(OWNED_BY, [role])
    if (owned.length > 0) problems.push(`${role} owns ${owned.map(({ kind }) => kind).join(', ')}`)
  }
  const strong = await ask<{ name: string }>(`
    select r.rolname as name from pg_roles r
    where r.rolname in ('askpro_app', 'askpro_system', 'askpro_jobs', 'askpro_owner')
      and (r.rolsuper or r.rolbypassrls or r.rolreplication or r.rolname = 'askpro_app' and r.rolinherit)`)
  const functions = await ask<{ name: string; pinsSearchPath: boolean; openToAll: boolean }>(
    DEFINER_FUNCTIONS,
  )
  return [
    ...problems,
    ...strong.map(({ name }) => `${name} is superuser, passes row-level security, replicates or inherits`),
    ...functions
      .filter(({ pinsSearchPath, openToAll }) => !pinsSearchPath || openToAll)
      .map(({ name }) => `${name}() runs as its owner and is open to all, or looks where the caller says`),
  ]
}

/** Each foreign key is checked by the database, was checked for old rows, and no row breaks it. */
async function references(ask: Ask, tables: readonly TenantTable[]): Promise<string[]> {
  const asleep = await ask<{ name: string }>(`
    select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype = 'f' and (not c.convalidated
      or exists (select 1 from pg_trigger t where t.tgconstraint = c.oid and t.tgenabled in ('D', 'R')))`)
  const problems = asleep.map(({ name }) => `${name} is not checked`)
  for (const table of tables)
    for (const reference of table.references.filter(({ tenantOwned }) => tenantOwned)) {
      const [row] = await ask<{ count: number }>(orphans(table.name, reference))
      if ((row?.count ?? 0) > 0)
        problems.push(`${row?.count} rows of ${table.name} refer to no ${reference.table}`)
    }
  return problems
}

function orphans(table: string, { table: other, columns, otherColumns }: Reference): string {
  const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const pairs = columns.map(
    (column, index) => `there.${name(otherColumns[index] ?? '')} = here.${name(column)}`,
  )
  const given = columns.map(column => `here.${name(column)} is not null`)
  return `select count(*)::int as count from ${name(table)} here
    where ${given.join(' and ')} and not exists (select 1 from ${other} there where ${pairs.join(' and ')})`
}
