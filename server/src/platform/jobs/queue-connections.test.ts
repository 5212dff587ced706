import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { WORKER_EXTRA } from '../db/pool-size.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { createJobs } from './jobs.ts'
import { startWorker, type Worker } from './worker.ts'

const log = createLog({ level: 'silent' })
const PATIENCE = { timeout: 15_000 }
const MANY = 30
let database: TestDatabase
let db: Database
let worker: Worker
const jobs = createJobs()
let runs = 0
let mostConnections = 0
const define = (name: string, priority: 'live' | 'messages' | 'reports') =>
  jobs.define({
    name,
    payload: z.object({}),
    priority,
    maxAttempts: 5,
    safeToRepeat: 'It only counts.',
    run: async () => {
      const [row] = await database.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and application_name like 'askpro worker%'`,
      )
      mostConnections = Math.max(mostConnections, row?.open ?? 0)
      runs += 1
    },
  })
const kinds = [define('test.live', 'live'), define('test.mail', 'messages'), define('test.report', 'reports')]

beforeAll(async () => {
  database = await createTestDatabase()
  // Whoever changes a job notes with which settings.
  await database.query(`
    create table noted (name text, settings text[]);
    grant insert on noted to askpro_jobs;
    create function note_settings() returns trigger language plpgsql as $$
    begin
      insert into public.noted values (current_setting('application_name'), array[
        current_setting('statement_timeout'), current_setting('lock_timeout'),
        current_setting('idle_in_transaction_session_timeout'), current_setting('tcp_keepalives_idle')]);
      return null;
    end $$;
    create trigger note_settings after update or delete on graphile_worker._private_jobs
      for each statement execute function note_settings()`)
  db = createDatabase(connect({ url: database.url, max: 5, applicationName: 'test', log }), log)
  worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
})
afterAll(async () => {
  await worker.stop()
  await db.close()
  await database.drop()
})

test('a worker opens no more connections than operators are told', async () => {
  await db.acrossTenants('test: enqueue', async tx => {
    for (let n = 0; n < MANY; n += 1) for (const kind of kinds) await jobs.enqueue(tx, kind, {})
  })
  await expect.poll(() => runs, PATIENCE).toBe(MANY * kinds.length)
  // Ten jobs at once, three listeners and the lease: the number says something only when it is nearly reached.
  expect(mostConnections).toBeGreaterThan(WORKER_EXTRA / 2)
  expect(mostConnections).toBeLessThanOrEqual(WORKER_EXTRA)
})

test.each(['askpro worker', 'askpro worker lease'])(
  'no statement of "%s" waits for ever, and a machine that vanished is noticed',
  async name => {
    const noted = () =>
      database.query('select distinct noted.settings from noted where noted.name = $1', [name])
    await expect.poll(noted, PATIENCE).toEqual([{ settings: ['2min', '1min', '2min', '30'] }])
  },
)
