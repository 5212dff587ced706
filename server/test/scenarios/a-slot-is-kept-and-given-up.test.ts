import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const FRIDAY_MORNING = '2026-11-20T10:00:00+01:00'
const MINUTE = 60_000
const clock = fixedClock(FRIDAY_MORNING)
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())
beforeEach(async () => {
  clock.set(FRIDAY_MORNING)
  await product.database.query('delete from hold')
})

async function free(day: string, staff = 'Mara'): Promise<Json[]> {
  const to = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const query = new URLSearchParams({ service: 'Haarschnitt Herren', staff, from: day, to })
  return (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body.items
}

const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
const hold = (token: string, holder?: string) =>
  post('/api/v1/holds', { token, ...(holder ? { holder } : {}) })
const book = (token: string) => post('/api/v1/appointments', { token, customer: { name: 'Petra Lindner' } })
const heldRows = () => product.database.query('select hold.id from hold')

async function release(id: string, key = product.keys.salon): Promise<number> {
  const answer = await fetch(`${product.url}/api/v1/holds/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${key}` },
  })
  await answer.arrayBuffer()
  return answer.status
}

test('what is turned down is free at once for whoever asks next', async () => {
  const [slot] = await free('2026-11-24')
  const { body: kept } = await hold(slot.token)
  expect((await hold(slot.token)).body.type).toBe('/errors/scheduling/slot-taken')
  expect(await release(kept.id)).toBe(204)
  expect((await hold(slot.token)).status).toBe(201)
})

test('what was turned down cannot be turned down again', async () => {
  const [slot] = await free('2026-11-24')
  const { body: kept } = await hold(slot.token)
  expect([await release(kept.id), await release(kept.id)]).toEqual([204, 404])
})

test('nobody gives up what another business, or a caller on the phone, is keeping', async () => {
  const [slot, , another] = await free('2026-11-24')
  const { body: kept } = await hold(slot.token)
  expect(await release(kept.id, product.keys.practice)).toBe(404)
  const call = phoneCall(product, { id: 'call_keeps', from: '+491713920041', clock })
  expect((await call.tool('hold_slot', { token: another.token })).body.status).toBe('held')
  const rows = await product.database.query<{ id: string }>(
    "select hold.id from hold where hold.holder like 'call:%'",
  )
  expect(await release(rows[0]?.id ?? '')).toBe(404)
})

test('an expired one goes in the transaction of whoever wants its place, and its holder is told', async () => {
  const [slot] = await free('2026-11-24')
  const { body: kept } = await hold(slot.token)
  clock.advance(5 * MINUTE)
  expect((await book(slot.token)).status).toBe(201)
  expect(await heldRows()).toEqual([])
  expect((await book(kept.token)).body.type).toBe('/errors/scheduling/slot-expired')
})

test('of twenty who want the place of an expired one, one gets it', async () => {
  const [slot] = await free('2026-11-25')
  await hold(slot.token)
  clock.advance(5 * MINUTE)
  const answers = await Promise.all(Array.from({ length: 20 }, () => hold(slot.token)))
  expect(answers.filter(answer => answer.status === 201)).toHaveLength(1)
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([201, 409]))
})

test('five minutes begin anew when it is renewed, for half an hour at most', async () => {
  let { body: kept } = await hold((await free('2026-11-24'))[2].token)
  for (let minutes = 4; minutes < 30; minutes += 4) {
    clock.advance(4 * MINUTE)
    const renewed = await post(`/api/v1/holds/${kept.id}/renew`, { token: kept.token })
    expect([minutes, renewed.status]).toEqual([minutes, 200])
    expect(renewed.body.id).toBe(kept.id)
    kept = renewed.body
  }
  clock.advance(4 * MINUTE)
  const refused = await post(`/api/v1/holds/${kept.id}/renew`, { token: kept.token })
  expect([refused.status, refused.body.type]).toEqual([409, '/errors/scheduling/held-too-long'])
  expect((await book(kept.token)).status).toBe(201)
})

test('only the token of a hold renews it', async () => {
  const [slot] = await free('2026-11-26')
  const { body: kept } = await hold(slot.token)
  expect((await post(`/api/v1/holds/${kept.id}/renew`, { token: slot.token })).status).toBe(404)
})

test('one holder keeps three and no fourth, however many are asked for at once', async () => {
  const slots = (await free('2026-11-27')).filter((_: Json, index: number) => index % 2 === 0)
  const answers = await Promise.all(slots.slice(1, 9).map((slot: Json) => hold(slot.token, 'visitor 1')))
  const types = answers.map(answer => answer.body.type ?? 'held')
  expect(types.toSorted()).toEqual([
    ...Array(5).fill('/errors/scheduling/too-many-holds'),
    ...Array(3).fill('held'),
  ])
  const again = await hold(slots[0].token, 'visitor 1')
  expect(await heldRows()).toHaveLength(3)
  expect([again.status, again.body.type]).toEqual([409, '/errors/scheduling/too-many-holds'])
  expect(again.body.say.de).toBe('Ich halte Ihnen schon drei Termine frei. Welchen davon möchten Sie nehmen?')
  expect((await hold(slots[0].token, 'visitor 2')).status).toBe(201)
})

test('expired ones do not count for their holder', async () => {
  const slots = (await free('2026-11-28', 'Jonas')).filter((_: Json, index: number) => index % 2 === 0)
  for (const slot of slots.slice(0, 3)) expect((await hold(slot.token, 'visitor')).status).toBe(201)
  clock.advance(5 * MINUTE)
  expect((await hold(slots[3].token, 'visitor')).status).toBe(201)
  expect(await heldRows()).toHaveLength(1)
})

test('a caller who takes a fourth gives up the first', async () => {
  const call = phoneCall(product, { id: 'call_keeps_many', from: '+491713920042', clock })
  const slots = (await free('2026-12-01')).filter((_: Json, index: number) => index % 2 === 0)
  for (const slot of slots.slice(0, 4))
    expect((await call.tool('hold_slot', { token: slot.token })).body.status).toBe('held')
  expect(await heldRows()).toHaveLength(3)
  expect((await hold(slots[0].token)).status).toBe(201)
})
