import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
/** When both can. */
let start: string
const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 })
const to = from.add({ days: 21 })

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
})
afterAll(() => product.stop())

const call = (method: string, path: string, body?: unknown, key = product.keys.salon) =>
  send(product.url, { method, path: `/api/v1${path}`, key, body })
const slots = async (staff: string): Promise<Json[]> =>
  (await call('GET', `/availability?service=Massage&staff=${staff}&from=${from}&to=${to}`)).body.items
const free = async (staff: string, start: string): Promise<Json | undefined> =>
  (await slots(staff)).find(slot => slot.starts_at === start)
const book = async (slot: Json, name: string) =>
  await call('POST', '/appointments', { token: slot.token, customer: { name } })

test('A room that a service needs limits it, and is free again when it does not', async () => {
  const made = (
    await call('POST', '/services', { name: 'Massage', price_minor: 5000, segments: [{ minutes: 30 }] })
  ).body
  const { items } = (await call('GET', '/staff')).body
  for (const { id, services } of items)
    await call('PATCH', `/staff/${id}`, {
      service_ids: [...services.map((service: Json) => service.id), made.id],
    })
  const added = await call('POST', '/resources', { kind: 'room', name: 'Kabine', service_ids: [made.id] })
  expect([added.status, added.body.lanes, added.body.services[0].name]).toEqual([201, 1, 'Massage'])
  const ofJonas = await slots('Jonas')
  const first = (await slots('Mara')).find(slot => ofJonas.some(other => other.starts_at === slot.starts_at))
  start = first.starts_at
  expect((await book(first, 'Petra Lindner')).status).toBe(201)
  expect(await free('Jonas', start)).toBeUndefined()
  const two = await call('PATCH', `/resources/${added.body.id}`, { lanes: 2, version: added.body.version })
  expect([two.status, two.body.lanes, two.body.collisions]).toEqual([200, 2, []])
  expect(await free('Jonas', start)).toBeDefined()
})

test('Places that go, and a room that is archived, name the appointments they leave behind', async () => {
  const [room] = (await call('GET', '/resources')).body.items.filter((one: Json) => one.name === 'Kabine')
  const second = await book(await free('Jonas', start), 'Jonas Reuter')
  expect(second.status).toBe(201)
  const one = await call('PATCH', `/resources/${room.id}`, { lanes: 1 })
  expect(one.body.collisions.map((item: Json) => item.attendee_name)).toEqual(['Jonas Reuter'])
  const archived = await call('POST', `/resources/${room.id}/archive`)
  expect([archived.status, archived.body.active, archived.body.collisions.length]).toEqual([200, false, 2])
  expect((await call('GET', '/resources')).body.items.map((item: Json) => item.id)).not.toContain(room.id)
  const again = await call('POST', `/resources/${room.id}/restore`)
  expect([again.body.active, again.body.collisions]).toEqual([true, []])
  const { body } = await call('GET', `/audit-events?entity=resource&entity_id=${room.id}`)
  expect(body.items.length).toBeGreaterThanOrEqual(4)
})

test('A name counts once in a location, a stale change is told, and people are no rooms', async () => {
  const taken = await call('POST', '/resources', { kind: 'device', name: 'Mara' })
  expect([taken.status, taken.body.type]).toEqual([409, '/errors/catalogue/name-taken'])
  const [room] = (await call('GET', '/resources')).body.items
  const stale = await call('PATCH', `/resources/${room.id}`, { name: 'Raum', version: room.version - 1 })
  expect([stale.status, stale.body.type]).toEqual([409, '/errors/platform/stale-version'])
  const [person] = (await call('GET', '/staff')).body.items
  expect((await call('PATCH', `/resources/${person.id}`, { name: 'Raum' })).status).toBe(404)
  expect((await call('PATCH', `/resources/${room.id}`, { name: 'Raum' }, product.keys.garage)).status).toBe(
    404,
  )
})
