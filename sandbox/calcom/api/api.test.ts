import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { booking, NOW, startAsked } from '../testing/ask.ts'

const slotsOf = (query: string) => `/v2/slots?start=2026-11-24&end=2026-11-24&eventTypeId=101&${query}`

describe('The door', () => {
  test('another version than the operation’s own leads nowhere', async () => {
    const { ask } = await startAsked()
    for (const [method, path] of [
      ['POST', '/v2/bookings'],
      ['GET', slotsOf('')],
      ['GET', '/v2/event-types'],
      ['GET', '/v2/schedules'],
    ] as const)
      for (const version of [null, '2026-02-25'])
        expect((await ask(method, path, { version })).status).toBe(404)
    expect((await ask('GET', '/v2/me', { version: null })).status).toBe(200)
  })

  test('a wrong key and one that has run out are refused, none is enough to look and to book', async () => {
    const { ask } = await startAsked()
    expect((await ask('GET', '/v2/me', { key: 'cal_wrong' })).status).toBe(401)
    expect((await ask('GET', '/v2/me', { key: null })).status).toBe(401)
    expect((await ask('GET', slotsOf(''), { key: null })).status).toBe(200)
    expect((await ask('POST', '/v2/bookings', { key: null, json: booking() })).status).toBe(201)
    const key = 'cal_live_example_of_the_sandbox'
    await ask('PUT', '/_control/keys', { json: { key, expired: true } })
    expect((await ask('GET', '/v2/me')).status).toBe(401)
  })

  test('120 requests pass in a minute, then the key is blocked for a minute', async () => {
    const { ask, moment } = await startAsked()
    const first = await ask('GET', '/v2/me')
    expect(first.headers.get('x-ratelimit-remaining-default')).toBe('119')
    for (let asked = 1; asked < 120; asked++) await ask('GET', '/v2/me')
    moment.now += 59_000
    const refused = await ask('GET', '/v2/me')
    expect([refused.status, refused.body.error.code]).toEqual([429, 'ThrottlerException'])
    expect(refused.headers.get('x-ratelimit-reset-default')).toBe('60')
    moment.now += 59_999
    expect((await ask('GET', '/v2/me')).status).toBe(429)
    moment.now += 1
    expect((await ask('GET', '/v2/me')).status).toBe(200)
  })

  test('an answer can be lost although the booking was made', async () => {
    const { ask, state } = await startAsked()
    const fault = { times: 1, method: 'POST', path: '/v2/bookings', when: 'after' }
    await ask('POST', '/_control/api-faults', { json: { ...fault, status: 400 } })
    expect((await ask('POST', '/v2/bookings', { json: booking() })).status).toBe(400)
    await ask('POST', '/_control/api-faults', { json: { ...fault, status: 'cut' } })
    const json = booking({ start: '2026-11-24T11:00:00Z' })
    await expect(ask('POST', '/v2/bookings', { json })).rejects.toThrow('fetch failed')
    expect((await state()).bookings).toHaveLength(2)
  })
})

describe('Slots', () => {
  test('are offered where the host works and is free, with the offset of the zone asked for', async () => {
    const { ask } = await startAsked({
      busy: [{ userId: 1, start: '2026-11-24T11:00:00Z', end: '2026-11-24T13:15:00Z' }],
    })
    const { body } = await ask('GET', slotsOf('timeZone=Europe/Berlin&format=range'))
    expect(Object.keys(body.data)).toEqual(['2026-11-24'])
    expect(body.data['2026-11-24'][0]).toEqual({
      start: '2026-11-24T09:00:00.000+01:00',
      end: '2026-11-24T10:00:00.000+01:00',
    })
    const hours = body.data['2026-11-24'].map(({ start }: { start: string }) => start.slice(11, 16))
    expect(hours).toEqual(['09:00', '10:00', '11:00', '15:00', '16:00', '17:00'])
  })

  test('a zone of half hours moves the grid, and a slot is lost', async () => {
    const { ask } = await startAsked()
    const count = async (zone: string) =>
      Object.values((await ask('GET', slotsOf(`timeZone=${zone}`))).body.data).flat().length
    expect([await count('Europe/Berlin'), await count('Asia/Kolkata')]).toEqual([9, 8])
  })

  test('buffers keep time free around bookings', async () => {
    const { ask } = await startAsked()
    await ask('PATCH', '/_control/event-types/101', { json: { beforeEventBuffer: 30 } })
    await ask('POST', '/v2/bookings', { json: booking() })
    const { body } = await ask('GET', slotsOf('timeZone=Europe/Berlin'))
    const hours = body.data['2026-11-24'].map(({ start }: { start: string }) => start.slice(11, 16))
    expect(hours).not.toContain('09:00')
    expect(hours).toContain('12:00')
  })

  test('a reservation hides its time from the list and from other reservations, not from a booking', async () => {
    const { ask, moment } = await startAsked()
    const json = { eventTypeId: 101, slotStart: '2026-11-24T09:00:00Z', reservationDuration: 10 }
    const made = await ask('POST', '/v2/slots/reservations', { json })
    expect(made.body.data).toMatchObject({ slotEnd: '2026-11-24T10:00:00.000Z', reservationDuration: 10 })
    const listed = async () => JSON.stringify((await ask('GET', slotsOf(''))).body).includes('T09:00')
    expect(await listed()).toBe(false)
    expect((await ask('POST', '/v2/slots/reservations', { json })).status).toBe(422)
    expect((await ask('POST', '/v2/slots/reservations', { json, key: null })).status).toBe(401)
    moment.now = NOW + 600_000
    expect(await listed()).toBe(true)
    await ask('POST', '/v2/slots/reservations', { json })
    expect((await ask('POST', '/v2/bookings', { json: booking() })).status).toBe(201)
    expect((await ask('DELETE', '/v2/slots/reservations/never-was')).body).toEqual({ status: 'success' })
  })
})

describe('Webhooks', () => {
  async function startListener() {
    const heard: { body: string; signature: string | undefined }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', chunk => {
        body += chunk
      })
      request.on('end', () => {
        heard.push({ body, signature: request.headers['x-cal-signature-256']?.toString() })
        response.writeHead(204).end()
      })
    }).listen(0)
    onTestFinished(() => void server.close())
    return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
  }
  const subscription = (subscriberUrl: string, change = {}) => ({
    ...{ subscriberUrl, active: true, secret: 's3cret' },
    triggers: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'],
    ...change,
  })

  test('each change is told once, signed over its bytes', async () => {
    const { ask, state } = await startAsked()
    const { heard, url } = await startListener()
    expect((await ask('POST', '/v2/webhooks', { json: subscription(url) })).status).toBe(201)
    const { uid } = (await ask('POST', '/v2/bookings', { json: booking() })).body.data
    await ask('POST', `/v2/bookings/${uid}/reschedule`, { json: { start: '2026-11-24T13:00:00Z' } })
    await state()
    expect(heard.map(({ body }) => JSON.parse(body).triggerEvent)).toEqual([
      'BOOKING_CREATED',
      'BOOKING_RESCHEDULED',
    ])
    expect(JSON.parse(heard[1]?.body ?? '').payload).toMatchObject({ rescheduleUid: uid })
    for (const { body, signature } of heard)
      expect(signature).toBe(createHmac('sha256', 's3cret').update(body).digest('hex'))
  })

  test('they get lost, come twice, or in another order, as told', async () => {
    const { ask, state } = await startAsked()
    const { heard, url } = await startListener()
    await ask('POST', '/v2/webhooks', { json: subscription(url, { secret: undefined }) })
    await ask('PUT', '/_control/webhook-faults', { json: { lost: 1, swapped: 1, doubled: 1 } })
    for (const hour of ['08', '10', '12'])
      await ask('POST', '/v2/bookings', { json: booking({ start: `2026-11-24T${hour}:00:00Z` }) })
    await state()
    expect(heard).toHaveLength(3)
    expect(heard.map(({ signature }) => signature)).toContain('no-secret-provided')
    const starts = heard.map(({ body }) => JSON.parse(body).payload.startTime.slice(11, 13)).sort()
    expect(starts).toEqual(['10', '12', '12'])
  })
})
