import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { currentRequestId, withRequestContext } from '../observability/request-context.ts'
import { createJobs } from './jobs.ts'
import { startWorker, type Worker } from './worker.ts'

const log = createLog({ level: 'silent' })
let database: TestDatabase
let db: Database
let tenant: TenantId
let worker: Worker
const jobs = createJobs()
const runs: Array<{ name: string; data: unknown; requestId: string | null }> = []
const note = (name: string) => async (data: unknown) => {
  runs.push({ name, data, requestId: currentRequestId() })
}
const payload = z.object({ n: z.number() })
const common = {
  payload,
  priority: 'live',
  maxAttempts: 3,
  safeToRepeat: 'It only notes that it ran.',
} as const
const simple = jobs.define({ name: 'test.simple', ...common, run: note('simple') })
const happened = { name: 'test.happened', payload }
jobs.subscribe(happened, { name: 'test.first-subscriber', ...common, run: note('first') })
jobs.subscribe(happened, { name: 'test.second-subscriber', ...common, run: note('second') })
let failures = 0
const flaky = jobs.define({
  name: 'test.flaky',
  ...common,
  run: async data => {
    failures += 1
    if (failures === 1) throw new Error('the first time it fails')
    await note('flaky')(data)
  },
})
const lockedBy = jobs.define({
  name: 'test.locked-by',
  ...common,
  run: async () => {
    const [row] = await database.query<{ locked_by: string }>(
      "select locked_by from graphile_worker.jobs where task_identifier = 'test.locked-by'",
    )
    await note('locked-by')(row?.locked_by)
  },
})
const takesConnections = (does: boolean) =>
  `update pg_database set datallowconn = ${does} where pg_database.datname = current_database()`
const survivor = jobs.define({
  name: 'test.survivor',
  ...common,
  run: async data => {
    await database.query(takesConnections(false))
    await database.query(
      `select pg_terminate_backend(pg_stat_activity.pid, 5000) from pg_stat_activity
       where pg_stat_activity.datname = current_database() and pg_stat_activity.application_name = 'askpro worker'`,
    )
    await note('survivor')(data)
  },
})

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 5, applicationName: 'test', log }), log)
  const [row] = await database.query<{ id: TenantId }>('select id from tenant limit 1')
  if (!row) throw new Error('no tenant')
  tenant = row.id
  worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
})
afterAll(async () => {
  await worker.stop()
  await db.close()
  await database.drop()
})

const ran = (name: string) =>
  expect.poll(() => runs.filter(run => run.name === name).length, { timeout: 10_000 })

describe('A job', () => {
  test('runs after the transaction that enqueued it, with the request it belongs to', async () => {
    await withRequestContext({ requestId: 'request-1' }, () =>
      db.inTenant(tenant, tx => jobs.enqueue(tx, simple, { n: 1 })),
    )
    await ran('simple').toBe(1)
    expect(runs.find(run => run.name === 'simple')).toMatchObject({ data: { n: 1 }, requestId: 'request-1' })
  })

  test('does not exist when its transaction was rolled back', async () => {
    const work = db.inTenant(tenant, async tx => {
      await jobs.enqueue(tx, simple, { n: 2 })
      throw new Error('rolled back')
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await database.query('select id from graphile_worker.jobs')).toEqual([])
  })

  test('is tried again after a failure', async () => {
    await db.inTenant(tenant, tx => jobs.enqueue(tx, flaky, { n: 3 }))
    await expect.poll(() => failures).toBe(1)
    await database.query('update graphile_worker._private_jobs set run_at = now()')
    await ran('flaky').toBe(1)
  })

  test('with a wrong payload is refused before it is stored', async () => {
    const wrong = { n: 'x' } as unknown as { n: number }
    await expect(db.inTenant(tenant, tx => jobs.enqueue(tx, simple, wrong))).rejects.toThrow()
  })

  test('locked by a worker that is gone runs within seconds, not after four hours', async () => {
    const before = runs.length
    await db.inTenant(tenant, tx =>
      jobs.enqueue(tx, simple, { n: 7 }, { runAt: Temporal.Now.instant().add({ hours: 1 }) }),
    )
    await database.query(
      "update graphile_worker._private_jobs set run_at = now(), attempts = 1, locked_by = 'pool-gone', locked_at = now() - interval '1 minute'",
    )
    await expect.poll(() => runs.length, { timeout: 15_000 }).toBe(before + 1)
  })

  test('locked by a worker that lives but never got it runs within seconds too', async () => {
    await db.inTenant(tenant, tx => jobs.enqueue(tx, lockedBy, { n: 9 }))
    await ran('locked-by').toBe(1)
    const pool = runs.find(run => run.name === 'locked-by')?.data
    const before = runs.length
    await db.inTenant(tenant, tx =>
      jobs.enqueue(tx, simple, { n: 10 }, { runAt: Temporal.Now.instant().add({ hours: 1 }) }),
    )
    // As the database leaves it that dies after it gave the job out and before anybody heard of it.
    await database.query(
      "update graphile_worker._private_jobs set run_at = now(), attempts = 1, locked_by = $1, locked_at = now() - interval '1 minute'",
      [pool],
    )
    await expect.poll(() => runs.length, { timeout: 15_000 }).toBe(before + 1)
  })

  test('that ends while the database takes nobody is settled when it is back, and not run again', async () => {
    await db.inTenant(tenant, tx => jobs.enqueue(tx, survivor, { n: 8 }))
    await ran('survivor').toBe(1)
    await database.query(takesConnections(true))
    const left = () =>
      database.query("select id from graphile_worker.jobs where task_identifier = 'test.survivor'")
    await expect.poll(left, { timeout: 15_000 }).toEqual([])
    expect(runs.filter(run => run.name === 'survivor')).toHaveLength(1)
  })

  test('cannot be defined twice under one name', () => {
    expect(() => jobs.define({ name: 'test.simple', ...common, run: note('x') })).toThrow(/twice/)
  })
})

test('an event becomes one job for each subscriber', async () => {
  await db.inTenant(tenant, tx => jobs.publish(tx, happened, { n: 4 }))
  await ran('first').toBe(1)
  await ran('second').toBe(1)
})
