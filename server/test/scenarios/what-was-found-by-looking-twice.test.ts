import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const when = 'übernächste Woche Donnerstag'
const find = async (call: ReturnType<typeof phoneCall>): Promise<Json> =>
  (await call.tool('find_slots', { service: 'Herrenschnitt', when })).body.slots[0]

test('a closure entered while a slot is held wins over the hold (invariant 9)', async () => {
  const call = phoneCall(product, { id: 'call_closed_meanwhile' })
  const slot = await find(call)
  expect((await call.tool('hold_slot', { token: slot.token })).body.status).toBe('held')
  const tenantId = await product.tenantId('salon')
  const { catalogue, tenants, scheduling } = product.app.modules
  await product.app.platform.db.inTenant(tenantId, async tx => {
    const { locationId } = await tenants.read(tx)
    const start = Temporal.Instant.fromEpochMilliseconds(scheduling.slotStart(tenantId, slot.token) ?? 0)
    await catalogue.addClosure(tx, {
      locationId,
      resourceId: null,
      startsAt: start,
      endsAt: start.add({ hours: 4 }),
      reason: 'Wasserschaden',
    })
  })
  const { body } = await call.tool('book_appointment', { token: slot.token, name: 'Petra Lindner' })
  expect(body.status).toBe('taken')
  expect(await product.database.query('select id from appointment')).toEqual([])
})

test('the name for somebody else does not become the owner of the caller’s number (failure 82)', async () => {
  const call = phoneCall(product, { id: 'call_for_child', from: '+491713920051' })
  const slot = await find(call)
  const wish = { token: slot.token, name: 'Mila Ottmar', for_someone_else: true }
  expect((await call.tool('book_appointment', wish)).body.status).toBe('booked')
  const owners = await product.database.query(
    "select customer_id from customer_phone where e164 = '+491713920051'",
  )
  expect(owners).toEqual([])
})

describe('The stored timeline', () => {
  test('does not repeat a caller’s name in the answer, and keeps the names of services', async () => {
    const call = phoneCall(product, { id: 'call_masked', from: '+491713920052' })
    await call.tool('list_services', {})
    const slot = await find(call)
    await call.tool('book_appointment', { token: slot.token, name: 'Sabine Wolter' })
    const rows = await product.database.query<{ name: string; result: Json }>(
      "select name, result from call_event where name in ('list_services', 'book_appointment')",
    )
    expect(JSON.stringify(rows)).not.toContain('Wolter')
    expect(JSON.stringify(rows)).toContain('Haarschnitt Damen')
  })
})

test('the moment a hosted agent says that it is an AI is stored with the call', async () => {
  const script = {
    language: 'de',
    to: '+493023125001',
    steps: [{ agent: 'Salon Morgenrot, Sie sprechen mit einer KI.' }, { user: 'Danke, falsch verbunden.' }],
    ended: { disconnection_reason: 'user_hangup' },
  }
  await product.retell.playCall({ script, from: '+491713920053', pace: 'instant' } as never)
  await product.settled()
  const [row] = await product.database.query(
    "select disclosed_at is not null as told, disclosed_at >= started_at as after_start from call where caller_e164 = '+491713920053'",
  )
  expect(row).toEqual({ told: true, after_start: true })
})

test('a cursor that is none of ours is a problem, not the first page again', async () => {
  for (const path of ['appointments', 'calls'])
    expect((await product.get(`/api/v1/${path}?cursor=abc`, product.keys.salon)).status).toBe(400)
})

test('an API key is no session', async () => {
  expect((await product.get('/api/v1/session', product.keys.salon)).status).toBe(403)
})

test('figures are not shown to whoever comes through a proxy', async () => {
  const direct = await fetch(`${product.url}/metrics`)
  const proxied = await fetch(`${product.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect([direct.status, proxied.status]).toEqual([200, 404])
})

test('a notification that is no announcement of ours is passed over', async () => {
  await product.database.query("select pg_notify('askpro_live', 'not json')")
  expect((await fetch(`${product.url}/health/live`)).status).toBe(200)
})
