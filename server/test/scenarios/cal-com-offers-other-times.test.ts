import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalcomSimulator, EXAMPLE_KEY, startCalcom } from '../../../sandbox/calcom/start-calcom.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; what is compared are the seven days after. */
let now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')

let product: TestProduct
let calcom: CalcomSimulator
let linkId: string

const key = () => product.keys.salon
const get = async (path: string): Promise<Json> => (await product.get(path, key())).body
const state = async (): Promise<Json> => await (await fetch(`${calcom.url}/_control/state`)).json()

async function control(method: string, path: string, json: unknown): Promise<void> {
  const response = await fetch(calcom.url + path, {
    method,
    headers: {
      authorization: `Bearer ${EXAMPLE_KEY}`,
      'content-type': 'application/json',
      'cal-api-version': '2024-08-13',
    },
    body: JSON.stringify(json),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
}

async function runSchedule(name: string): Promise<void> {
  await product.app.platform.jobs.schedules().get(name)?.run(now)
  await product.settled()
}

async function compared(): Promise<Json> {
  const asked = await product.post(`/api/v1/calendar-links/${linkId}/compare`, key(), {})
  expect(asked.status).toBe(202)
  await product.settled()
  return (await get('/api/v1/calendar-drifts')).items[0]
}

/** What differs, without how often. */
const reasons = (drift: Json): string[] =>
  drift.differences.map(({ side, reason }: Json) => `${side} ${reason}`).toSorted()

async function slotAt(time: string): Promise<Json> {
  const query = new URLSearchParams({
    ...{ service: 'Haarschnitt Damen', staff: 'Mara', from: '2026-11-26', to: '2026-11-27' },
  })
  const { items } = await get(`/api/v1/availability?${query}`)
  return items.find((slot: Json) => slot.starts_at.slice(11, 16) === time)
}

beforeAll(async () => {
  calcom = await startCalcom({ now: () => now.epochMilliseconds })
  product = await startProduct({
    clock: { now: () => now },
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: null } },
  })
  const service = (await get('/api/v1/services')).items.find((one: Json) => one.name === 'Haarschnitt Damen')
  const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara')
  const day = (weekday: string, startTime: string, endTime: string) => ({
    days: [weekday],
    startTime,
    endTime,
  })
  await control('PUT', '/_control/account', {
    keys: [{ key: EXAMPLE_KEY, userId: 1 }],
    users: [{ id: 1, username: 'mara', name: 'Mara Beispiel', email: 'mara@salon.example' }],
    schedules: [
      {
        ...{ id: 1, ownerId: 1 },
        // Here: Tuesday to Friday nine to six with a break, Saturday nine to two. There: no Wednesday, and Monday too.
        availability: [
          day('Monday', '09:00', '12:00'),
          ...['Tuesday', 'Thursday', 'Friday'].map(name => day(name, '09:00', '18:00')),
          day('Saturday', '09:00', '14:00'),
        ],
      },
    ],
    eventTypes: [
      {
        ...{ id: 101, ownerId: 1, title: 'Haarschnitt Damen', slug: 'damen' },
        ...{ lengthInMinutes: service.minutes, slotInterval: 15, minimumBookingNotice: 60 },
      },
    ],
  })
  const secrets = [
    { name: 'kind', value: 'api_key' },
    { name: 'apiKey', value: EXAMPLE_KEY },
  ]
  const made = await product.post('/api/v1/calendar-connections', key(), {
    ...{ provider: 'calcom', name: 'Cal.com', secrets },
  })
  const link = await product.post('/api/v1/calendar-links', key(), {
    ...{ connection_id: made.body.id, resource_id: mara.id, service_id: service.id },
    ...{ target: 'event_type/101', direction: 'both' },
  })
  linkId = link.body.id
  await product.settled()
})
afterAll(async () => {
  await product.stop()
  await calcom.close()
})

describe('What Cal.com offers', () => {
  test('is said not to be compared yet, until it was', async () => {
    const [drift] = (await get('/api/v1/calendar-drifts')).items
    expect([drift.link_id, drift.state, drift.differences]).toEqual([linkId, null, []])
  })

  test('differs from ours by what each side has and the other has not, with reasons', async () => {
    const drift = await compared()
    expect([drift.state, drift.problem, drift.agreeing > 50]).toEqual(['compared', null, true])
    expect(reasons(drift)).toEqual(['here closed', 'there closed', 'there hours'])
    const closed = drift.differences.find(({ side }: Json) => side === 'here')
    expect(closed.starts[0]).toBe('2026-11-25T08:00:00Z')
    const monday = drift.differences.find(({ side, reason }: Json) => `${side} ${reason}` === 'there closed')
    expect(monday.starts[0]).toBe('2026-11-23T08:00:00Z')
  })

  test('is compared anew every night, and an appointment that stands on both sides is no difference', async () => {
    const slot = await slotAt('10:00')
    const before = (await get('/api/v1/calendar-drifts')).items[0].agreeing
    const wish = { token: slot.token, customer: { name: 'Petra Lindner' } }
    expect((await product.post('/api/v1/appointments', key(), wish)).status).toBe(201)
    await product.settled()
    await runSchedule('calendars.compare-all-free-times')
    const [drift] = (await get('/api/v1/calendar-drifts')).items
    expect(reasons(drift)).toEqual(['here closed', 'there closed', 'there hours'])
    expect(drift.agreeing).toBeLessThan(before)
  })

  test('cannot be compared while it does not answer, and the page says why', async () => {
    await control('POST', '/_control/api-faults', { path: '/v2/slots', status: 403, times: 1 })
    const drift = await compared()
    expect(drift.state).toBe('failed')
    expect(drift.problem).not.toBe(null)
  })
})

describe('A time that somebody keeps here', () => {
  const reservations = async (): Promise<Json[]> => (await state()).reservations

  test('is kept at Cal.com too, and given up there when it is given up here', async () => {
    const { body: hold } = await product.post('/api/v1/holds', key(), {
      token: (await slotAt('14:00')).token,
    })
    await product.settled()
    const [kept] = await reservations()
    expect(kept).toMatchObject({ eventTypeId: 101 })
    await fetch(`${product.url}/api/v1/holds/${hold.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${key()}` },
    })
    await runSchedule('calendars.release-ended-reservations')
    expect(await reservations()).toEqual([])
  })

  test('is given up there when it became an appointment, which stands there itself', async () => {
    const { body: hold } = await product.post('/api/v1/holds', key(), {
      token: (await slotAt('15:00')).token,
    })
    await product.settled()
    expect(await reservations()).toHaveLength(1)
    const wish = { token: hold.token, customer: { name: 'Jana Albers' } }
    expect((await product.post('/api/v1/appointments', key(), wish)).status).toBe(201)
    await product.settled()
    await runSchedule('calendars.release-ended-reservations')
    expect(await reservations()).toEqual([])
    expect(await product.database.query('select hold_id from calendar_reservation')).toEqual([])
  })

  test('is kept and booked here all the same when Cal.com does not keep it', async () => {
    await control('POST', '/_control/api-faults', { path: '/v2/slots/reservations', status: 500, times: 1 })
    const { body: hold } = await product.post('/api/v1/holds', key(), {
      token: (await slotAt('16:00')).token,
    })
    await product.settled()
    expect(await reservations()).toEqual([])
    const wish = { token: hold.token, customer: { name: 'Petra Lindner' } }
    expect((await product.post('/api/v1/appointments', key(), wish)).status).toBe(201)
    await product.settled()
    const dead = await product.database.query(
      'select id from graphile_worker._private_jobs where attempts >= max_attempts',
    )
    expect(dead).toEqual([])
  })

  test('that ends by itself ends there by itself: nobody is asked', async () => {
    await product.post('/api/v1/holds', key(), { token: (await slotAt('17:00')).token })
    await product.settled()
    expect(await reservations()).toHaveLength(1)
    now = now.add({ minutes: 7 })
    await runSchedule('calendars.release-ended-reservations')
    expect(await reservations()).toEqual([])
    expect(await product.database.query('select hold_id from calendar_reservation')).toEqual([])
  })
})

test('what was asked of Cal.com fits its own document, where that is there', async () => {
  expect((await state()).document.violations).toEqual([])
})
