import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../support/count-statements.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
const inTwoWeeks = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 14 })
const from = inTwoWeeks.add({ days: 8 - inTwoWeeks.dayOfWeek })

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
})
afterAll(() => product.stop())

/** The earliest that is free. */
async function token(): Promise<string> {
  const query = `service=Herrenschnitt&from=${from}&to=${from.add({ days: 7 })}&limit=1`
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.salon)
  return body.items.map((slot: Json) => slot.token)[0]
}

/** How many messages one request sends to the database, beginnings and commits included. */
async function count(path: string, body: Json, headers?: Record<string, string>): Promise<number> {
  const given = { token: await token(), ...body }
  const sent = await countStatements(product.app.platform.db.pool, async () => {
    const answer = await product.post(path, product.keys.salon, given, headers)
    expect(answer.status).toBe(201)
  })
  return sent.length
}

const book = (customer: Json, headers?: Record<string, string>) =>
  count('/api/v1/appointments', { customer }, headers)

test('a booking takes fifteen statements, whether the week is empty or not', async () => {
  const counts: number[] = []
  for (let nth = 1; nth <= 20; nth += 1) counts.push(await book({ name: 'Petra Lindner' }))
  expect(new Set(counts)).toEqual(new Set([15]))
})

test('a number takes three more for whoever is new under it, and one for whoever is known', async () => {
  const customer = { name: 'Petra Lindner', phone: '+493023125901' }
  expect(await book(customer)).toBe(18)
  expect(await book(customer)).toBe(16)
})

test('an idempotency key takes two more', async () => {
  expect(await book({ name: 'Petra Lindner' }, { 'idempotency-key': 'once' })).toBe(17)
})

test('a hold and the booking of what it keeps take as many each time', async () => {
  const counts: number[][] = []
  for (let nth = 1; nth <= 3; nth += 1) {
    const held: Json[] = []
    const holding = await countStatements(product.app.platform.db.pool, async () => {
      held.push((await product.post('/api/v1/holds', product.keys.salon, { token: await token() })).body)
    })
    const booking = await count('/api/v1/appointments', {
      token: held[0].token,
      customer: { name: 'Petra Lindner' },
    })
    counts.push([holding.length, booking])
  }
  expect(new Set(counts.map(String)).size).toBe(1)
})
