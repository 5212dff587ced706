import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let detail: Json

beforeAll(async () => {
  product = await startProduct()
  const call = await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  expect(call.problems).toEqual([])
  await product.settled()
  const { body: list } = await product.get('/api/v1/calls', product.keys.salon)
  detail = (await product.get(`/api/v1/calls/${list.items[0].id}`, product.keys.salon)).body
})
afterAll(() => product.stop())

describe('A caller wants a haircut next Tuesday morning and leaves an e-mail address', () => {
  test('exactly one confirmed appointment is committed', async () => {
    const rows = await product.database.query('select state, source from appointment')
    expect(rows).toEqual([{ state: 'confirmed', source: 'phone' }])
  })

  test('it holds exactly its own place and no hold is left', async () => {
    const rows = await product.database.query(`
      select allocation.starts_at = appointment.starts_at and allocation.ends_at = appointment.ends_at as same
      from allocation join appointment on appointment.id = allocation.appointment_id`)
    expect(rows).toEqual([{ same: true }])
    expect(await product.database.query('select id from hold')).toEqual([])
  })

  test('the caller is one customer, linked to the call', async () => {
    expect(await product.database.query('select name from customer')).toEqual([{ name: 'Thomas Behrend' }])
    expect(detail.customer.name).toBe('Thomas Behrend')
  })

  test('one e-mail arrives, with a calendar entry for the very same time', async () => {
    const mails = product.mail.messages()
    expect(mails).toHaveLength(1)
    const calendar =
      mails[0]?.attachments.find(item => item.content_type.startsWith('text/calendar'))?.content ?? ''
    const start = detail.appointments[0].starts_at
    const utc = Temporal.Instant.from(start).toString().replaceAll(/[-:]/g, '')
    expect(calendar).toContain('BEGIN:VCALENDAR')
    expect(calendar).toContain(`DTSTART:${utc}`)
    expect(calendar).toContain(`UID:${detail.appointments[0].id}@askpro`)
  })

  test('the message is recorded as sent', () => {
    expect(detail.messages).toMatchObject([{ channel: 'email', state: 'sent', kind: 'confirmation' }])
  })

  test('the outcome is "booked"', () => {
    expect(detail).toMatchObject({ state: 'ended', outcome: 'booked' })
  })

  test('what it cost and how long the caller waited for answers is known', () => {
    expect(detail.cost).toEqual({ cents: expect.any(Number), currency: 'USD' })
    expect(detail.cost.cents).toBeGreaterThan(0)
    expect(detail.latency.p95_ms).toBeGreaterThanOrEqual(detail.latency.p50_ms)
    expect(detail.latency.p50_ms).toBeGreaterThan(0)
  })

  test('the timeline has every ring, event, tool call, fact and message, in order', () => {
    const names = detail.timeline.map((entry: Json) => `${entry.kind}:${entry.name}`)
    expect(names.filter((name: string) => !name.startsWith('webhook'))).toEqual([
      'inbound:call_inbound',
      'tool:get_context',
      'tool:list_services',
      'tool:find_slots',
      'tool:hold_slot',
      'tool:book_appointment',
      'fact:booked',
      'message:confirmation',
    ])
    expect(names.filter((name: string) => name.startsWith('webhook'))).toEqual([
      'webhook:call_started',
      'webhook:call_ended',
      'webhook:call_analyzed',
    ])
  })

  test('every line says how long it took and which request it belongs to', () => {
    for (const entry of detail.timeline.filter((item: Json) => item.kind !== 'fact')) {
      expect(entry.took_ms).toBeGreaterThanOrEqual(0)
      expect(entry.request_id).toMatch(/^[\w.-]{8,}$/)
    }
  })

  test('neither the name nor the token is in the stored arguments', () => {
    const book = detail.timeline.find((entry: Json) => entry.name === 'book_appointment')
    expect(book.arguments).toMatchObject({ token: '[secret]', name: '[personal]' })
  })

  test('the words of the call are stored nowhere, because the salon has not allowed it', async () => {
    expect(detail.transcript).toBeNull()
    const [row] = await product.database.query<{ count: number }>(
      "select count(*)::int as count from inbox where body like '%Behrend hier%' or body ~ 'transcript_object'",
    )
    expect(row?.count).toBe(0)
  })

  test('the tool said "booked" only with the reference of the committed row', async () => {
    const [row] = await product.database.query<{ reference: string }>('select reference from appointment')
    const book = detail.timeline.find((entry: Json) => entry.name === 'book_appointment')
    expect(book.result).toMatchObject({ status: 'booked', reference: row?.reference })
  })

  test('the practice sees nothing of it', async () => {
    expect((await product.get('/api/v1/calls', product.keys.practice)).body.items).toEqual([])
    expect((await product.get('/api/v1/appointments', product.keys.practice)).body.items).toEqual([])
  })
})
