import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly breaking: boolean
}
export type MigrationReport = { readonly applied: readonly string[]; readonly current: number }

const DIRECTORY = join(import.meta.dirname, '../../../migrations')
const MIGRATION_LOCK = 7_305_002

/** All migrations of this version, in order. Throws when a number is missing or doubled. */
export async function readMigrations(directory = DIRECTORY): Promise<Migration[]> {
  const names = (await readdir(directory)).filter(name => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  const migrations = await Promise.all(
    names.map(async name => {
      const sql = await readFile(join(directory, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, breaking: sql.includes('--! breaking') }
    }),
  )
  for (const [index, migration] of migrations.entries())
    if (migration.number !== index + 1) throw new Error(`${migration.name} should have number ${index + 1}.`)
  return migrations
}

/**
 * Brings a database to this version: the queue's schema, then ours, each migration in its own transaction.
 * Processes that start at once wait for each other. Throws when the database was migrated further by a newer
 * version with a breaking change, or when an applied migration is no longer the file it was.
 */
export async function migrate(ownerUrl: string): Promise<MigrationReport> {
  const migrations = await readMigrations()
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'askpro migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const done = await appliedMigrations(client)
    checkHistory(migrations, done)
    await migrateQueue(client, ownerUrl)
    const applied: string[] = []
    for (const migration of migrations) {
      if (done.has(migration.number)) continue
      await apply(client, migration)
      applied.push(migration.name)
    }
    return { applied, current: migrations.length }
  } finally {
    await client.end()
  }
}

/** Names of the migrations this database lacks; nothing is changed. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const migrations = await readMigrations()
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'askpro migrate --check' })
  await client.connect()
  try {
    const { rows } = await client.query<{ present: boolean }>(
      "select to_regclass('public.schema_migration') is not null as present",
    )
    const done = rows[0]?.present ? await readApplied(client) : new Map<number, AppliedMigration>()
    checkHistory(migrations, done)
    return migrations.filter(migration => !done.has(migration.number)).map(migration => migration.name)
  } finally {
    await client.end()
  }
}

type AppliedMigration = { number: number; name: string; checksum: string; breaking: boolean }

async function appliedMigrations(client: pg.Client): Promise<Map<number, AppliedMigration>> {
  await client.query(`
    create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      breaking boolean not null,
      applied_at timestamptz not null default now()
    )`)
  return readApplied(client)
}

async function readApplied(client: pg.Client): Promise<Map<number, AppliedMigration>> {
  const { rows } = await client.query<AppliedMigration>(
    'select schema_migration.number, schema_migration.name, schema_migration.checksum, schema_migration.breaking from schema_migration',
  )
  return new Map(rows.map(row => [row.number, row]))
}

function checkHistory(migrations: readonly Migration[], done: ReadonlyMap<number, AppliedMigration>): void {
  for (const row of done.values()) {
    const migration = migrations[row.number - 1]
    if (!migration) {
      if (row.breaking)
        throw new Error(
          `The database has the breaking migration ${row.name} of a newer version. Start that version.`,
        )
      continue
    }
    if (checksum(migration.sql) !== row.checksum)
      throw new Error(`${migration.name} was changed after it had been applied. Migrations are forward-only.`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(
      'insert into schema_migration (number, name, checksum, breaking) values ($1, $2, $3, $4)',
      [migration.number, migration.name, checksum(migration.sql), migration.breaking],
    )
    await client.query(migration.sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : 'unknown'}`,
      {
        cause: error,
      },
    )
  }
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

function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
