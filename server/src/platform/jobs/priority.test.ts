import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { connect } from '../db/connect.ts'
import { createDatabase, type Database } from '../db/database.ts'
import { createLog } from '../observability/log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { createJobs, type JobDefinition } from './jobs.ts'
import type { Priority } from './priority.ts'
import { startWorker, type Worker } from './worker.ts'

const log = createLog({ level: 'silent' })
const FLOOD = 500
const payload = z.object({ n: z.number() })
let database: TestDatabase
let db: Database
let worker: Worker
const jobs = createJobs()
const begun: Priority[] = []
let open: () => void = () => {}
/** Jobs of a flood run until the test lets them go. */
const gate = new Promise<void>(resolve => {
  open = resolve
})

function define(priority: Priority, run: () => Promise<void>): JobDefinition<z.infer<typeof payload>> {
  return jobs.define({
    name: `test.${priority}`,
    payload,
    priority,
    maxAttempts: 1,
    safeToRepeat: 'It only counts.',
    run: async () => {
      begun.push(priority)
      await run()
    },
  })
}
const reports = define('reports', () => gate)
const messages = define('messages', () => gate)
const live = define('live', async () => {})

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(connect({ url: database.url, max: 5, applicationName: 'test', log }), log)
  worker = await startWorker({ url: database.url, jobs, log, metrics: createMetrics() })
})
afterAll(async () => {
  open()
  await worker.stop()
  await db.close()
  await database.drop()
})

const enqueue = (job: JobDefinition<{ n: number }>, count: number) =>
  db.acrossTenants('test: enqueue', async tx => {
    for (let n = 0; n < count; n += 1) await jobs.enqueue(tx, job, { n })
  })
const count = (priority: Priority) => begun.filter(one => one === priority).length

test('a flood of slow reports leaves messages their places, and both leave callers theirs', async () => {
  await enqueue(reports, FLOOD)
  await expect.poll(() => count('reports'), { timeout: 10_000 }).toBe(4)
  await enqueue(messages, FLOOD)
  await expect.poll(() => count('messages'), { timeout: 10_000 }).toBe(4)
  const waits: number[] = []
  for (let call = 1; call <= 20; call += 1) {
    const enqueued = performance.now()
    await enqueue(live, 1)
    await expect.poll(() => count('live'), { timeout: 10_000, interval: 5 }).toBe(call)
    waits.push(performance.now() - enqueued)
  }
  expect(waits.sort((left, right) => left - right)[10]).toBeLessThan(500)
  expect([count('reports'), count('messages')]).toEqual([4, 4])
})

test('what is more urgent is taken first, however long the rest has waited', async () => {
  await enqueue(live, 50)
  const before = begun.length
  open()
  await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(2 * FLOOD + 70)
  const order = begun.slice(before)
  expect(order.lastIndexOf('messages')).toBeLessThan(order.lastIndexOf('reports'))
})
