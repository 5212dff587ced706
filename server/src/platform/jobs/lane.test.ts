import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { createJobs } from './jobs.ts'
import { startWorker, type Worker } from './worker.ts'

const log = createLog({ level: 'silent' })
const PATIENCE = { timeout: 15_000 }
let database: TestDatabase
let db: Database
let worker: Worker
const jobs = createJobs()
const runs: Array<{ name: string; pool: string | undefined }> = []
const job = jobs.define({
  name: 'test.job',
  payload: z.object({ name: z.string(), ends: z.enum(['well', 'badly']) }),
  priority: 'live',
  maxAttempts: 5,
  safeToRepeat: 'It only notes that it ran.',
  run: async ({ name, ends }) => {
    const [row] = await database.query<{ pool: string }>(
      `select jobs.locked_by as pool from graphile_worker._private_jobs as jobs
       where jobs.payload::jsonb #>> '{data,name}' = $1`,
      [name],
    )
    runs.push({ name, pool: row?.pool })
    if (ends === 'badly') throw new Error('It failed.')
  },
})

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 5, applicationName: 'test', log }), log)
  worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
})
afterAll(async () => {
  await worker.stop()
  await db.close()
  await database.drop()
})
afterEach(() => database.query('delete from graphile_worker._private_jobs'))

const enqueue = (name: string, ends: 'well' | 'badly' = 'well') =>
  db.acrossTenants('test: enqueue', tx => jobs.enqueue(tx, job, { name, ends }))
const ran = (name: string) => expect.poll(() => runs.filter(run => run.name === name).length, PATIENCE)
const left = () =>
  database.query<{ attempts: number; locked: boolean }>(
    'select attempts, locked_at is not null as locked from graphile_worker._private_jobs',
  )

/** A rule of the table that refuses what the queue writes when a job is over. */
async function refuseSettling(): Promise<void> {
  await database.query(`
    create function refuse_settling() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or new.last_error is distinct from old.last_error then
        raise exception 'It must not be settled.' using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger refuse_settling before update or delete on graphile_worker._private_jobs
      for each row when (old.payload::jsonb #>> '{data,name}' like 'refused%') execute function refuse_settling()`)
}
const allowSettling = () => database.query('drop function refuse_settling cascade')

describe('A job that the database refuses to settle', () => {
  test.each(['well', 'badly'] as const)('stops nothing else when it ended %s, and runs again', async ends => {
    const name = `refused, ended ${ends}`
    await refuseSettling()
    try {
      await enqueue(name, ends)
      await ran(name).toBe(1)
      // As many as the lanes have places for it, so that each of them is still in use.
      for (let other = 0; other < 10; other += 1) await enqueue(`after ${name}`)
      await ran(`after ${name}`).toBe(10)
      await expect.poll(left, PATIENCE).toEqual([{ attempts: 1, locked: true }])
    } finally {
      await allowSettling()
    }
    await database.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'")
    await ran(name).toBe(2)
    if (ends === 'well') await expect.poll(left, PATIENCE).toEqual([])
  })
})

describe('A lane that ends by itself', () => {
  test('begins anew, with a pool of its own', async () => {
    await enqueue('before')
    await ran('before').toBe(1)
    // What another version of the queue says to the ones that are older; anybody connected can say it.
    await database.query(`select pg_notify('worker:migrate', '{"breaking": true}')`)
    await expect.poll(() => process.exitCode).toBe(57)
    process.exitCode = undefined
    await enqueue('after the end')
    await ran('after the end').toBe(1)
    const pools = ['before', 'after the end'].map(name => runs.find(run => run.name === name)?.pool)
    expect(pools[1]).toMatch(/^pool-/)
    expect(pools[0]).not.toBe(pools[1])
    // The worker holds the new name, so that nobody takes its jobs for lost.
    const free = () =>
      database.query('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [pools[1]])
    await expect.poll(free, PATIENCE).toEqual([{ free: false }])
  })
})
