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
