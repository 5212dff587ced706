import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
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
  // What was asked of others is written a moment after it was asked.
  await vi.waitFor(
    async () => {
      trace = await product.get(`/api/v1/requests/${booking.request_id}`, product.keys.salon)
      expect(item('outbound_request')).toBeDefined()
    },
    { timeout: 10_000, interval: 100 },
  )
})
afterAll(() => product.stop())

const item = (kind: string): Json => trace.body.items.find((candidate: Json) => candidate.kind === kind)

describe('The request that booked an appointment', () => {
  test('is followed from the tool call to the e-mail', () => {
    expect(trace.status).toBe(200)
    const kinds = trace.body.items.map((candidate: Json) => candidate.kind)
    expect(new Set(kinds)).toEqual(
      new Set(['tool', 'appointment_change', 'message', 'outbound_request', 'delivery']),
    )
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

  test('is named by the message in the call, so that one leads to the other', async () => {
    const { body: list } = await product.get('/api/v1/calls', product.keys.salon)
    const { body: call } = await product.get(`/api/v1/calls/${list.items[0].id}`, product.keys.salon)
    expect(call.messages[0].request_id).toBe(booking.request_id)
  })

  test('shows what was asked of the mail server for it', () => {
    expect(item('outbound_request')).toMatchObject({ name: 'smtp/send', state: 'ok', target: null })
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

describe('A webhook', () => {
  test('is followed from its arrival to the line it left in the call', async () => {
    const [event] = await product.database.query<{ request_id: string; id: string }>(
      `select request_id, id from inbox where event_key like 'call_ended/%'`,
    )
    const { body } = await product.get(`/api/v1/requests/${event?.request_id}`, product.keys.salon)
    const arrived = body.items.find((candidate: Json) => candidate.kind === 'inbox_event')
    expect(arrived).toMatchObject({
      name: 'call_ended',
      state: 'processed',
      target: { kind: 'inbox_event', id: event?.id },
    })
    expect(arrived.took_ms).toBeGreaterThan(0)
    expect(body.items.map((candidate: Json) => candidate.kind)).toContain('webhook')
    const other = await product.get(`/api/v1/requests/${event?.request_id}`, product.keys.practice)
    expect(other.status).toBe(404)
  })

  test('shows the job that still waits for it', async () => {
    const [first] = await product.database.query<{ request_id: string }>(
      `select jobs.payload->>'request_id' as request_id from graphile_worker._private_jobs as jobs
       where jobs.payload->>'tenant_id' is not null limit 1`,
    )
    const { body } = await product.get(`/api/v1/requests/${first?.request_id}`, product.keys.salon)
    const job = body.items.find((candidate: Json) => candidate.kind === 'job')
    expect(job).toMatchObject({ name: 'calls.end-overdue-call', state: 'scheduled', target: { kind: 'job' } })
    const path = `/api/v1/jobs/${job.target.id}`
    const found = await product.get(path, product.keys.salon)
    expect(found.body).toMatchObject({ id: job.target.id, name: job.name, request_id: first?.request_id })
    const other = await product.get(path, product.keys.practice)
    expect([other.status, other.body.type]).toEqual([404, '/errors/ops/unknown-job'])
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
