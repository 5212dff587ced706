import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { withRequestContext } from '../observability/request-context.ts'
import { createWorkerLease } from './dead-workers.ts'
import type { JobDefinition, JobEnvelope, Jobs } from './jobs.ts'

export type Worker = {
  /** Takes no new job, lets running ones finish, gives back what was not begun. */
  stop(): Promise<void>
}

const CONCURRENCY = 8
const SWEEP_MS = 5000

/** Runs jobs in this process. `url` is the application's; the queue's rights come with its role. */
export async function startWorker(options: {
  url: string
  jobs: Jobs
  log: Log
  metrics: Metrics
}): Promise<Worker> {
  const { log, metrics } = options
  const pool = new pg.Pool({
    connectionString: options.url,
    max: CONCURRENCY + 2,
    application_name: 'askpro worker',
    options: '-c role=askpro_jobs -c timezone=UTC',
  })
  pool.on('error', error => log.warn({ err: error }, 'the worker lost a database connection'))
  pool.on('connect', client => client.on('error', () => {}))

  const taskList: TaskList = {}
  for (const [name, definition] of options.jobs.definitions()) {
    taskList[name] = async (payload, helpers) => {
      const { attempts, max_attempts: most } = helpers.job
      const attempt = { number: attempts, last: attempts >= most }
      await runJob({ definition, envelope: payload as JobEnvelope, attempt, log, metrics })
    }
  }

  const events = new EventEmitter() as WorkerEvents
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id
  })
  const runner = await run({
    events,
    pgPool: pool,
    taskList,
    concurrency: CONCURRENCY,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      // A failed job is logged where it fails, with its request; the queue would repeat it with values.
      if (level === 'error' && !/task/i.test(message))
        log.warn({ queue: message }, 'the job queue reports a problem')
    }),
  })
  const lease = createWorkerLease({ url: options.url, poolId })
  const sweep = (): void => {
    lease.sweep().catch(error => log.warn({ err: error }, 'jobs of lost workers could not be freed'))
  }
  sweep()
  const sweeping = setInterval(sweep, SWEEP_MS)
  let stopping = false
  runner.promise.catch(error => {
    if (!stopping) log.fatal({ err: error }, 'the job queue stopped')
  })
  return {
    stop: async () => {
      stopping = true
      clearInterval(sweeping)
      await runner.stop()
      await runner.promise.catch(() => {})
      await lease.release()
      await pool.end()
    },
  }
}

async function runJob(work: {
  definition: JobDefinition<unknown>
  envelope: JobEnvelope
  attempt: { number: number; last: boolean }
  log: Log
  metrics: Metrics
}): Promise<void> {
  const { definition, envelope, attempt, log, metrics } = work
  const end = metrics.jobRuns.startTimer({ job: definition.name })
  await withRequestContext({ requestId: envelope.request_id }, async () => {
    try {
      await definition.run(definition.payload.parse(envelope.data), attempt)
      end({ result: 'done' })
    } catch (error) {
      end({ result: attempt.last ? 'dead' : 'failed' })
      log[attempt.last ? 'error' : 'warn'](
        { err: error, job: definition.name, attempt: attempt.number },
        'a job failed',
      )
      throw error
    }
  })
}
