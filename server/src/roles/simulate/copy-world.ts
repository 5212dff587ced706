import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import { newId } from '../../platform/ids/ids.ts'
import { seedWorld, WORLDS } from '../../worlds/seed-worlds.ts'
import { tenantTables } from './grade/tenant-tables.ts'

/** A business as its first start makes it, with an address and a number that nobody else has. */
export type MadeWorld = { readonly tenantId: TenantId; readonly ownNumber: string }

export type MakeWorld = (app: App, world: string) => Promise<MadeWorld>

type Master = MadeWorld & {
  readonly slug: string
  readonly rows: readonly Rows[]
  readonly triggers: 'work' | 'rest'
}
/** The rows of a table that has any, as the database writes them, and the columns that are not reckoned from others. */
type Rows = { readonly table: string; readonly columns: readonly string[]; readonly content: string }

/** A copy has a record of its own. */
const NOT_COPIED = 'audit_event'
/** A trigger writes it, where triggers work. */
const BY_TRIGGER = 'catalogue_revision'

/**
 * Makes worlds. The first of each is seeded as a first start would; its rows are read, and every further one is those
 * rows under another tenant, written by one statement. What refers to a row inside a tenant names the tenant too, so the
 * ids within it stay as they are. In a private database the rows are not checked and put on record once more: that is
 * two thirds of the time.
 */
export function createWorldMaker(): MakeWorld {
  const masters = new Map<string, Promise<Master>>()
  return async (app, world) => {
    const known = masters.get(world)
    if (known) return await copyWorld(app, world, await known)
    const master = seedMaster(app, world)
    masters.set(world, master)
    return await copyWorld(app, world, await master)
  }
}

async function seedMaster(app: App, world: string): Promise<Master> {
  const fixture = WORLDS[world]
  if (!fixture) throw new Error(`There is no world "${world}".`)
  const mark = newId<'simulation'>()
  const slug = `${world}-${mark}`
  const ownNumber = numberOf(mark)
  const tenantId = await seedWorld(app, {
    ...fixture,
    tenant: { ...fixture.tenant, slug },
    phoneNumber: ownNumber,
  })
  return await app.platform.db.readTenant(tenantId, async tx => {
    const triggers = (await mayRestTriggers(tx)) ? 'rest' : 'work'
    const left = triggers === 'rest' ? [NOT_COPIED] : [NOT_COPIED, BY_TRIGGER]
    const rows = (await readRows(tx)).filter(({ table }) => !left.includes(table))
    return { tenantId, ownNumber, slug, rows, triggers }
  })
}

async function mayRestTriggers(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_parameter_privilege('session_replication_role', 'set') as may`.execute(tx)
  return rows[0]?.may === true
}

async function readRows(tx: Tx): Promise<Rows[]> {
  const parts = [
    ...(await tenantTables(tx)).map(table => partOf(table, 'tenant_id', tx)),
    partOf('tenant', 'id', tx),
  ]
  const { rows } = await sql<{
    table: string
    columns: string[]
    content: string | null
  }>`${sql.join(parts, sql` union all `)}`.execute(tx)
  return rows.flatMap(({ content, ...row }) => (content === null ? [] : [{ ...row, content }]))
}

function partOf(table: string, column: string, tx: Tx) {
  return sql`
    select ${table}::text as table, jsonb_agg(to_jsonb(kept))::text as content,
      (select array_agg(pg_attribute.attname::text) from pg_attribute
       where pg_attribute.attrelid = ${table}::regclass and pg_attribute.attnum > 0
         and pg_attribute.attgenerated = '' and not pg_attribute.attisdropped) as columns
    from ${sql.table(table)} as kept where kept.${sql.ref(column)} = ${tx.tenantId}`
}

async function copyWorld(
  app: App,
  world: string,
  { tenantId, ownNumber, slug, rows, triggers }: Master,
): Promise<MadeWorld> {
  const mark = newId<'simulation'>()
  const copy: MadeWorld = { tenantId: newId<'tenant'>(), ownNumber: numberOf(mark) }
  const inCopy = (content: string): string =>
    content
      .replaceAll(slug, `${world}-${mark}`)
      .replaceAll(tenantId, copy.tenantId)
      .replaceAll(ownNumber, copy.ownNumber)
  // References are checked when the whole statement is done, so the tables come in any order.
  const inserts = rows.map(({ table, columns, content }) => {
    const named = sql.join(columns.map(column => sql.ref(column)))
    return sql`
      ${sql.table(`copy_of_${table}`)} as (
        insert into ${sql.table(table)} (${named})
        select ${named} from jsonb_populate_recordset(null::${sql.table(table)}, ${inCopy(content)}::jsonb))`
  })
  await app.platform.db.inTenant(copy.tenantId, async tx => {
    if (triggers === 'rest') await sql`set local session_replication_role = replica`.execute(tx)
    await sql`with ${sql.join(inserts, sql`, `)} select 1 as done`.execute(tx)
  })
  return copy
}

/** A called number leads to one tenant, and many of these stand for the same one: each gets a number that nobody else has. */
function numberOf(mark: string): string {
  const digits = BigInt(`0x${mark.replaceAll('-', '').slice(-12)}`) % 10n ** 11n
  return `+490${String(digits).padStart(11, '0')}`
}
