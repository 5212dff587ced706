import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const salon = (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })

async function escalate(): Promise<void> {
  const schedule = product.app.platform.jobs.schedules().get('calls.escalate-overdue-callbacks')
  if (!schedule) throw new Error('Nothing escalates.')
  await schedule.run(Temporal.Now.instant())
}

describe('A wish', () => {
  test('is kept with its service and the caller’s words, once for each service of a call', async () => {
    const call = phoneCall(product, { id: 'wished' })
    const first = await call.tool('record_wish', { service: 'Dauerwelle', when: 'Sonntag' })
    expect(first.body).toMatchObject({ status: 'noted', say: expect.stringContaining('Dauerwelle') })
    await call.tool('record_wish', { service: 'Dauerwelle', when: 'Sonntag; Montag', staff: 'Mara' })
    await call.tool('record_wish', { when: 'abends' })
    const { items } = (await salon('GET', '/wishes?state=open')).body
    expect(items).toMatchObject([
      { service: null, wanted_when: 'abends' },
      { service: { name: 'Dauerwelle' }, wanted_when: 'Sonntag; Montag', wanted_staff: 'Mara' },
    ])
    const [{ call_id: callId }] = items
    expect((await salon('GET', `/calls/${callId}`)).body.outcome).toBe('wish')
  })

  test('is settled and taken up again, with who did it', async () => {
    const [{ id }] = (await salon('GET', '/wishes')).body.items
    const done = await salon('PATCH', `/wishes/${id}`, { state: 'done' })
    expect(done.body).toMatchObject({ state: 'done', settled_by: expect.any(String) })
    expect((await salon('GET', '/wishes?state=open')).body.items).toHaveLength(1)
    const open = await salon('PATCH', `/wishes/${id}`, { state: 'open' })
    expect(open.body).toMatchObject({ state: 'open', settled_by: null, settled_at: null })
  })

  test('of another business is none', async () => {
    const [{ id }] = (await salon('GET', '/wishes')).body.items
    const key = product.keys.practice
    const answer = await send(product.url, {
      method: 'PATCH',
      path: `/api/v1/wishes/${id}`,
      key,
      body: { state: 'done' },
    })
    expect([answer.status, answer.body.type]).toEqual([404, '/errors/calls/unknown-wish'])
  })
})

describe('A callback request', () => {
  let callback: Json
  const read = async () => (await salon('GET', `/callback-requests/${callback.id}`)).body

  beforeAll(async () => {
    await phoneCall(product, { id: 'called_back' }).tool('request_callback', { reason: 'Frage zur Farbe' })
    ;[callback] = (await salon('GET', '/callback-requests?state=open')).body.items
  })

  test('is nobody’s and of normal priority at first', () => {
    expect(callback).toMatchObject({ assignee: null, priority: 'normal', escalated_at: null })
  })

  test('is given to somebody who works there, found by them, and given to nobody again', async () => {
    const [mara, jonas] = (await salon('GET', '/staff')).body.items
    const given = await salon('PATCH', `/callback-requests/${callback.id}`, { assigned_to: mara.id })
    expect(given.body).toMatchObject({ assignee: { id: mara.id, name: mara.name }, state: 'open' })
    expect((await salon('GET', `/callback-requests?assigned_to=${mara.id}`)).body.items).toHaveLength(1)
    expect((await salon('GET', `/callback-requests?assigned_to=${jonas.id}`)).body.items).toHaveLength(0)
    await salon('PATCH', `/callback-requests/${callback.id}`, { assigned_to: null })
    expect(await read()).toMatchObject({ assignee: null })
  })

  test('is given to nobody of another business, and nothing else changes by the attempt', async () => {
    const { body } = await send(product.url, {
      method: 'GET',
      path: '/api/v1/staff',
      key: product.keys.practice,
    })
    const stranger = { assigned_to: body.items[0].id, state: 'done' }
    const refused = await salon('PATCH', `/callback-requests/${callback.id}`, stranger)
    expect([refused.status, refused.body.type]).toEqual([422, '/errors/calls/unknown-assignee'])
    expect(await read()).toMatchObject({ assignee: null, state: 'open' })
  })

  test('gets a high priority once it is overdue, once, and only while it is open', async () => {
    await escalate()
    expect(await read()).toMatchObject({ priority: 'normal', escalated_at: null })
    await product.database.query("update callback_request set due_at = now() - interval '1 minute'")
    await escalate()
    const escalated = await read()
    expect(escalated).toMatchObject({ priority: 'high', escalated_at: expect.any(String) })
    await escalate()
    expect((await read()).escalated_at).toBe(escalated.escalated_at)
  })

  test('that is done is not escalated', async () => {
    await phoneCall(product, { id: 'called_back_too' }).tool('request_callback', { reason: 'Noch etwas' })
    const [other] = (await salon('GET', '/callback-requests?state=open')).body.items.filter(
      (item: Json) => item.id !== callback.id,
    )
    await salon('PATCH', `/callback-requests/${other.id}`, { state: 'done' })
    await product.database.query("update callback_request set due_at = now() - interval '1 minute'")
    await escalate()
    expect((await salon('GET', `/callback-requests/${other.id}`)).body.priority).toBe('normal')
  })
})
