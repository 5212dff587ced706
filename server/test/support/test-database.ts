import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrls, prepareDatabase } from '../../src/platform/db/prepare-database.ts'
import { asAdmin, dropTestDatabase, markTestDatabase } from './drop-test-database.ts'
import { TEMPLATE } from './test-config.ts'

export type TestDatabase = {
  readonly url: string
  readonly ownerUrl: string
  /** As the superuser, past row-level security: for looking at what is really there. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A database of its own for a test file, cloned from the migrated and seeded template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('databaseAdminUrl')
  const name = newName()
  await asAdmin(adminUrl, client =>
    client.query(`create database ${name} template ${TEMPLATE} owner askpro_owner`),
  )
  return await openTestDatabase(adminUrl, name)
}

/** One that no migration has seen. */
export async function createEmptyTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('databaseAdminUrl')
  const name = newName()
  await prepareDatabase(adminUrl, name)
  return await openTestDatabase(adminUrl, name)
}

function newName(): string {
  return `test_${randomBytes(6).toString('hex')}`
}

async function openTestDatabase(adminUrl: string, name: string): Promise<TestDatabase> {
  await markTestDatabase(adminUrl, name)
  const own = new URL(adminUrl)
  own.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: own.href, max: 2 })
  pool.on('error', () => {})
  return {
    ...databaseUrls(adminUrl, name),
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end()
      await dropTestDatabase(adminUrl, name)
    },
  }
}
