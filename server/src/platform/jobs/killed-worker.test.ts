import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { systemClock } from '../time/clock.ts'
import { checkJobs } from './health.ts'
import { createJobs } from './jobs.ts'
import { listJobs } from './queue.ts'
import { startWorker } from './worker.ts'

const STUCK_WORKER = join(import.meta.dirname, '../../../test/support/stuck-worker.ts')
const log = createLog({ level: 'silent' })
let database: TestDatabase
let db: Database
const jobs = createJobs()
const runs: number[] = []
const job = jobs.define({
  name: 'test.survives',
  payload: z.object({ n: z.number() }),
  priority: 'live',
  maxAttempts: 2,
  safeToRepeat: 'It only counts.',
  run: async (_payload, attempt) => {
    runs.push(attempt.number)
  },
})

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 3, applicationName: 'test', log }), log)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** A process that has begun the job, and dies in the middle of it. */
async function killInTheMiddle(): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [STUCK_WORKER, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('The worker has no output.')
  await once(createInterface({ input: child.stdout }), 'line')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
const enqueue = () => db.acrossTenants('test: enqueue', tx => jobs.enqueue(tx, job, { n: 1 }))
const check = () => checkJobs({ db, jobs, clock: systemClock })

describe('A job whose worker is killed in the middle', () => {
  test('gets its next attempt from another worker', async () => {
    await enqueue()
    await killInTheMiddle()
    const worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
    try {
      await expect.poll(() => runs, { timeout: 20_000 }).toEqual([2])
    } finally {
      await worker.stop()
    }
  })

  test('is a dead letter with a reason when that was its last attempt', async () => {
    await enqueue()
    await database.query('update graphile_worker._private_jobs set attempts = 1')
    await killInTheMiddle()
    const worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
    try {
      await expect
        .poll(
          () =>
            db.acrossTenants('test: list', tx => listJobs(tx, { state: 'dead', beforeId: null, limit: 5 })),
          {
            timeout: 20_000,
          },
        )
        .toMatchObject([{ attempts: 2, reason: 'worker_lost', lastError: null }])
    } finally {
      await worker.stop()
    }
    await database.query('delete from graphile_worker._private_jobs')
  })
})

describe('The health of jobs', () => {
  test('is good while nothing waits, also without a worker', async () => {
    await database.query('delete from job_worker')
    expect(await check()).toMatchObject({ status: 'ok', detail: { workers: 0 } })
  })

  test('is down when a job has waited for a minute and no worker lives', async () => {
    await enqueue()
    expect(await check()).toMatchObject({ status: 'ok' })
    await database.query("update graphile_worker._private_jobs set run_at = now() - interval '61 seconds'")
    expect(await check()).toMatchObject({ status: 'down', detail: { workers: 0, oldest_due_seconds: 61 } })
  })

  test('is degraded when a job waits although a worker lives, until it is done', async () => {
    await database.query("insert into job_worker values ('other', now(), now())")
    expect(await check()).toMatchObject({ status: 'degraded', detail: { workers: 1 } })
    const worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
    try {
      await expect.poll(async () => (await check()).status, { timeout: 10_000 }).toBe('ok')
    } finally {
      await worker.stop()
    }
  })

  test('is degraded when a schedule missed its time by more than a period (slot board: a job that stood still for months)', async () => {
    jobs.schedule({
      name: 'test.every-minute',
      cadence: { everyMs: 60_000 },
      missed: 'skip',
      priority: 'reports',
      maxAttempts: 1,
      safeToRepeat: 'It does nothing.',
      run: async () => {},
    })
    await database.query(
      "insert into job_schedule (name, cadence, zone, missed, next_run_at) values ('test.every-minute', 'every 60 s', 'UTC', 'skip', now())",
    )
    expect(await check()).toMatchObject({ status: 'ok' })
    await database.query("update job_schedule set next_run_at = now() - interval '121 seconds'")
    expect(await check()).toMatchObject({
      status: 'degraded',
      detail: { late_schedules: ['test.every-minute'] },
    })
  })

  test('is degraded when a schedule comes in time and its runs do not end well', async () => {
    await database.query(
      "update job_schedule set next_run_at = now() + interval '1 minute', last_due_at = now() - interval '150 seconds', last_ok_at = now() - interval '210 seconds'",
    )
    expect(await check()).toMatchObject({ status: 'degraded' })
    await database.query('update job_schedule set last_ok_at = now()')
    expect(await check()).toMatchObject({ status: 'ok' })
  })
})

test('how often a job ran and failed is known after the worker stopped', async () => {
  const worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
  const before = runs.length
  await enqueue()
  await expect.poll(() => runs.length, { timeout: 10_000 }).toBe(before + 1)
  await worker.stop()
  const [beat] = await database.query<{ runs: number; failures: number; ok: boolean }>(
    "select runs::int, failures::int, last_ok_at >= last_started_at as ok from job_heartbeat where name = 'test.survives'",
  )
  expect(beat).toEqual({ runs: runs.length, failures: 0, ok: true })
  expect(await database.query("select id from job_worker where id <> 'other'")).toEqual([])
})
