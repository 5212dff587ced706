import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../observability/log.ts'

/**
 * Places for jobs of some classes: one pool of the queue. A pool that ends by itself (another version says "worker
 * migrate", a fault in the queue) would leave a process that lives and does nothing, so it is followed by a new one
 * after a pause, for as long as nobody stops the lane.
 */
export type Lane = {
  /** Under which its jobs are locked; another one after it began anew. */
  poolId(): string
  /** The jobs that run in it now. */
  held(): readonly string[]
  stop(): Promise<void>
}

type LaneParts = {
  readonly taskList: TaskList
  readonly places: number
  readonly pool: pg.Pool
  readonly log: Log
  /** There is another pool now, and nobody holds its lock yet. */
  readonly onRestart: () => void
}

type RunningPool = { readonly runner: Runner; readonly poolId: string; readonly held: ReadonlySet<string> }

const RESTART_MS = 3000

/** Throws when the first pool cannot be started. */
export async function startLane(parts: LaneParts): Promise<Lane> {
  let current = await startPool(parts)
  let stopped = false
  let pause: NodeJS.Timeout | null = null
  let restarting: Promise<void> = Promise.resolve()

  const watch = ({ runner }: RunningPool): void => {
    runner.promise.then(() => restartLater(null), restartLater)
  }
  const restartLater = (error: unknown): void => {
    if (stopped) return
    parts.log.error({ err: error }, `a lane of the job queue ended, and begins anew in ${RESTART_MS} ms`)
    pause = setTimeout(() => {
      restarting = restart()
    }, RESTART_MS)
  }
  const restart = async (): Promise<void> => {
    try {
      current = await startPool(parts)
      watch(current)
      parts.onRestart()
    } catch (error) {
      restartLater(error)
    }
  }
  watch(current)

  return {
    poolId: () => current.poolId,
    held: () => [...current.held],
    stop: async () => {
      stopped = true
      if (pause) clearTimeout(pause)
      await restarting
      // Rejects when it ended by itself before.
      await current.runner.stop().catch(() => {})
      await current.runner.promise.catch(() => {})
    },
  }
}

async function startPool({ taskList, places, pool, log }: LaneParts): Promise<RunningPool> {
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
    pgPool: pool,
    taskList,
    concurrency: places,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      // A failed job is logged where it fails, with its request; the queue would repeat it with values.
      if (level === 'error' && !/task/i.test(message))
        log.warn({ queue: message }, 'the job queue reports a problem')
    }),
  })
  return { runner, poolId, held }
}
