import { sql } from 'kysely'
import { newId, type TenantId } from '../ids/ids.ts'
import type { Database, Tx } from './database.ts'
import type { TenantTable } from './tenant-facts.ts'

/** Tables that every tenant may read because they say nothing of any: how work by the clock and workers are. */
const FOR_ALL = new Set(['job_heartbeat', 'job_schedule', 'job_worker'])

/** Functions that read for a tenant past its rights, and how they are asked for everything. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  queue_jobs: 'select count(*)::int as rows from queue_jobs(null, null, null, 1000)',
  queue_counts: 'select count(*)::int as rows from queue_counts()',
}

export type CanaryReport = {
  /** Tables, views and functions that it read. */
  readonly read: number
  readonly problems: readonly string[]
}

/** Takes back what the canary did. */
class Enough extends Error {
  readonly report: CanaryReport

  constructor(report: CanaryReport) {
    super('The canary has seen enough.')
    this.report = report
  }
}

/**
 * A tenant that exists for one transaction, which is rolled back: reads everything the application may read, and tries
 * to change and delete whatever it finds. It must meet the row of itself and no other.
 */
export async function sendCanary(db: Database, tables: readonly TenantTable[]): Promise<CanaryReport> {
  const canary = newId<'tenant'>() as TenantId
  try {
    return await db.inTenant(canary, async tx => {
      await tx
        .insertInto('tenant')
        .values({
          id: canary,
          slug: `canary-${canary}`,
          name: 'Canary',
          sector: 'salon',
          time_zone: 'Europe/Berlin',
          locale: 'de-DE',
          region: 'DE-BE',
          settings: '{}',
        })
        .execute()
      throw new Enough(await lookAround(tx, tables))
    })
  } catch (error) {
    if (error instanceof Enough) return error.report
    throw error
  }
}

async function lookAround(tx: Tx, tables: readonly TenantTable[]): Promise<CanaryReport> {
  const owned = new Set(tables.map(table => table.name))
  const readable = await readableTables(tx)
  const problems: string[] = []
  for (const table of readable) {
    problems.push(...(await lookInto(tx, table.name, owned.has(table.name))))
    if (owned.has(table.name)) problems.push(...(await tryToChange(tx, table)))
  }
  for (const [name, question] of Object.entries(FUNCTIONS)) {
    const seen = await count(tx, sql.raw(question))
    if (seen > 0) problems.push(`a new tenant gets ${seen} rows of others from ${name}()`)
  }
  problems.push(...(await lookAsNobody(tx, readable)))
  return { read: readable.length + Object.keys(FUNCTIONS).length, problems }
}

async function lookInto(tx: Tx, name: string, isOwned: boolean): Promise<string[]> {
  const strangers = isOwned ? sql`where tenant_id is distinct from ${tx.tenantId}` : sql``
  const seen = await count(tx, sql`select count(*)::int as rows from ${sql.table(name)} ${strangers}`)
  const own = name === 'tenant' ? 1 : 0
  return seen === own ? [] : [`a new tenant sees ${seen - own} rows of others in ${name}`]
}

async function lookAsNobody(tx: Tx, readable: readonly Readable[]): Promise<string[]> {
  const problems: string[] = []
  await sql`select set_config('app.tenant_id', '', true)`.execute(tx)
  for (const { name } of readable) {
    const seen = await count(tx, sql`select count(*)::int as rows from ${sql.table(name)}`)
    if (seen > 0) problems.push(`without a tenant the application sees ${seen} rows in ${name}`)
  }
  return problems
}

type Readable = { readonly name: string; readonly may_update: boolean; readonly may_delete: boolean }

async function readableTables(tx: Tx): Promise<readonly Readable[]> {
  const { rows } = await sql<Readable>`
    select c.relname as name, has_table_privilege(c.oid, 'update') as may_update,
      has_table_privilege(c.oid, 'delete') as may_delete
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_any_column_privilege(c.oid, 'select')
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(tx)
  return rows.filter(({ name }) => !FOR_ALL.has(name))
}

/** In a savepoint: a rule of the table may refuse, which is as good. */
async function tryToChange(tx: Tx, { name, may_update, may_delete }: Readable): Promise<string[]> {
  const others = sql`where tenant_id is distinct from ${tx.tenantId}`
  const attempts = [
    ...(may_update ? [sql`update ${sql.table(name)} set tenant_id = ${tx.tenantId} ${others}`] : []),
    ...(may_delete ? [sql`delete from ${sql.table(name)} ${others}`] : []),
  ]
  const problems: string[] = []
  for (const attempt of attempts) {
    await sql`savepoint canary`.execute(tx)
    try {
      const { numAffectedRows = 0n } = await attempt.execute(tx)
      if (numAffectedRows > 0n)
        problems.push(`a new tenant can change ${numAffectedRows} rows of others in ${name}`)
    } catch {
      // Refused.
    }
    await sql`rollback to savepoint canary`.execute(tx)
  }
  return problems
}

async function count(tx: Tx, question: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await (question as ReturnType<typeof sql<{ rows: number }>>).execute(tx)
  return rows[0]?.rows ?? 0
}
