import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { RetryableError, TerminalError } from '../../src/platform/jobs/retry-classes.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** How the jobs of this file behave, by name. */
let broken: 'terminal' | 'later' | 'no' = 'terminal'
const runs: number[] = []

beforeAll(async () => {
  product = await startProduct({
    prepare: app => {
      app.platform.jobs.define({
        name: 'test.fragile',
        payload: z.object({ n: z.number() }),
        priority: 'messages',
        maxAttempts: 5,
        safeToRepeat: 'It only counts.',
        run: async ({ n }) => {
          if (broken === 'terminal')
            throw new TerminalError('petra@example.org does not exist at +493023125001')
          if (broken === 'later') throw new RetryableError('busy', { retryAfterMs: 3_600_000 })
          runs.push(n)
        },
      })
    },
  })
})
afterAll(() => product.stop())

async function fail(n: number, how: 'terminal' | 'later'): Promise<string> {
  broken = how
  const { db, jobs } = product.app.platform
  const definition = jobs.definitions().get('test.fragile')
  if (!definition) throw new Error('not defined')
  await db.inTenant(await product.tenantId('salon'), tx => jobs.enqueue(tx, definition, { n }))
  const state = how === 'terminal' ? 'dead' : 'retrying'
  return await vi.waitFor(
    async () => {
      const [job] = await list(`?state=${state}`)
      return job.id
    },
    { timeout: 10_000 },
  )
}

const list = async (query = '', key = product.keys.salon): Promise<Json[]> =>
  (await product.get(`/api/v1/jobs${query}`, key)).body.items

describe('A job that will never work', () => {
  let id: string
  beforeAll(async () => {
    id = await fail(1, 'terminal')
  })

  test('is a dead letter after one attempt, with its reason and without anybody’s address', async () => {
    const [job] = await list('?state=dead')
    expect(job).toMatchObject({
      id,
      name: 'test.fragile',
      state: 'dead',
      priority: 'messages',
      attempts: 1,
      reason: 'terminal',
      last_error: '[personal] does not exist at [personal]',
      allowed: { retry: true, discard: true },
    })
    expect(job.last_failed_at).toBe(job.first_failed_at)
  })

  test('is nobody else’s business', async () => {
    expect(await list('?state=dead', product.keys.practice)).toEqual([])
    const answer = await product.post(`/api/v1/jobs/${id}/retry`, product.keys.practice, {})
    expect(answer).toMatchObject({ status: 404, body: { type: '/errors/ops/unknown-job' } })
  })

  test('is counted', async () => {
    const { body } = await product.get('/api/v1/jobs/summary', product.keys.salon)
    expect(body).toMatchObject({ counts: { dead: 1 }, workers_alive: 1 })
  })

  test('runs once when two people retry it at the same moment', async () => {
    broken = 'no'
    const answers = await Promise.all(
      [1, 2].map(() => product.post(`/api/v1/jobs/${id}/retry`, product.keys.salon, {})),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, expect.toBeOneOf([404, 409])])
    await expect.poll(() => runs, { timeout: 10_000 }).toEqual([1])
  })
})

describe('A job that is worth another attempt', () => {
  test('waits as long as the other side asked for', async () => {
    const id = await fail(2, 'later')
    const [job] = await list('?state=retrying')
    expect(job).toMatchObject({ id, reason: null, last_error: 'busy', attempts: 1, max_attempts: 5 })
    const minutes = (Date.parse(job.run_at) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(59)
    expect(minutes).toBeLessThan(62)
  })

  test('runs at once when somebody says so', async () => {
    const [job] = await list('?state=retrying')
    broken = 'no'
    const { body } = await product.post('/api/v1/jobs/retry', product.keys.salon, { ids: [job.id, '999999'] })
    expect(body).toMatchObject({ retried: [job.id], skipped: [{ id: '999999', why: 'unknown' }] })
    await expect.poll(() => runs, { timeout: 10_000 }).toContain(2)
    expect(await list()).toEqual([])
  })
})

describe('Giving a job up', () => {
  test('needs a reason', async () => {
    const id = await fail(3, 'terminal')
    const answer = await product.post(`/api/v1/jobs/${id}/discard`, product.keys.salon, { reason: ' ' })
    expect(answer.status).toBe(400)
  })

  test('is done by one of two people, and recorded with who and why', async () => {
    const [job] = await list('?state=dead')
    const answers = await Promise.all(
      ['Kunde hat abgesagt.', 'Nicht mehr nötig.'].map(reason =>
        product.post(`/api/v1/jobs/${job.id}/discard`, product.keys.salon, { reason }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, expect.toBeOneOf([404, 409])])
    const records = await product.database.query<Json>(
      'select id::text, name, why, discarded_by, attempts, envelope from discarded_job',
    )
    expect(records).toEqual([
      {
        id: job.id,
        name: 'test.fragile',
        why: expect.toBeOneOf(['Kunde hat abgesagt.', 'Nicht mehr nötig.']),
        discarded_by: expect.stringMatching(/^api-key:/),
        attempts: 1,
        envelope: expect.objectContaining({ data: { n: 3 }, request_id: job.request_id }),
      },
    ])
    expect(await list()).toEqual([])
  })

  test('is not possible while it waits for its time', async () => {
    const { db, jobs } = product.app.platform
    const definition = jobs.definitions().get('test.fragile')
    if (!definition) throw new Error('not defined')
    const runAt = Temporal.Now.instant().add({ hours: 1 })
    await db.inTenant(await product.tenantId('salon'), tx =>
      jobs.enqueue(tx, definition, { n: 4 }, { runAt }),
    )
    const [job] = await list('?state=scheduled')
    expect(job.allowed.discard).toEqual({ no: 'The job is scheduled for later.', why: 'scheduled' })
    const answer = await product.post(`/api/v1/jobs/${job.id}/discard`, product.keys.salon, { reason: 'x' })
    expect(answer).toMatchObject({ status: 409, body: { type: '/errors/ops/job-not-failed' } })
    await product.database.query('delete from graphile_worker._private_jobs')
  })
})

test('all dead jobs are retried at once, and the list goes on page by page', async () => {
  const ids = new Set<string>()
  for (const n of [10, 11, 12]) {
    await fail(n, 'terminal')
    await vi.waitFor(async () => expect((await list('?state=dead')).length).toBe(n - 9), { timeout: 10_000 })
  }
  let cursor: string | null = null
  for (let page = 0; page < 3; page += 1) {
    const query: string = `?state=dead&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`
    const { body } = await product.get(`/api/v1/jobs${query}`, product.keys.salon)
    expect(body.items).toHaveLength(1)
    ids.add(body.items[0].id)
    cursor = body.next_cursor
  }
  expect([ids.size, cursor]).toEqual([3, null])
  broken = 'no'
  const { body } = await product.post('/api/v1/jobs/retry', product.keys.salon, { state: 'dead' })
  expect(new Set(body.retried)).toEqual(ids)
  await expect.poll(() => runs, { timeout: 10_000 }).toEqual(expect.arrayContaining([10, 11, 12]))
})

test('an open page hears that a job died', async () => {
  const heard: string[] = []
  const stop = product.app.platform.live.listen(await product.tenantId('salon'), event => {
    if (event.topic === 'job') heard.push(event.id)
  })
  const id = await fail(20, 'terminal')
  await expect.poll(() => heard).toContain(id)
  stop()
  await product.post(`/api/v1/jobs/${id}/discard`, product.keys.salon, { reason: 'test' })
})

test('a key that may only read or write business sees no jobs', async () => {
  const { key } = await product.app.modules.identity.createApiKey({
    tenantId: await product.tenantId('salon'),
    scopes: ['read', 'write'],
    name: 'test',
  })
  for (const path of ['/api/v1/jobs', '/api/v1/jobs/summary', '/api/v1/inbox-events'])
    expect((await product.get(path, key)).status).toBe(403)
})
