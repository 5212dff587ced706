import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { fixedClock } from '../time/clock.ts'
import { createJobs, type ScheduleDefinition } from './jobs.ts'
import { createScheduler } from './scheduler.ts'
import { startWorker } from './worker.ts'

const log = createLog({ level: 'silent' })
let database: TestDatabase
let pools: pg.Pool[]
beforeAll(async () => {
  database = await createTestDatabase()
  pools = [1, 2].map(
    () => new pg.Pool({ connectionString: database.url, options: '-c role=askpro_jobs', max: 4 }),
  )
})
afterAll(async () => {
  await Promise.all(pools.map(pool => pool.end()))
  await database.drop()
})
beforeEach(async () => {
  await database.query('delete from job_schedule')
  await database.query('delete from graphile_worker._private_jobs')
})

function nightly(missed: 'run_once' | 'skip', cron = '20 3 * * *'): ScheduleDefinition {
  return {
    name: 'test.nightly',
    cadence: { cron, zone: 'Europe/Berlin' },
    missed,
    priority: 'reports',
    maxAttempts: 3,
    safeToRepeat: 'It does nothing.',
    run: async () => {},
  }
}

/** Schedulers of two workers on one database, with clocks of their own. */
function schedulers(definition: ScheduleDefinition, start: string) {
  const clock = fixedClock(start)
  const made = pools.map(pool =>
    createScheduler({ pool, schedules: new Map([[definition.name, definition]]), clock, log }),
  )
  return {
    clock,
    register: async () => {
      for (const scheduler of made) await scheduler.register()
    },
    tick: () => Promise.all(made.flatMap(scheduler => [scheduler.tick(), scheduler.tick()])),
  }
}
const queued = () =>
  database.query<{ due: string; attempts: number }>(
    "select payload #>> '{data,due_at}' as due, attempts from graphile_worker._private_jobs order by id",
  )
const entry = async () =>
  (await database.query('select next_run_at, skipped::int, cadence from job_schedule'))[0]
const at = (text: string) => new Date(text)

describe('A time that has come', () => {
  test('becomes one job, however many workers look', async () => {
    const both = schedulers(nightly('run_once'), '2026-11-20T12:00:00Z')
    await both.register()
    await both.tick()
    expect(await queued()).toEqual([])
    both.clock.set('2026-11-21T02:20:00Z')
    await both.tick()
    await both.tick()
    expect(await queued()).toEqual([{ due: '2026-11-21T02:20:00Z', attempts: 0 }])
    expect(await entry()).toMatchObject({ next_run_at: at('2026-11-22T02:20:00Z') })
  })

  test('after days without a worker runs once, if missed times are made up for', async () => {
    const both = schedulers(nightly('run_once'), '2026-11-20T12:00:00Z')
    await both.register()
    both.clock.set('2026-11-25T12:00:00Z')
    await both.tick()
    await both.tick()
    expect(await queued()).toEqual([{ due: '2026-11-21T02:20:00Z', attempts: 0 }])
    expect(await entry()).toMatchObject({ next_run_at: at('2026-11-26T02:20:00Z') })
  })

  test('after days without a worker is left out, if missed times are skipped', async () => {
    const both = schedulers(nightly('skip'), '2026-11-20T12:00:00Z')
    await both.register()
    both.clock.set('2026-11-25T12:00:00Z')
    await both.tick()
    expect(await queued()).toEqual([])
    expect(await entry()).toMatchObject({ next_run_at: at('2026-11-26T02:20:00Z'), skipped: 1 })
  })

  test('is not missed yet while a worker is a moment late', async () => {
    const both = schedulers(nightly('skip'), '2026-11-20T12:00:00Z')
    await both.register()
    both.clock.set('2026-11-21T02:20:30Z')
    await both.tick()
    expect(await queued()).toHaveLength(1)
  })

  test('replaces a run of the night before that still waits, and leaves a dead one where it is', async () => {
    const both = schedulers(nightly('run_once'), '2026-11-20T12:00:00Z')
    await both.register()
    both.clock.set('2026-11-21T02:20:00Z')
    await both.tick()
    both.clock.set('2026-11-22T02:20:00Z')
    await both.tick()
    expect(await queued()).toEqual([{ due: '2026-11-22T02:20:00Z', attempts: 0 }])
    await database.query('update graphile_worker._private_jobs set attempts = max_attempts')
    both.clock.set('2026-11-23T02:20:00Z')
    await both.tick()
    expect(await queued()).toEqual([
      { due: '2026-11-22T02:20:00Z', attempts: 3 },
      { due: '2026-11-23T02:20:00Z', attempts: 0 },
    ])
  })

  test('is left to the next worker by one that is killed while taking it', async () => {
    const both = schedulers(nightly('run_once'), '2026-11-20T12:00:00Z')
    await both.register()
    const killed = new pg.Client({ connectionString: database.url, options: '-c role=askpro_jobs' })
    killed.on('error', () => {})
    await killed.connect()
    await killed.query('begin')
    await killed.query("select name from job_schedule where name = 'test.nightly' for update")
    both.clock.set('2026-11-21T02:20:00Z')
    await both.tick()
    expect(await queued()).toEqual([])
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    )
    await expect
      .poll(async () => {
        await both.tick()
        return await queued()
      })
      .toHaveLength(1)
  })
})

describe('A schedule', () => {
  test('keeps its next time when a worker starts again', async () => {
    const both = schedulers(nightly('run_once'), '2026-11-20T12:00:00Z')
    await both.register()
    both.clock.set('2026-11-23T12:00:00Z')
    await both.register()
    expect(await entry()).toMatchObject({ next_run_at: at('2026-11-21T02:20:00Z') })
  })

  test('gets a new next time when its cadence changes', async () => {
    await schedulers(nightly('run_once'), '2026-11-20T12:00:00Z').register()
    await schedulers(nightly('run_once', '0 5 * * *'), '2026-11-20T12:00:00Z').register()
    expect(await entry()).toMatchObject({ next_run_at: at('2026-11-21T04:00:00Z'), cadence: '0 5 * * *' })
  })

  test('runs once over two workers, and says when it last ended well', async () => {
    let runs = 0
    const workers = await Promise.all(
      [1, 2].map(() => {
        const jobs = createJobs()
        jobs.schedule({
          ...nightly('run_once'),
          cadence: { everyMs: 3_600_000 },
          run: async () => {
            runs += 1
          },
        })
        return startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
      }),
    )
    try {
      await expect.poll(() => database.query('select name from job_schedule')).toHaveLength(1)
      await database.query('update job_schedule set next_run_at = now()')
      await expect
        .poll(
          () =>
            database.query('select runs::int, failures::int from job_schedule where last_ok_at is not null'),
          {
            timeout: 10_000,
          },
        )
        .toEqual([{ runs: 1, failures: 0 }])
      expect(runs).toBe(1)
    } finally {
      await Promise.all(workers.map(worker => worker.stop()))
    }
  })
})
