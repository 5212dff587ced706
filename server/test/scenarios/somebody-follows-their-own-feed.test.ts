import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; what is booked is on the Thursday after. */
const clock = fixedClock('2026-11-20T10:00:00+01:00')
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T18:00:00+01:00' }

let product: TestProduct
let mara: string
let feed: Json
let appointment: Json

const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
const make = async (): Promise<Json> => (await post('/api/v1/calendar-feeds', { resource_id: mara })).body
const open = (path: string) => fetch(product.url + path)

beforeAll(async () => {
  product = await startProduct({ clock, worker: 'none' })
  const staff = (await product.get('/api/v1/staff', product.keys.salon)).body.items
  mara = staff.find((person: Json) => person.name === 'Mara').id
  const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY })
  const [slot] = (await product.get(`/api/v1/availability?${query}`, product.keys.salon)).body.items
  const wish = { token: slot.token, customer: { name: 'Petra Lindner;\nBEGIN:VEVENT' } }
  appointment = (await post('/api/v1/appointments', wish)).body
  feed = await make()
})
afterAll(() => product.stop())

describe('A feed of one’s own appointments', () => {
  test('shows them to every calendar that has its address, without a login', async () => {
    const answer = await open(feed.path)
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(text).toContain(`UID:${appointment.id}@askpro`)
    expect(text).toContain('DTSTART:20261126T080000Z')
  })

  test('takes words of callers for words, and not for entries of its own', async () => {
    const text = await (await open(feed.path)).text()
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
  })

  test('shows nothing of others', async () => {
    const staff = (await product.get('/api/v1/staff', product.keys.salon)).body.items
    const other = staff.find((person: Json) => person.name !== 'Mara').id
    const theirs = (await post('/api/v1/calendar-feeds', { resource_id: other })).body
    expect(await (await open(theirs.path)).text()).not.toContain('BEGIN:VEVENT')
  })

  test('has its address nowhere in the database and in no list', async () => {
    const token = feed.path.slice('/calendars/feeds/'.length, -'.ics'.length)
    const rows = await product.database.query<{ row: string }>(
      "select calendar_feed::text as row from calendar_feed union all select audit_event::text from audit_event where audit_event.entity = 'calendar_feed'",
    )
    const listed = await product.get('/api/v1/calendar-feeds', product.keys.salon)
    expect([rows.length > 0, rows.some(({ row }) => row.includes(token))]).toEqual([true, false])
    expect(JSON.stringify(listed.body)).not.toContain(token)
  })

  test('no longer shows what was cancelled', async () => {
    await post(`/api/v1/appointments/${appointment.id}/cancel`, {})
    expect(await (await open(feed.path)).text()).not.toContain('BEGIN:VEVENT')
  })

  test('leads nowhere once a new one is made, or once it is revoked', async () => {
    const next = await make()
    const replaced = (await open(feed.path)).status
    await fetch(`${product.url}/api/v1/calendar-feeds/${next.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${product.keys.salon}` },
    })
    expect([replaced, (await open(next.path)).status]).toEqual([404, 404])
  })
})
