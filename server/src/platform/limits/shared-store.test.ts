import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { createLog } from '../observability/log.ts'
import type { LimitStore } from './limit-store.ts'
import { createSharedStore } from './shared-store.ts'

const log = createLog({ level: 'silent' })
/** Nothing is paid off while a test runs. */
const SLOW = { burst: 5, intervalMs: 3_600_000 }
let database: TestDatabase
let processes: Database[]
let stores: LimitStore[]

beforeAll(async () => {
  database = await createTestDatabase()
  processes = [1, 2].map(() =>
    createDatabase(connect({ url: database.url, max: 4, applicationName: 'test', log }), log),
  )
  stores = processes.map(createSharedStore)
})
afterAll(async () => {
  await Promise.all(processes.map(db => db.close()))
  await database.drop()
})

test('of forty who ask two processes at once exactly as many pass as may', async () => {
  const asked = Array.from({ length: 40 }, (_, number) => stores[number % 2]?.take('forty', SLOW))
  const waits = await Promise.all(asked)
  expect(waits.filter(wait => wait === 0)).toHaveLength(5)
  for (const wait of waits.filter(wait => wait !== 0)) {
    expect(wait).toBeGreaterThan(3_500_000)
    expect(wait).toBeLessThanOrEqual(3_600_000)
  }
})

test('what was paid off may be taken again, and one name does not use up another’s', async () => {
  const [store, other] = stores
  await store?.take('old', SLOW)
  await database.query(`update request_budget set paid_off_at = now() - interval '1 day' where name = 'old'`)
  const burst = await Promise.all([1, 2, 3, 4, 5].map(() => other?.take('old', SLOW)))
  expect(burst).toEqual([0, 0, 0, 0, 0])
  expect(await other?.take('another', SLOW)).toBe(0)
})

test('a name that rests gives nobody anything, in no process', async () => {
  await stores[0]?.rest('resting', SLOW, 60_000)
  const wait = await stores[1]?.take('resting', SLOW)
  expect(wait).toBeGreaterThan(50_000)
  expect(wait).toBeLessThanOrEqual(60_000)
})

test('who may do less at once leaves the rest to others', async () => {
  const [store] = stores
  const few = { ...SLOW, burst: 2 }
  const background = [
    await store?.take('shared', few),
    await store?.take('shared', few),
    await store?.take('shared', few),
  ]
  expect(background.slice(0, 2)).toEqual([0, 0])
  expect(background[2]).toBeGreaterThan(0)
  const live = [
    await store?.take('shared', SLOW),
    await store?.take('shared', SLOW),
    await store?.take('shared', SLOW),
  ]
  expect(live).toEqual([0, 0, 0])
})
