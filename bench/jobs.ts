import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import pg from 'pg'
import { z } from 'zod'
import type { TenantId } from '../server/src/platform/ids/ids.ts'
import { createJobs } from '../server/src/platform/jobs/jobs.ts'
import { startWorker } from '../server/src/platform/jobs/worker.ts'
import { createLog } from '../server/src/platform/observability/log.ts'
import { createMetrics } from '../server/src/platform/observability/metrics.ts'
import type { BenchResult } from './bench-result.ts'
import { type ServedProduct, serveProduct } from './harness/served-product.ts'
import { median, rounded, spread } from './harness/statistics.ts'

const CONCURRENCY = 8
const SINGLES = 200
const BATCHES = [500, 2000, 8000]
const ROUNDS = 5
const LATENCY_P95_MS = 50
const SHARE = 0.7

/** Jobs that do nothing, so that what is measured is the queue: ours (with its envelope, checks, records) or the library's. */
type Queue = {
  /** Enqueues so many at once, in one transaction. */
  enqueue(numbers: readonly number[]): Promise<void>
  /** Is told of each start. */
  onStart: (number: number) => void
  start(): Promise<void>
  stop(): Promise<void>
}

/** From enqueue to start, one at a time; then how many a second a full queue does; both against the library alone. */
export async function measureJobs(): Promise<BenchResult> {
  const product = await serveProduct()
  const ours = await ourQueue(product)
  const library = await libraryQueue(product)
  try {
    const latency = { ours: await latencies(ours), library: await latencies(library) }
    console.log(
      `enqueue → start: ours p50 ${latency.ours.p50_ms} p95 ${latency.ours.p95_ms} ms, library p50 ${latency.library.p50_ms} p95 ${latency.library.p95_ms} ms`,
    )
    const rows: Array<{ jobs: number; ours: number; library: number; ratio: number }> = []
    for (const jobs of BATCHES) {
      const rates = { ours: [] as number[], library: [] as number[] }
      for (let round = 0; round < ROUNDS; round += 1) {
        rates.ours.push(await throughput(ours, jobs))
        rates.library.push(await throughput(library, jobs))
      }
      const row = { jobs, ours: median(rates.ours), library: median(rates.library) }
      rows.push({ ...row, ratio: rounded(row.ours / row.library, 3) })
      console.log(
        `${String(jobs).padStart(5)} jobs: ours ${row.ours}/s, library ${row.library}/s, ratio ${rounded(row.ours / row.library, 3)}`,
      )
    }
    const ratio = Math.min(...rows.map(row => row.ratio))
    return {
      bench: 'jobs',
      ours: { latency: latency.ours, per_second: Object.fromEntries(rows.map(row => [row.jobs, row.ours])) },
      reference: {
        latency: latency.library,
        per_second: Object.fromEntries(rows.map(row => [row.jobs, row.library])),
      },
      ratio,
      target: `enqueue to start p95 <= ${LATENCY_P95_MS} ms; throughput >= ${SHARE} of the library alone`,
      holds: latency.ours.p95_ms <= LATENCY_P95_MS && ratio >= SHARE,
    }
  } finally {
    await product.stop()
  }
}

async function latencies(queue: Queue) {
  await queue.start()
  const took: number[] = []
  for (let number = 0; number < SINGLES; number += 1) {
    const started = new Promise<void>(resolve => {
      queue.onStart = () => resolve()
    })
    const begun = performance.now()
    await queue.enqueue([number])
    await started
    took.push(performance.now() - begun)
  }
  await queue.stop()
  return spread(took.slice(SINGLES / 10))
}

/** A full queue, then a worker: jobs a second from the first start to the last. */
async function throughput(queue: Queue, jobs: number): Promise<number> {
  await queue.enqueue(Array.from({ length: jobs }, (_, number) => number))
  let first = 0
  let ran = 0
  const done = new Promise<void>(resolve => {
    queue.onStart = () => {
      if (ran === 0) first = performance.now()
      ran += 1
      if (ran === jobs) resolve()
    }
  })
  await queue.start()
  await done
  const perSecond = Math.round(jobs / ((performance.now() - first) / 1000))
  await queue.stop()
  return perSecond
}

async function ourQueue({ app, database }: ServedProduct): Promise<Queue> {
  const tenant = await app.modules.tenants.findBySlug('salon')
  if (!tenant) throw new Error('The salon is missing.')
  const jobs = createJobs()
  const queue: Queue = { enqueue, onStart: () => {}, start, stop: async () => {} }
  const note = jobs.define({
    name: 'bench.note',
    payload: z.object({ number: z.number() }),
    priority: 'live',
    maxAttempts: 1,
    safeToRepeat: 'It only notes that it ran.',
    run: async ({ number }) => queue.onStart(number),
  })
  async function enqueue(numbers: readonly number[]): Promise<void> {
    await app.platform.db.inTenant(tenant?.id as TenantId, async tx => {
      await Promise.all(numbers.map(number => jobs.enqueue(tx, note, { number })))
    })
  }
  async function start(): Promise<void> {
    const worker = await startWorker({
      url: database.url,
      jobs,
      log: createLog({ level: 'silent' }),
      metrics: createMetrics(),
    })
    queue.stop = () => worker.stop()
  }
  return queue
}

async function libraryQueue({ database }: ServedProduct): Promise<Queue> {
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: CONCURRENCY + 2 })
  const common = { pgPool: pool, schema: 'bench_worker', logger: new Logger(() => () => {}) }
  const library = await makeWorkerUtils(common)
  await library.migrate()
  const queue: Queue = {
    enqueue: async numbers => {
      await library.addJobs(
        numbers.map(number => ({ identifier: 'note', payload: { number }, maxAttempts: 1 })),
      )
    },
    onStart: () => {},
    start: async () => {
      const runner = await run({
        ...common,
        concurrency: CONCURRENCY,
        pollInterval: 1000,
        noHandleSignals: true,
        taskList: { note: async payload => queue.onStart((payload as { number: number }).number) },
      })
      queue.stop = () => runner.stop()
    },
    stop: async () => {},
  }
  return queue
}
