import { setTimeout as wait } from 'node:timers/promises'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { compareMigrations, readApplied, refuseForeignHistory } from './applied-migrations.ts'
import { connectOrExplain } from './connection-problem.ts'
import { type Migration, readMigrations } from './read-migrations.ts'

export type MigrationReport = {
  readonly applied: readonly string[]
  readonly current: number
  /** Migrations of a newer version that this one can live with. */
  readonly newer: readonly string[]
}

const MIGRATION_LOCK = 7_305_002
const LOCK_POLL_MS = 100
/** A migration that waits for a table makes everybody behind it wait: it gives up, lets them pass, and tries again. */
const LOCK_TIMEOUT_MS = 10_000
const MOST_ATTEMPTS = 6
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Brings a database to this version: the queue's schema, then ours, each migration in its own transaction.
 * Processes that start at once wait for each other. Throws when the database was migrated further by a newer
 * version with a breaking change, or when an applied migration is no longer the file it was.
 * `directory` is for tests.
 */
export async function migrate(
  ownerUrl: string,
  options: { directory?: string; lockTimeoutMs?: number } = {},
): Promise<MigrationReport> {
  const migrations = await readMigrations(options.directory)
  const client = await connectOrExplain({ variable: 'DATABASE_OWNER_URL', url: ownerUrl })
  try {
    await client.query('set statement_timeout = 0')
    await takeTurn(client)
    await client.query("select set_config('lock_timeout', $1, false)", [
      `${options.lockTimeoutMs ?? LOCK_TIMEOUT_MS}ms`,
    ])
    await createHistory(client)
    const comparison = compareMigrations(migrations, await readApplied(client))
    refuseForeignHistory(comparison)
    await migrateQueue(client, ownerUrl)
    for (const migration of comparison.pending) await applyPatiently(client, migration)
    return {
      applied: comparison.pending.map(migration => migration.name),
      current: migrations.length,
      newer: comparison.newer.map(row => row.name),
    }
  } finally {
    await client.end()
  }
}

/** By asking and not by waiting: a waiting statement is an open snapshot, and "create index concurrently" waits for all of those. */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      MIGRATION_LOCK,
    ])
    if (rows[0]?.mine) return
    await wait(LOCK_POLL_MS)
  }
}

async function createHistory(client: pg.Client): Promise<void> {
  await client.query(`
    create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      breaking boolean not null,
      applied_at timestamptz not null default now()
    )`)
}

async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await (migration.statements === null
        ? applyAtOnce(client, migration)
        : applyOneByOne(client, migration.statements, migration))
      return
    } catch (error) {
      const locked = (error as { code?: string }).code === LOCK_NOT_AVAILABLE
      if (locked && attempt < MOST_ATTEMPTS) {
        await wait(attempt * LOCK_POLL_MS)
        continue
      }
      const what = error instanceof Error ? error.message : 'unknown'
      throw new Error(`Migration ${migration.name} failed: ${what}`, { cause: error })
    }
  }
}

async function applyAtOnce(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await record(client, migration)
    await client.query(migration.sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** A kill in between leaves it unrecorded, and the next start runs it from its first statement. */
async function applyOneByOne(
  client: pg.Client,
  statements: readonly string[],
  migration: Migration,
): Promise<void> {
  for (const statement of statements) await client.query(statement)
  await record(client, migration)
}

async function record(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(
    'insert into schema_migration (number, name, checksum, breaking) values ($1, $2, $3, $4)',
    [migration.number, migration.name, migration.checksum, migration.breaking],
  )
}

/**
 * The queue brings its own migrations; they run as the role that owns its schema. Its first one says
 * "create schema", which needs a right on the database that the role has for that moment only.
 */
async function migrateQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ present: boolean; name: string }>(
    "select to_regclass('graphile_worker.migrations') is not null as present, current_database() as name",
  )
  const first = rows[0]?.present !== true
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  if (first) await client.query(`grant create on database ${database} to askpro_jobs`)
  try {
    await runQueueMigrations(ownerUrl)
  } finally {
    if (first) await client.query(`revoke create on database ${database} from askpro_jobs`)
  }
}

async function runQueueMigrations(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, options: '-c role=askpro_jobs' })
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) })
  } finally {
    await pool.end()
  }
}
