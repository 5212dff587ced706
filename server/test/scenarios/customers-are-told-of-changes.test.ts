import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

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

const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
const change = (id: string, action: string, body: unknown = {}) =>
  post(`/api/v1/appointments/${id}/${action}`, body)

async function slots(): Promise<Json[]> {
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const range = `from=${today.add({ days: 7 })}&to=${today.add({ days: 14 })}`
  return (await product.get(`/api/v1/availability?service=Herrenschnitt&${range}`, product.keys.salon)).body
    .items
}
async function book(): Promise<{ id: string; later: Json[] }> {
  const [slot, , ...later] = await slots()
  const { status, body } = await post('/api/v1/appointments', {
    token: slot.token,
    customer: { name: 'Petra Lindner', phone: '0171 3920011', email: 'petra@example.org' },
  })
  expect(status).toBe(201)
  return { id: body.id, later }
}
const messages = () =>
  product.database.query<Json>(
    "select id, kind, state, reason from message order by split_part(subject_key, '/', 2)::int",
  )
const told = async () => (await messages()).map(({ kind, state }) => `${kind} ${state}`)
const raw = () => product.mail.messages().map(mail => JSON.stringify(mail))
const subjects = () => product.mail.messages().map(mail => mail.subject)

describe('A customer with a confirmed appointment', () => {
  test('is told of another time once, with an update of the same calendar entry', async () => {
    const { id, later } = await book()
    await expect.poll(told, PATIENCE).toEqual(['confirmation sent'])
    await change(id, 'move', { token: later[0].token })
    await expect.poll(told, PATIENCE).toEqual(['confirmation sent', 'change sent'])
    await product.settled()
    expect(subjects()).toHaveLength(2)
    const mail = raw()[1]
    expect(mail).toContain('wurde geändert')
    expect(mail).toContain('Bisher: ')
    expect(mail).toContain('METHOD:REQUEST')
    expect(mail).toContain(`UID:${id}@askpro`)
    expect(mail).toContain('SEQUENCE:2')
  })

  test('is told of the cancellation once, and of its return', async () => {
    const { id } = await book()
    await expect.poll(told, PATIENCE).toEqual(['confirmation sent'])
    await change(id, 'cancel')
    await expect.poll(told, PATIENCE).toEqual(['confirmation sent', 'cancellation sent'])
    expect(raw()[1]).toContain('METHOD:CANCEL')
    await change(id, 'undo')
    await expect.poll(told, PATIENCE).toEqual(['confirmation sent', 'cancellation sent', 'confirmation sent'])
    expect(raw()[2]).toContain('SEQUENCE:3')
  })
})

describe('A message that is overtaken by a change', () => {
  test('is superseded with the reason when it is tried again', async () => {
    product.mail.setFaults({ reject: 'temporary' })
    const { id } = await book()
    await expect.poll(told, PATIENCE).toEqual(['confirmation queued'])
    await product.settled()
    await change(id, 'cancel')
    await product.settled()
    product.mail.setFaults({})
    await product.database.query('delete from graphile_worker._private_jobs')
    await runAllAgain()
    await expect.poll(told, PATIENCE).toEqual(['confirmation superseded', 'cancellation sent'])
    expect((await messages())[0].reason).toBe('The appointment was cancelled since.')
    expect(subjects()).toHaveLength(1)
  })

  test('is superseded also when the later one was sent first, and neither is sent twice', async () => {
    product.mail.setFaults({ reject: 'temporary' })
    const { id, later } = await book()
    await change(id, 'move', { token: later[0].token })
    await expect.poll(told, PATIENCE).toEqual(['confirmation queued', 'change queued'])
    await product.settled()
    product.mail.setFaults({})
    const [first, second] = await messages()
    await product.database.query('delete from graphile_worker._private_jobs')
    await runAgain('messaging.send-change', second.id)
    await runAgain('messaging.send-confirmation', first.id)
    await runAgain('messaging.send-change', second.id)
    expect(await told()).toEqual(['confirmation superseded', 'change sent'])
    expect(subjects()).toHaveLength(1)
  })
})

async function runAllAgain(): Promise<void> {
  for (const { id, kind } of await messages()) await runAgain(`messaging.send-${kind}`, id)
}

async function runAgain(name: string, messageId: string): Promise<void> {
  const job = product.app.platform.jobs.definitions().get(name)
  const tenantId = await product.tenantId('salon')
  await job?.run({ tenant_id: tenantId, message_id: messageId }, { number: 1, last: false })
}
