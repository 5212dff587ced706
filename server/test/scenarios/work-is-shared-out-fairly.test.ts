import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let service: string
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const day = today.add({ days: 14 + 3 - today.dayOfWeek })

beforeAll(async () => {
  product = await startProduct()
  const { body } = await product.get('/api/v1/services', product.keys.salon)
  service = body.items.find((one: Json) => one.synonyms.includes('Herrenschnitt')).id
})
afterAll(() => product.stop())

async function send(method: 'PUT' | 'PATCH', path: string, body: unknown): Promise<Json> {
  const response = await fetch(product.url + path, {
    method,
    headers: { authorization: `Bearer ${product.keys.salon}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
const share = (assignment: string | null, cool_down = 0) =>
  send('PUT', `/api/v1/services/${service}/assignment`, { assignment, cool_down })

async function slots(staff = ''): Promise<Json[]> {
  const query = `service=${service}&from=${day}&to=${day.add({ days: 1 })}${staff}`
  return (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body.items
}

/** Books the first start that several could do. */
async function bookNext(): Promise<string> {
  const slot = (await slots()).find(one => one.assigned.among > 1)
  const customer = { name: 'Petra Lindner' }
  const answer = await product.post('/api/v1/appointments', product.keys.salon, {
    token: slot.token,
    customer,
  })
  expect(answer.status).toBe(201)
  return answer.body.staff[0].name
}

const counted = (names: readonly string[]) =>
  [...Map.groupBy(names, name => name).values()].map(own => own.length)

test('in the owner’s order unless something else is said, and the slot says so', async () => {
  const several = (await slots()).filter(slot => slot.assigned.among > 1)
  expect(new Set(several.map(slot => slot.assigned.by))).toEqual(new Set(['first']))
  expect(new Set(several.map(slot => slot.staff[0].name)).size).toBe(1)
  expect((await slots('&staff=Jonas'))[0].assigned).toEqual({ by: 'asked', among: 1 })
})

test('to the least loaded: two people differ by one appointment at most, and asking again changes nothing', async () => {
  expect((await share('least_loaded')).body).toEqual({ assignment: 'least_loaded', cool_down: 0 })
  const names: string[] = []
  for (let nth = 1; nth <= 6; nth += 1) {
    const [one, again] = [await slots(), await slots()]
    expect(one.map(slot => slot.staff)).toEqual(again.map(slot => slot.staff))
    names.push(await bookNext())
  }
  const [most = 0, least = 0] = counted(names)
  expect(Math.abs(most - least)).toBeLessThanOrEqual(1)
})

test('by the rule of the business where the service has none', async () => {
  await share(null)
  expect((await send('PATCH', '/api/v1/settings', { assignment: 'last_served' })).body.assignment).toBe(
    'last_served',
  )
  const several = (await slots()).filter(slot => slot.assigned.among > 1)
  expect(new Set(several.map(slot => slot.assigned.by))).toEqual(new Set(['last_served']))
  const turns = [await bookNext(), await bookNext(), await bookNext()]
  expect(turns[0]).not.toBe(turns[1])
  expect(turns[2]).toBe(turns[0])
})

test('a rule that is none, a rest without end and a service that is none are refused', async () => {
  expect((await share('alphabetical')).status).toBe(400)
  expect((await share('weighted', 21)).status).toBe(400)
  const path = '/api/v1/services/01890000-0000-7000-8000-000000000000/assignment'
  const answer = await send('PUT', path, { assignment: null, cool_down: 0 })
  expect([answer.status, answer.body.type]).toEqual([404, '/errors/catalogue/no-service'])
})
