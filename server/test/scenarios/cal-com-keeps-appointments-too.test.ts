import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalcomSimulator, EXAMPLE_KEY, startCalcom } from '../../../sandbox/calcom/start-calcom.ts'
import { fridayClock, maraOfTheSalon } from '../support/mara-of-the-salon.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const clock = fridayClock()

let product: TestProduct
let calcom: CalcomSimulator
let connection: Json
let other: Json

const key = () => product.keys.salon
const { get, starts, book, catchUp } = maraOfTheSalon(() => product, clock)
const control = async (method: string, path: string, json?: unknown): Promise<Json> => {
  const response = await fetch(calcom.url + path, {
    method,
    headers: {
      authorization: `Bearer ${EXAMPLE_KEY}`,
      'cal-api-version': '2024-08-13',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}
const state = () => control('GET', '/_control/state')

async function connect(name: string): Promise<Json> {
  const secrets = [
    { name: 'kind', value: 'api_key' },
    { name: 'apiKey', value: EXAMPLE_KEY },
  ]
  const wish = { provider: 'calcom', name, secrets, outside_changes: 'accept' }
  return (await product.post('/api/v1/calendar-connections', key(), wish)).body
}

beforeAll(async () => {
  calcom = await startCalcom({ now: () => clock.now().epochMilliseconds })
  product = await startProduct({
    clock,
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: 'termine.salon.example' } },
  })
  const service = (await get('/api/v1/services')).items.find((one: Json) => one.name === 'Haarschnitt Damen')
  await control('PATCH', '/_control/event-types/101', { lengthInMinutes: service.minutes })
  const mara = (await get('/api/v1/staff')).items.find((person: Json) => person.name === 'Mara').id
  connection = await connect('Salon bei Cal.com')
  other = await connect('Noch eine')
  const wish = {
    connection_id: connection.id,
    resource_id: mara,
    target: 'event_type/101',
    direction: 'both',
  }
  expect((await product.post('/api/v1/calendar-links', key(), wish)).status).toBe(201)
  for (const { id } of [connection, other])
    await product.post(`/api/v1/calendar-connections/${id}/webhook`, key(), {})
  // Where this process listens is known to nobody but the test.
  for (const { id, subscriberUrl } of (await state()).webhooks)
    await control('PATCH', `/v2/webhooks/${id}`, {
      subscriberUrl: product.url + new URL(subscriberUrl).pathname,
    })
  await catchUp()
})
afterAll(async () => {
  await product.stop()
  await calcom.close()
})

describe('An appointment', () => {
  test('stands at Cal.com once it is booked, moves there, and goes when it is cancelled', async () => {
    const { body: appointment } = await book('10:00')
    await catchUp()
    const made = (await state()).bookings
    expect(made.map(({ start, status }: Json) => [start, status])).toEqual([
      ['2026-11-26T09:00:00.000Z', 'accepted'],
    ])
    await product.post(`/api/v1/appointments/${appointment.id}/cancel`, key(), {
      version: appointment.version,
    })
    await catchUp()
    expect((await state()).bookings.map(({ status }: Json) => status)).toEqual(['cancelled'])
  })

  test('that is moved at Cal.com moves here as soon as the webhook came', async () => {
    const { body: appointment } = await book('12:00')
    await catchUp()
    const booking = (await state()).bookings.find(({ status }: Json) => status === 'accepted')
    await control('POST', `/_control/bookings/${booking.uid}/move`, { start: '2026-11-26T14:00:00+01:00' })
    await state()
    await product.settled()
    const moved = await get(`/api/v1/appointments/${appointment.id}`)
    expect(moved.starts_at).toBe('2026-11-26T14:00:00+01:00')
  })
})

describe('A webhook', () => {
  const send = async (id: string, body: string, signature: string): Promise<number> =>
    (
      await fetch(`${product.url}/webhooks/calcom/${id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-cal-signature-256': signature },
        body,
      })
    ).status
  const secretOf = async (id: string): Promise<string> =>
    (await state()).webhooks.find(({ subscriberUrl }: Json) => subscriberUrl.endsWith(id)).secret
  const signed = (body: string, secret: string): string =>
    createHmac('sha256', secret).update(body).digest('hex')
  const events = async (): Promise<Json[]> =>
    await product.database.query(
      `select event_key, body, processed_at from inbox where source like 'calcom/%'`,
    )

  test('makes a booking of somebody else take its time here, before the clock would', async () => {
    expect(await starts()).toContain('16:00')
    await control('POST', '/v2/bookings', {
      ...{ eventTypeId: 101, start: '2026-11-26T15:00:00Z' },
      attendee: { name: 'Jemand', email: 'jemand@anders.example', timeZone: 'Europe/Berlin' },
    })
    await state()
    await product.settled()
    expect(await starts()).not.toContain('16:00')
  })

  test('counts for the connection whose secret signed it, and for no other (failure 16)', async () => {
    const [own, foreign] = [await secretOf(connection.id), await secretOf(other.id)]
    const body = JSON.stringify({
      triggerEvent: 'PING',
      createdAt: '2026-11-20T09:00:00Z',
      payload: { uid: 'p' },
    })
    expect(own).not.toBe(foreign)
    expect(await send(connection.id, body, signed(body, foreign))).toBe(401)
    expect(await send(connection.id, body, 'no-secret-provided')).toBe(401)
    expect(await send('019a0000-0000-7000-8000-000000000001', body, signed(body, own))).toBe(401)
    expect(await send(connection.id, body, signed(body, own))).toBe(204)
  })

  test('of a kind nobody knows is kept and counted, in whatever form, and twice is once (failure 15)', async () => {
    const secret = await secretOf(connection.id)
    const before = (await events()).length
    for (const body of ['BOOKING.CREATED is no JSON', '{"triggerEvent":"NEW_THING","payload":{}}'])
      for (let turn = 0; turn < 2; turn++)
        expect(await send(connection.id, body, signed(body, secret))).toBe(204)
    await product.settled()
    const stored = await events()
    expect(stored.length - before).toBe(2)
    expect(stored.every(({ processed_at: at }) => at !== null)).toBe(true)
    const metrics = await (await fetch(`${product.url}/metrics`)).text()
    expect(metrics).toMatch(/askpro_inbox_events_total\{source="calcom",result="unknown"\} [1-9]/)
  })

  test('leaves nothing of what people wrote', async () => {
    expect(JSON.stringify(await events())).not.toContain('Jemand')
  })
})

describe('What Cal.com says of the account', () => {
  const metadata = () => product.app.modules.calendars.metadata
  const warm = async (): Promise<void> => {
    await product.app.platform.jobs.schedules().get('calendars.warm-accounts')?.run(clock.now())
    await product.settled()
  }

  /** The worker has the same schedule, and may have been faster. */
  const askedAt = async (): Promise<unknown> =>
    await product.database.query('select distinct fetched_at from provider_metadata')

  test('is asked for before it expires, and only then', async () => {
    expect((await metadata().clear()) > 0).toBe(true)
    await warm()
    await expect.poll(askedAt).toEqual([{ fetched_at: new Date(clock.now().epochMilliseconds) }])
    const first = await askedAt()
    clock.advance(1 * 60_000)
    await warm()
    expect(await askedAt()).toEqual(first)
    clock.advance(5 * 60_000)
    await warm()
    await expect.poll(askedAt).toEqual([{ fetched_at: new Date(clock.now().epochMilliseconds) }])
  })

  test('is not asked for again by a booking, and that is counted', async () => {
    const before = await askedAt()
    clock.advance(1 * 60_000)
    const hits = async () => (await metadata().count()).find(({ kind }) => kind === 'event_types')?.hits ?? 0
    const found = await hits()
    await book('09:00')
    await catchUp()
    expect((await state()).bookings.some(({ start }: Json) => start === '2026-11-26T08:00:00.000Z')).toBe(
      true,
    )
    expect(await askedAt()).toEqual(before)
    expect(await hits()).toBeGreaterThan(found)
    const metrics = await (await fetch(`${product.url}/metrics`)).text()
    expect(metrics).toMatch(/askpro_cache_lookups_total\{cache="event_types",result="hit"\} [1-9]/)
    const { body } = await product.get('/health/cache', key())
    expect(body.checks.cache.detail.hit_rate).toBeGreaterThan(0)
  })
})

test('what was asked of Cal.com fits its own document, where that is there', async () => {
  expect((await state()).document.violations).toEqual([])
})
