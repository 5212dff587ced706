import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { createLog } from '../observability/log.ts'
import type { LimitStore } from './limit-store.ts'
import { createSharedStore } from './shared-store.ts'
import { testLimitStore } from './testing/limit-store-contract.ts'

const log = createLog({ level: 'silent' })
let database: TestDatabase
let processes: Database[]
let stores: [LimitStore, LimitStore]

beforeAll(async () => {
  database = await createTestDatabase()
  const open = (): Database =>
    createDatabase(connect({ url: database.url, max: 4, applicationName: 'test', log }), log)
  processes = [open(), open()]
  stores = [createSharedStore(processes[0] as Database), createSharedStore(processes[1] as Database)]
})
afterAll(async () => {
  await Promise.all(processes.map(db => db.close()))
  await database.drop()
})

describe('Counts in the database', () => {
  testLimitStore(() => stores)

  test('what was paid off may be taken again', async () => {
    const pace = { burst: 5, intervalMs: 3_600_000 }
    const [store, other] = stores
    await store.take('old', pace)
    await database.query(
      `update request_budget set paid_off_at = now() - interval '1 day' where name = 'old'`,
    )
    const burst = await Promise.all([1, 2, 3, 4, 5].map(() => other.take('old', pace)))
    expect(burst).toEqual([0, 0, 0, 0, 0])
  })
})
