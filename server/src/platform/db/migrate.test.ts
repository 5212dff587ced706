import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEmptyTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { checkMigrations, isUpToDate } from './check-migrations.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './read-migrations.ts'

let database: TestDatabase
let directory: string
beforeEach(async () => {
  database = await createEmptyTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'askpro-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(directory, { recursive: true, force: true })
})

const known = async () => (await readMigrations()).map(migration => migration.name)

/** The real migrations and one more, as a newer version would bring it. */
async function addMigration(sql: string): Promise<string> {
  await cp(join(import.meta.dirname, '../../../migrations'), directory, { recursive: true })
  const name = `${String((await known()).length + 1).padStart(4, '0')}_newer.sql`
  await writeFile(join(directory, name), sql)
  return name
}
const tables = async (name: string) =>
  await database.query('select c.relname from pg_class c where c.relname = $1', [name])

describe('Migrating', () => {
  test('applies each migration once, when three processes begin at once', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl)))
    expect(reports.flatMap(report => report.applied)).toEqual(await known())
  })

  test('refuses a migration that was changed after it had been applied', async () => {
    await migrate(database.ownerUrl)
    await database.query("update schema_migration set checksum = 'other' where number = 1")
    await expect(migrate(database.ownerUrl)).rejects.toThrow(/was changed after/)
  })

  test('refuses a database that a newer version has changed in a breaking way', async () => {
    const name = await addMigration('--! breaking\ncreate table newer (id int);')
    await migrate(database.ownerUrl, { directory })
    await expect(migrate(database.ownerUrl)).rejects.toThrow(
      `The database has the breaking migration ${name} of a newer version. Start that version.`,
    )
  })

  test('lives with a newer migration that breaks nothing, and says so', async () => {
    const name = await addMigration('create table newer (id int);')
    await migrate(database.ownerUrl, { directory })
    expect(await migrate(database.ownerUrl)).toMatchObject({ applied: [], newer: [name] })
  })

  test('leaves nothing of a migration that fails half-way', async () => {
    await addMigration('create table newer (id int);\nselect 1 / 0;')
    await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow(/_newer\.sql failed: division/)
    expect(await tables('newer')).toEqual([])
  })

  test('lets others pass while a table is locked, and then goes on', async () => {
    await migrate(database.ownerUrl)
    await addMigration("alter table inbox add column newer text;\ncomment on column inbox.newer is 'x';")
    const holder = new pg.Client({ connectionString: database.ownerUrl })
    await holder.connect()
    await holder.query('begin; lock table inbox in share mode')
    const migrating = migrate(database.ownerUrl, { directory, lockTimeoutMs: 50 })
    await expect.poll(() => waitingFor('relation'), { interval: 5, timeout: 10_000 }).toBe(1)
    await expect.poll(() => waitingFor('relation'), { interval: 5, timeout: 10_000 }).toBe(0)
    await holder.query('rollback')
    await holder.end()
    expect((await migrating).applied).toHaveLength(1)
  })
})

async function waitingFor(kind: string): Promise<number> {
  const rows = await database.query(
    'select 1 from pg_locks l where not l.granted and l.locktype = $1 and l.database = (select d.oid from pg_database d where d.datname = current_database())',
    [kind],
  )
  return rows.length
}

describe('A migration outside a transaction', () => {
  const CONCURRENTLY = `--! no-transaction
-- Why: a large table keeps taking rows meanwhile.
drop index concurrently if exists inbox_newer;
create index concurrently inbox_newer on inbox (source);
`
  test('builds an index without locking the table, also when three processes begin at once', async () => {
    await migrate(database.ownerUrl)
    const name = await addMigration(CONCURRENTLY)
    const reports = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, { directory })))
    expect(reports.flatMap(report => report.applied)).toEqual([name])
    expect(await tables('inbox_newer')).toHaveLength(1)
  })

  test('begins again after it broke off between two statements', async () => {
    await migrate(database.ownerUrl)
    await addMigration(`--! no-transaction\ncreate table if not exists newer (id int);\nselect 1 / 0;\n`)
    await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow(/division/)
    expect(await tables('newer')).toHaveLength(1)
    const name = await addMigration('--! no-transaction\ncreate table if not exists newer (id int);\n')
    expect((await migrate(database.ownerUrl, { directory })).applied).toEqual([name])
  })

  test('may not contain the body of a function, which could not be cut into statements', async () => {
    await addMigration('--! no-transaction\ncreate function f() returns int language sql as $$ select 1; $$;')
    await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow(/function body/)
  })
})

describe('Checking', () => {
  test('an empty database lacks every migration, and stays empty', async () => {
    const check = await checkMigrations(database.ownerUrl)
    expect(check).toMatchObject({ pending: await known(), unknown: [], schema: 'not_compared' })
    expect(isUpToDate(check)).toBe(false)
    expect(await tables('schema_migration')).toEqual([])
  })

  test('a migrated database is what the committed schema shows', async () => {
    await migrate(database.ownerUrl)
    const check = await checkMigrations(database.ownerUrl)
    expect(check).toMatchObject({ pending: [], unknown: [], changed: [], schema: 'equal', difference: null })
    expect(isUpToDate(check)).toBe(true)
  })

  test('a column that somebody added by hand is found', async () => {
    await migrate(database.ownerUrl)
    await database.query('alter table inbox add column by_hand text')
    const check = await checkMigrations(database.ownerUrl)
    expect(check.difference?.found).toContain('by_hand')
    expect(isUpToDate(check)).toBe(false)
  })

  test('a migration of a newer version is unknown, and not good', async () => {
    const name = await addMigration('select 1;')
    await migrate(database.ownerUrl, { directory })
    const check = await checkMigrations(database.ownerUrl)
    expect([check.unknown, isUpToDate(check)]).toEqual([[name], false])
  })

  test('a file that was changed after it had been applied is named', async () => {
    await migrate(database.ownerUrl)
    await database.query("update schema_migration set checksum = 'other' where number = 1")
    const check = await checkMigrations(database.ownerUrl)
    expect([check.changed, isUpToDate(check)]).toEqual([['0001_foundation.sql'], false])
  })
})
