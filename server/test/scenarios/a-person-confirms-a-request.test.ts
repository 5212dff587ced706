import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const PATIENCE = { timeout: 15_000 }
let product: TestProduct
const today = Temporal.Now.plainDateISO('Europe/Berlin')

beforeAll(async () => {
  product = await startProduct()
  await product.database.query(
    "update service set needs_confirmation = true where name = 'Haarschnitt Herren' and tenant_id = $1",
    [await product.tenantId('salon')],
  )
})
afterAll(() => product.stop())

const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
async function slots(): Promise<Json[]> {
  const range = `from=${today.add({ days: 7 })}&to=${today.add({ days: 21 })}`
  return (
    await product.get(`/api/v1/availability?service=Herrenschnitt&staff=Jonas&${range}`, product.keys.salon)
  ).body.items
}
async function request(email: string): Promise<Json> {
  const [slot] = await slots()
  const customer = { name: 'Petra Lindner', phone: '0171 3920011', email }
  const { status, body } = await post('/api/v1/appointments', { token: slot.token, customer })
  expect(status).toBe(201)
  return body
}
const mailsTo = (email: string) =>
  product.mail.messages().flatMap(mail => (JSON.stringify(mail).includes(email) ? [mail] : []))
const subjects = (email: string) => mailsTo(email).map(mail => mail.subject.replace(/:.*/, ''))

describe('An appointment of a service that a person confirms', () => {
  test('is requested, keeps its place, and is in the office’s list', async () => {
    const requested = await request('eins@example.org')
    expect(requested).toMatchObject({
      state: 'requested',
      version: 1,
      allowed: { confirm: true, decline: true },
    })
    expect((await slots()).map(slot => slot.starts_at)).not.toContain(requested.starts_at)
    const { body } = await product.get(`/api/v1/appointments?from=${today}`, product.keys.salon)
    expect(body.items.find((item: Json) => item.id === requested.id)).toMatchObject({ state: 'requested' })
  })

  test('is a request in its first mail, with a tentative calendar entry, and confirmed in the second', async () => {
    const email = 'zwei@example.org'
    const { id } = await request(email)
    await expect.poll(() => subjects(email), PATIENCE).toEqual([expect.stringMatching(/^Ihre Terminanfrage/)])
    const first = JSON.stringify(mailsTo(email)[0])
    expect(first).toContain('noch nicht bestätigt')
    expect(first).toContain('STATUS:TENTATIVE')
    expect((await post(`/api/v1/appointments/${id}/confirm`, {})).body.state).toBe('confirmed')
    await expect.poll(() => mailsTo(email).length, PATIENCE).toBe(2)
    const second = JSON.stringify(mailsTo(email)[1])
    expect(second).toContain('ist bestätigt')
    expect(second).toContain('STATUS:CONFIRMED')
    expect(second).toContain('SEQUENCE:2')
  })

  test('is free again when it is declined, and the customer is told', async () => {
    const email = 'drei@example.org'
    const requested = await request(email)
    await expect.poll(() => subjects(email), PATIENCE).toHaveLength(1)
    const { body } = await post(`/api/v1/appointments/${requested.id}/decline`, { reason: 'Urlaub' })
    expect(body.state).toBe('cancelled')
    expect((await slots()).map(slot => slot.starts_at)).toContain(requested.starts_at)
    await expect.poll(() => subjects(email)[1], PATIENCE).toMatch(/ist abgesagt$/)
  })

  test('is answered "requested" on the telephone, and never called booked (failure 67)', async () => {
    const call = phoneCall(product, { id: 'call_request' })
    const { slots: offered } = (
      await call.tool('find_slots', { service: 'Herrenschnitt', when: 'nächste Woche' })
    ).body
    const token = offered[0].token
    const { body } = await call.tool('book_appointment', { token, name: 'Petra Lindner' })
    expect(body).toMatchObject({ status: 'requested', reference: expect.any(String) })
    expect(body.say).toContain('erst, wenn ihn jemand aus dem Team bestätigt')
    expect(body.say).not.toContain('gebucht')
    expect((await call.tool('book_appointment', { token, name: 'Petra Lindner' })).body).toEqual(body)
  })
})
