import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let booking: Json
let trace: { status: number; body: Json }

beforeAll(async () => {
  product = await startProduct()
  const call = await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  expect(call.problems).toEqual([])
  await product.settled()
  const { body: list } = await product.get('/api/v1/calls', product.keys.salon)
  const detail = (await product.get(`/api/v1/calls/${list.items[0].id}`, product.keys.salon)).body
  booking = detail.timeline.find((entry: Json) => entry.name === 'book_appointment')
  trace = await product.get(`/api/v1/requests/${booking.request_id}`, product.keys.salon)
})
afterAll(() => product.stop())

const item = (kind: string): Json => trace.body.items.find((candidate: Json) => candidate.kind === kind)

describe('The request that booked an appointment', () => {
  test('is followed from the tool call to the e-mail', () => {
    expect(trace.status).toBe(200)
    const kinds = trace.body.items.map((candidate: Json) => candidate.kind)
    expect(new Set(kinds)).toEqual(new Set(['tool', 'appointment_change', 'message', 'delivery']))
  })

  test('begins with the tool call, and leads to the call it was part of', () => {
    expect(item('tool')).toMatchObject({
      name: 'book_appointment',
      state: booking.result.status,
      took_ms: booking.took_ms,
      target: { kind: 'call' },
    })
  })

  test('shows the appointment it made', async () => {
    const { target, state } = item('appointment_change')
    const { body } = await product.get(`/api/v1/appointments/${target.id}`, product.keys.salon)
    expect([target.kind, state, body.source]).toEqual(['appointment', 'confirmed', 'phone'])
  })

  test('shows the message that went out for it, and how long that took', () => {
    expect(item('message')).toMatchObject({ name: 'confirmation', state: 'sent' })
    expect(item('message').took_ms).toBeGreaterThanOrEqual(0)
    expect(item('delivery')).toMatchObject({ state: 'sent' })
  })

  test('is in the order of time', () => {
    const times = trace.body.items.map(
      (candidate: Json) => Temporal.Instant.from(candidate.at).epochMilliseconds,
    )
    expect(times).toEqual(times.toSorted((one: number, other: number) => one - other))
  })

  test('is nothing to another business', async () => {
    const other = await product.get(`/api/v1/requests/${booking.request_id}`, product.keys.practice)
    expect([other.status, other.body.type]).toEqual([404, '/errors/reporting/unknown-request'])
  })
})

describe('A request id', () => {
  test('that nobody used leads nowhere', async () => {
    const { status } = await product.get(
      '/api/v1/requests/01a1fafa-efc5-7825-88ea-f16e106b3d4d',
      product.keys.salon,
    )
    expect(status).toBe(404)
  })

  test('that cannot be one is refused', async () => {
    const { status, body } = await product.get('/api/v1/requests/x%27--', product.keys.salon)
    expect([status, body.type]).toEqual([400, '/errors/platform/invalid-request'])
  })
})
