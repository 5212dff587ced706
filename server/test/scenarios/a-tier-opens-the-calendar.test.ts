import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MONDAY_MORNING = '2026-11-23T10:00:00+01:00'
const clock = fixedClock(MONDAY_MORNING)
let product: TestProduct
let regular: string
let gold: string

const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
beforeAll(async () => {
  product = await startProduct({ clock })
  const tier = await post('/api/v1/vip-tiers', { name: 'Gold', extra_horizon_days: 60, waives_notice: true })
  regular = (await post('/api/v1/customers', { name: 'Petra Lindner' })).body.id
  gold = (await post('/api/v1/customers', { name: 'Golda Reich', vip_tier_id: tier.body.id })).body.id
})
afterAll(() => product.stop())
beforeEach(() => clock.set(MONDAY_MORNING))

async function free(from: string, customer: string | null): Promise<Json[]> {
  const to = Temporal.PlainDate.from(from).add({ days: 3 }).toString()
  const query = new URLSearchParams({ service: 'Föhnen', from, to, ...(customer ? { customer } : {}) })
  return (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body.items
}
const horizonEnd = async (): Promise<Temporal.PlainDate> => {
  const { items } = (await product.get('/api/v1/services', product.keys.salon)).body
  const { horizon_days } = items.find((service: Json) => service.name === 'Föhnen')
  return Temporal.PlainDate.from('2026-11-23').add({ days: horizon_days + 1 })
}

test('a tier reaches further ahead than the calendar of the others, and what it is offered can be booked', async () => {
  const beyond = (await horizonEnd()).add({ days: 14 }).toString()
  expect([await free(beyond, null), await free(beyond, regular)]).toEqual([[], []])
  const [slot] = await free(beyond, gold)
  const booked = await post('/api/v1/appointments', { token: slot.token, customer: { id: gold } })
  expect(booked.status).toBe(201)
})

test('a tier that waives the notice is offered what the others are too late for', async () => {
  clock.set('2026-11-24T09:02:00+01:00')
  const [soonest] = await free('2026-11-24', regular)
  const [sooner] = await free('2026-11-24', gold)
  expect(Date.parse(sooner.starts_at)).toBeLessThan(Date.parse(soonest.starts_at))
})

test('nobody books beyond what the widest tier reaches', async () => {
  const beyond = (await horizonEnd()).add({ days: 61 }).toString()
  expect(await free(beyond, gold)).toEqual([])
})

test('a customer of another business changes nothing and is not found', async () => {
  const query = new URLSearchParams({
    service: 'Kontrolle',
    from: '2026-12-01',
    to: '2026-12-02',
    customer: gold,
  })
  const { body } = await product.get(`/api/v1/availability?${query}`, product.keys.practice)
  expect(body.type).toBe('/errors/customers/unknown')
})
