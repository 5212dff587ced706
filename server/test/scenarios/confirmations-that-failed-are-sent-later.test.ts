import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const PATIENCE = { timeout: 15_000 }
let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())
beforeEach(async () => {
  product.mail.setFaults({})
  product.mail.clear()
  await product.database.query('delete from message; delete from graphile_worker._private_jobs')
})

async function book(email: string, count = 1): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const range = `from=${today.add({ days: 7 })}&to=${today.add({ days: 14 })}`
  for (let done = 0; done < count; done += 1) {
    const { body } = await product.get(
      `/api/v1/availability?service=Herrenschnitt&${range}`,
      product.keys.salon,
    )
    const answer = await product.post('/api/v1/appointments', product.keys.salon, {
      token: body.items[0].token,
      customer: { name: 'Petra Lindner', phone: '0171 3920011', email },
    })
    expect(answer.status).toBe(201)
  }
}

const messages = () =>
  product.database.query<Json>('select state, reason, provider_id, attempts from message order by created_at')
const states = async () => (await messages()).map(message => message.state)
async function jobs(state: string): Promise<Json[]> {
  const { body } = await product.get(`/api/v1/jobs?state=${state}`, product.keys.salon)
  return body.items.filter((job: Json) => job.name === 'messaging.send-confirmation')
}
const dead = () => jobs('dead')
const retry = (id: string) => product.post(`/api/v1/jobs/${id}/retry`, product.keys.salon, {})
const messageIds = () => product.mail.messages().map(mail => mail.message_id)

describe('A confirmation that the mail server refuses for good', () => {
  test('has failed, and is a dead letter with the same reason', async () => {
    await book('bounce@example.org')
    await expect.poll(dead, PATIENCE).toMatchObject([
      {
        reason: 'provider_refused',
        last_error: 'The mail server answered 550.',
        attempts: 1,
        allowed: { retry: true },
      },
    ])
    expect(await messages()).toMatchObject([{ state: 'failed', reason: 'The mail server answered 550.' }])
  })

  test('is refused and dead again when it is retried and nothing changed', async () => {
    await book('bounce@example.org')
    await expect.poll(dead, PATIENCE).toHaveLength(1)
    const [job] = await dead()
    expect((await retry(job.id)).status).toBe(200)
    await expect.poll(async () => (await messages())[0].attempts, PATIENCE).toBe(2)
    await expect.poll(dead, PATIENCE).toMatchObject([{ id: job.id, reason: 'provider_refused' }])
    expect(await states()).toEqual(['failed'])
  })

  test('waits again when the retry meets a fault that may pass, and is then sent once', async () => {
    product.mail.setFaults({ reject: 'permanent' })
    await book('petra@example.org')
    await expect.poll(dead, PATIENCE).toHaveLength(1)
    const [job] = await dead()
    product.mail.setFaults({ reject: 'temporary' })
    await retry(job.id)
    await expect.poll(states, PATIENCE).toEqual(['queued'])
    product.mail.setFaults({})
    await expect.poll(() => jobs('retrying'), PATIENCE).toHaveLength(1)
    await retry(job.id)
    await expect.poll(states, PATIENCE).toEqual(['sent'])
    expect(messageIds()).toHaveLength(1)
    expect(messageIds()).toEqual([(await messages())[0].provider_id])
    await product.settled()
    expect([await dead(), await jobs('retrying')]).toEqual([[], []])
  })
})

describe('When the mail server is away for longer than all attempts', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'askpro-mail-'))
  })
  afterAll(() => rm(dataDir, { recursive: true }))

  test('its confirmations are dead letters, and one command sends each of them once', async () => {
    product.mail.setFaults({ reject: 'temporary' })
    await book('petra@example.org', 3)
    await expect.poll(() => jobs('retrying'), PATIENCE).toHaveLength(3)
    // The last attempt comes after half a day: here it comes now.
    await product.database.query(
      `update graphile_worker._private_jobs as jobs set attempts = jobs.max_attempts - 1, run_at = now()
       from graphile_worker._private_tasks as tasks
       where tasks.id = jobs.task_id and tasks.identifier = 'messaging.send-confirmation'`,
    )
    await expect.poll(async () => (await dead()).map(job => job.reason), PATIENCE).toHaveLength(3)
    expect(new Set((await dead()).map(job => job.reason))).toEqual(new Set(['attempts_used_up']))
    expect(await states()).toEqual(['failed', 'failed', 'failed'])
    product.mail.setFaults({})
    const { stdout } = await askpro('jobs', 'retry', '--all')
    expect(stdout).toBe('3 jobs retried.\n')
    await expect.poll(states, PATIENCE).toEqual(['sent', 'sent', 'sent'])
    const sent = (await messages()).map(message => message.provider_id)
    expect(messageIds().toSorted()).toEqual(sent.toSorted())
    await product.settled()
    expect(await dead()).toEqual([])
  })

  async function askpro(...words: string[]): Promise<{ stdout: string }> {
    const { url, ownerUrl } = product.database
    const env = {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      LOG_LEVEL: 'silent',
    }
    return await promisify(execFile)(process.execPath, [MAIN, ...words], { env })
  }
})
