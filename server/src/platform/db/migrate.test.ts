import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate, pendingMigrations, readMigrations } from './migrate.ts'
import { prepareDatabase } from './prepare-database.ts'

const name = `migrate_${randomBytes(4).toString('hex')}`
let ownerUrl: string

beforeAll(async () => {
  ;({ ownerUrl } = await prepareDatabase(inject('databaseAdminUrl'), name))
})
afterAll(() => run(inject('databaseAdminUrl'), `drop database ${name} with (force)`))

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('an empty database lacks every migration', async () => {
  expect(await pendingMigrations(ownerUrl)).toHaveLength((await readMigrations()).length)
})

test('three processes that migrate at once apply each migration once', async () => {
  const reports = await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)])
  const applied = reports.flatMap(report => report.applied)
  expect(applied.sort()).toEqual((await readMigrations()).map(migration => migration.name))
  expect(await pendingMigrations(ownerUrl)).toEqual([])
})

test('a migration that was changed after it had been applied is refused', async () => {
  await run(ownerUrl, "update schema_migration set checksum = 'other' where number = 1")
  await expect(migrate(ownerUrl)).rejects.toThrow(/was changed after/)
  await run(ownerUrl, 'delete from schema_migration where number = 1').catch(() => {})
})

test('a breaking migration of a newer version stops this one', async () => {
  await run(
    ownerUrl,
    "insert into schema_migration (number, name, checksum, breaking) values (999, '0999_newer.sql', 'x', true)",
  )
  await expect(migrate(ownerUrl)).rejects.toThrow(/newer version/)
})
