import type { TaskList } from 'graphile-worker'
import pg from 'pg'
import { sessionConfig, WORKER_LIMITS } from '../db/connect.ts'
import { QUEUE_CONNECTIONS } from '../db/pool-size.ts'
import { newId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { type Clock, systemClock } from '../time/clock.ts'
import { createWorkerLease } from './dead-workers.ts'
import { createHeartbeats, type Heartbeats } from './heartbeats.ts'
import type { Jobs } from './jobs.ts'
import { type Lane, startLane } from './lane.ts'
import type { Priority } from './priority.ts'
import { QueueClient, type QueueClientConfig } from './queue-client.ts'
import { runJob } from './run-job.ts'
import { createScheduler } from './scheduler.ts'

export type Worker = {
  /** Takes no new job, lets running ones finish, gives back what was not begun. */
  stop(): Promise<void>
}

/**
 * Places by class of priority. An order alone does not keep the way free: jobs that run are not pushed aside, so a
 * flood of reports would hold every place. Two places are for callers alone, and reports never have more than four.
 */
const LANES: ReadonlyArray<{ takes: readonly Priority[]; places: number }> = [
  { takes: ['live'], places: 2 },
  { takes: ['live', 'messages'], places: 4 },
  { takes: ['live', 'messages', 'sync', 'reports'], places: 4 },
]
const SWEEP_MS = 5000
const TICK_MS = 1000

type WorkerParts = { url: string; jobs: Jobs; log: Log; metrics: Metrics; clock?: Clock }

/** Runs jobs in this process. `url` is the application's; the queue's rights come with its role. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { log, jobs } = parts
  const pool = openPool(parts)

  const scheduled = new Set(jobs.schedules().keys())
  const clock = parts.clock ?? systemClock
  const heartbeats = createHeartbeats({ pool, workerId: newId<'worker'>(), scheduled, clock, log })
  const lanes: Lane[] = []
  for (const lane of LANES) {
    const taskList = tasksOf(lane.takes, { ...parts, pool, heartbeats })
    if (Object.keys(taskList).length > 0)
      lanes.push(
        await startLane({ taskList, places: lane.places, pool, log, onRestart: () => sweeping.now() }),
      )
  }
  const lease = createWorkerLease({
    url: parts.url,
    poolIds: () => lanes.map(lane => lane.poolId()),
    held: () => lanes.flatMap(lane => lane.held()),
  })
  const scheduler = createScheduler({ pool, schedules: jobs.schedules(), clock, log })
  const sweeping = repeat(
    SWEEP_MS,
    async () => {
      await heartbeats.flush()
      await lease.sweep()
      // Again and again, because a reset demo has no schedules any more.
      await scheduler.register()
    },
    error => log.warn({ err: error }, 'jobs of lost workers could not be freed'),
  )
  const ticking = repeat(
    TICK_MS,
    () => scheduler.tick(),
    error => log.warn({ err: error }, 'the schedules could not be read'),
  )
  return {
    stop: async () => {
      await Promise.all([sweeping.stop(), ticking.stop()])
      await Promise.all(lanes.map(lane => lane.stop()))
      await heartbeats.stop()
      await lease.release()
      await pool.end()
    },
  }
}

function openPool({ url, log }: WorkerParts): pg.Pool {
  const config: pg.PoolConfig & QueueClientConfig = {
    Client: QueueClient,
    connectionString: url,
    max: QUEUE_CONNECTIONS,
    application_name: 'askpro worker',
    ...sessionConfig(WORKER_LIMITS, 'askpro_jobs'),
    onUnsettled: (error, statement) =>
      log.error({ err: error, statement }, 'a job that ran could not be settled, and runs again'),
  }
  const pool = new pg.Pool(config)
  pool.on('error', error => log.warn({ err: error }, 'the worker lost a database connection'))
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

function tasksOf(
  takes: readonly Priority[],
  parts: WorkerParts & { pool: pg.Pool; heartbeats: Heartbeats },
): TaskList {
  const { pool, heartbeats, log, metrics } = parts
  const tasks: TaskList = {}
  for (const [name, definition] of parts.jobs.definitions())
    if (takes.includes(definition.priority))
      tasks[name] = (_payload, { job }) => runJob({ definition, job, pool, heartbeats, log, metrics })
  return tasks
}

/** Runs `work` now and then again and again, never twice at once; `stop` waits for the one that runs. */
function repeat(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | null = null
  const once = (): void => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = null
      })
  }
  once()
  const timer = setInterval(once, everyMs)
  return {
    now: once,
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await running
    },
  }
}
