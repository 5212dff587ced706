import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database, type Tx } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { createJobs } from './jobs.ts'
import { countJobs, discardJobs, listJobs, retryJobs } from './queue.ts'

const log = createLog({ level: 'silent' })
const jobs = createJobs()
const job = jobs.define({
  name: 'test.dead',
  payload: z.object({ n: z.number() }),
  priority: 'sync',
  maxAttempts: 3,
  safeToRepeat: 'It never runs.',
  run: async () => {},
})
let database: TestDatabase
let db: Database
let salon: TenantId
let practice: TenantId
let id: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 5, applicationName: 'test', log }), log)
  const tenants = await database.query<{ id: TenantId; slug: string }>('select id, slug from tenant')
  const idOf = (slug: string): TenantId => tenants.find(tenant => tenant.slug === slug)?.id as TenantId
  salon = idOf('salon')
  practice = idOf('practice')
})
afterAll(async () => {
  await db.close()
  await database.drop()
})
beforeEach(async () => {
  await database.query('delete from graphile_worker._private_jobs')
  await db.inTenant(salon, tx => jobs.enqueue(tx, job, { n: 1 }))
  await database.query('update graphile_worker._private_jobs set attempts = max_attempts')
  const [row] = await database.query<{ id: string }>('select id::text from graphile_worker._private_jobs')
  id = row?.id ?? ''
})

const retry = (tx: Tx) => retryJobs(tx, [id])
const discard = (tx: Tx) => discardJobs(tx, { ids: [id], actor: 'test', reason: 'test' })
const all = { state: null, beforeId: null, limit: 10 }

/** The second begins while the first has not committed, so it waits for the row. */
async function overlap(first: (tx: Tx) => Promise<string[]>, second: (tx: Tx) => Promise<string[]>) {
  let later: Promise<string[]> = Promise.resolve([])
  const early = await db.inTenant(salon, async tx => {
    const changed = await first(tx)
    later = detached(() => db.inTenant(salon, second))
    await expect
      .poll(() =>
        database.query(
          "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        ),
      )
      .toHaveLength(1)
    return changed
  })
  return [early, await later]
}

/** Outside of the transaction that is open here: as another request would be. */
function detached<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    outside.push(() => work().then(resolve, reject))
  })
}
const outside: Array<() => void> = []
const pump = setInterval(
  () =>
    outside.splice(0).forEach(start => {
      start()
    }),
  5,
)
afterAll(() => clearInterval(pump))

describe('Of two who change a dead job at the same moment', () => {
  test.each([
    ['retry it', retry, retry],
    ['discard it', discard, discard],
    ['retry and discard it', retry, discard],
    ['discard and retry it', discard, retry],
  ])('and both %s, the first does and the second is told', async (_name, first, second) => {
    expect(await overlap(first, second)).toEqual([[id], []])
  })
})

describe('The jobs of one business', () => {
  test('are seen by it and by the system, and by no other business', async () => {
    expect(await db.inTenant(salon, tx => listJobs(tx, all))).toMatchObject([{ id, tenantId: salon }])
    expect(await db.acrossTenants('test', tx => listJobs(tx, all))).toMatchObject([{ id }])
    expect(await db.inTenant(practice, tx => listJobs(tx, all))).toEqual([])
    expect(await db.inTenant(practice, tx => countJobs(tx))).toEqual([])
  })

  test('are changed by no other business', async () => {
    expect(await db.inTenant(practice, retry)).toEqual([])
    expect(await db.inTenant(practice, discard)).toEqual([])
    expect(await db.inTenant(salon, tx => listJobs(tx, all))).toMatchObject([{ id, state: 'dead' }])
  })

  test('are seen by nobody without a tenant and without the role for all of them', async () => {
    const { rows } = await db.pool.query('select id from queue_jobs(null, null, null, 10)')
    expect(rows).toEqual([])
    const retried = await db.pool.query('select retry_jobs(array[$1::bigint]) as id', [id])
    expect(retried.rows).toEqual([])
  })

  test('that run are left alone', async () => {
    await database.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'x'")
    expect(await db.inTenant(salon, retry)).toEqual([])
    expect(await db.inTenant(salon, discard)).toEqual([])
  })
})
