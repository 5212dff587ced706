import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { newId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { type Clock, systemClock } from '../time/clock.ts'
import { createWorkerLease } from './dead-workers.ts'
import { createHeartbeats, type Heartbeats } from './heartbeats.ts'
import type { Jobs } from './jobs.ts'
import type { Priority } from './priority.ts'
import { QueueClient } from './queue-client.ts'
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
const CONNECTIONS = 14
const SWEEP_MS = 5000
const TICK_MS = 1000

type WorkerParts = { url: string; jobs: Jobs; log: Log; metrics: Metrics; clock?: Clock }
/** `held`: the jobs that run in it now. */
type Lane = { readonly runner: Runner; readonly poolId: string; readonly held: ReadonlySet<string> }

/** Runs jobs in this process. `url` is the application's; the queue's rights come with its role. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { log, jobs } = parts
  const pool = new pg.Pool({
    Client: QueueClient,
    connectionString: parts.url,
    max: CONNECTIONS,
    application_name: 'askpro worker',
    options: '-c role=askpro_jobs -c timezone=UTC',
  })
  pool.on('error', error => log.warn({ err: error }, 'the worker lost a database connection'))
  pool.on('connect', client => client.on('error', () => {}))

  const scheduled = new Set(jobs.schedules().keys())
  const clock = parts.clock ?? systemClock
  const heartbeats = createHeartbeats({ pool, workerId: newId<'worker'>(), scheduled, clock, log })
  let stopping = false
  const onEnd = (error: unknown): void => {
    if (!stopping) log.fatal({ err: error }, 'the job queue stopped')
  }
  const lanes: Lane[] = []
  for (const lane of LANES) {
    const taskList = tasksOf(lane.takes, { ...parts, pool, heartbeats })
    if (Object.keys(taskList).length > 0)
      lanes.push(await startLane({ taskList, places: lane.places, pool, log, onEnd }))
  }
  const lease = createWorkerLease({
    url: parts.url,
    poolIds: lanes.map(lane => lane.poolId),
    held: () => lanes.flatMap(lane => [...lane.held]),
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
      stopping = true
      await Promise.all([sweeping.stop(), ticking.stop()])
      await Promise.all(lanes.map(({ runner }) => runner.stop()))
      await Promise.all(lanes.map(({ runner }) => runner.promise.catch(() => {})))
      await heartbeats.stop()
      await lease.release()
      await pool.end()
    },
  }
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

async function startLane(lane: {
  taskList: TaskList
  places: number
  pool: pg.Pool
  log: Log
  onEnd: (error: unknown) => void
}): Promise<Lane> {
  const events = new EventEmitter() as WorkerEvents
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id
  })
  const held = new Set<string>()
  events.on('job:start', ({ job }) => held.add(job.id))
  events.on('job:complete', ({ job }) => held.delete(job.id))
  const runner = await run({
    events,
    pgPool: lane.pool,
    taskList: lane.taskList,
    concurrency: lane.places,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      // A failed job is logged where it fails, with its request; the queue would repeat it with values.
      if (level === 'error' && !/task/i.test(message))
        lane.log.warn({ queue: message }, 'the job queue reports a problem')
    }),
  })
  runner.promise.catch(lane.onEnd)
  return { runner, poolId, held }
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
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await running
    },
  }
}
