import { z } from 'zod'
import { createJobs } from '../../src/platform/jobs/jobs.ts'
import { startWorker } from '../../src/platform/jobs/worker.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { createMetrics } from '../../src/platform/observability/metrics.ts'

/** A worker process whose jobs never end: says "begun" for each, and waits to be killed. */
const jobs = createJobs()
jobs.define({
  name: 'test.survives',
  payload: z.object({ n: z.number() }),
  priority: 'live',
  maxAttempts: 2,
  safeToRepeat: 'It does nothing.',
  run: async () => {
    console.log('begun')
    await new Promise(() => {})
  },
})
await startWorker({
  url: process.argv[2] ?? '',
  jobs,
  log: createLog({ level: 'silent' }),
  metrics: createMetrics(),
})
