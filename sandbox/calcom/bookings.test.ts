import { describe, expect, test } from 'vitest'
import { EXAMPLE_ACCOUNT } from './example-account.ts'
import { booking, NOW, startAsked } from './testing/ask.ts'

const TEN = '2026-11-24T09:00:00.000Z'
const withType = (change: object) => ({
  eventTypes: [{ ...EXAMPLE_ACCOUNT.eventTypes?.[0], ...change } as never],
})
const message = (said: { body: { error?: { message: string }; message?: string } }) =>
  said.body.error?.message ?? said.body.message

describe('Booking', () => {
  test('a free time is booked, and unknown fields are dropped without a word', async () => {
    const { ask } = await startAsked()
    const json = booking({ metadata: { ours: 'r1' }, lenghtInMinutes: 15 })
    const { status, body } = await ask('POST', '/v2/bookings', { json })
    expect(status).toBe(201)
    expect(body.data).toMatchObject({
      status: 'accepted',
      start: TEN,
      duration: 60,
      metadata: { ours: 'r1' },
    })
    expect(body.data.hosts).toMatchObject([{ id: 1, name: 'Mara Beispiel' }])
    expect(body.data.uid).toHaveLength(22)
  })

  test('a time that overlaps is refused with 400 in the usual envelope, the same time with 409 in the bare one', async () => {
    const { ask } = await startAsked()
    await ask('POST', '/v2/bookings', { json: booking() })
    const overlapping = await ask('POST', '/v2/bookings', {
      json: booking({ start: '2026-11-24T09:30:00Z' }),
    })
    expect(overlapping.status).toBe(400)
    expect(overlapping.body).toMatchObject({
      status: 'error',
      path: '/v2/bookings',
      error: { code: 'BadRequestException', message: expect.stringContaining('already has booking') },
    })
    const repeated = await ask('POST', '/v2/bookings', { json: booking() })
    expect(repeated.status).toBe(409)
    expect(repeated.body).toEqual({ statusCode: 409, message: 'booking_conflict_error' })
  })

  test('a start off the grid is taken, outside working hours it is not', async () => {
    const { ask } = await startAsked()
    expect(
      (await ask('POST', '/v2/bookings', { json: booking({ start: '2026-11-24T09:07:00Z' }) })).status,
    ).toBe(201)
    expect(
      (await ask('POST', '/v2/bookings', { json: booking({ start: '2026-11-24T16:30:00Z' }) })).status,
    ).toBe(400)
  })

  test.each([
    ['past', { start: '2026-11-20T09:00:00Z' }, {}, 'in the past'],
    ['notice', {}, { minimumBookingNotice: 60 * 48 }, `can't be booked at the "start" time provided`],
    [
      'horizon',
      { start: '2026-12-12T09:00:00Z' },
      { bookingWindowDays: 7 },
      `can't be booked at the "start"`,
    ],
    ['a managed parent', {}, { schedulingType: 'managed', teamId: 10, ownerId: null }, 'managed parent'],
    [
      'a required field',
      {},
      { bookingFields: [{ type: 'text', slug: 'haarlaenge', required: true }] },
      'Missing required booking field response: haarlaenge',
    ],
    ['a length of its own', { lengthInMinutes: 30 }, {}, 'has only 1 length'],
    [
      'no e-mail address',
      { attendee: { name: 'E', timeZone: 'Europe/Berlin', phoneNumber: '+493023125001' } },
      {},
      'email_validation',
    ],
  ])('%s is refused', async (_name, json, type, expected) => {
    const { ask } = await startAsked(withType(type))
    const said = await ask('POST', '/v2/bookings', { json: booking(json) })
    expect([said.status, message(said)]).toEqual([400, expect.stringContaining(expected)])
  })

  test.each([
    ['51 keys', Object.fromEntries(Array.from({ length: 51 }, (_, key) => [`k${key}`, 'v']))],
    ['a key of 41 characters', { ['k'.repeat(41)]: 'v' }],
    ['a value of 501 characters', { k: 'v'.repeat(501) }],
    ['a number', { k: 1 }],
  ])('metadata with %s is refused', async (_name, metadata) => {
    const { ask } = await startAsked()
    const { status, body } = await ask('POST', '/v2/bookings', { json: booking({ metadata }) })
    expect([status, body.error.details.errors[0].property]).toEqual([
      400,
      expect.stringContaining('metadata'),
    ])
  })

  test('a telephone number that nobody can have is refused', async () => {
    const { ask } = await startAsked()
    const json = booking({ attendee: { ...booking().attendee, phoneNumber: '+4900000000' } })
    expect((await ask('POST', '/v2/bookings', { json })).status).toBe(400)
  })

  test('a team may do without an e-mail address, and gets one made of the number', async () => {
    const phone = { type: 'phone', slug: 'attendeePhoneNumber', required: true }
    const type = { ownerId: null, teamId: 10, schedulingType: 'roundRobin', hosts: [{ userId: 1 }] }
    const { ask } = await startAsked(withType({ ...type, emailField: 'optional', bookingFields: [phone] }))
    const attendee = { name: 'E', timeZone: 'Europe/Berlin', phoneNumber: '+493023125001' }
    const { body } = await ask('POST', '/v2/bookings', { json: booking({ attendee }) })
    expect(body.data.attendees[0].email).toBe('493023125001@sms.cal.com')
  })

  test('the server chooses the host of a round robin, and the second booking gets the other one', async () => {
    const { ask } = await startAsked()
    const json = booking({ eventTypeId: 201 })
    const hosts: number[] = []
    for (let turn = 0; turn < 2; turn++)
      hosts.push((await ask('POST', '/v2/bookings', { json })).body.data.hosts[0].id)
    expect(hosts).toEqual([1, 2])
    expect((await ask('POST', '/v2/bookings', { json })).status).toBe(400)
  })

  test('what needs confirmation is pending, and blocks nobody unless the event type says so', async () => {
    const { ask } = await startAsked(withType({ needsConfirmation: true }))
    const first = await ask('POST', '/v2/bookings', { json: booking() })
    const second = await ask('POST', '/v2/bookings', { json: booking() })
    expect([first.body.data.status, second.body.data.status]).toEqual(['pending', 'pending'])
    await ask('POST', `/v2/bookings/${first.body.data.uid}/confirm`)
    expect((await ask('GET', `/v2/bookings/${first.body.data.uid}`)).body.data.status).toBe('accepted')
  })
})

describe('A booking that exists', () => {
  test('moves into a new one, which the old one names', async () => {
    const { ask } = await startAsked()
    const { uid } = (await ask('POST', '/v2/bookings', { json: booking({ metadata: { ours: 'r1' } }) })).body
      .data
    const json = { start: '2026-11-24T13:00:00Z' }
    const moved = await ask('POST', `/v2/bookings/${uid}/reschedule`, { json })
    expect(moved.status).toBe(201)
    expect(moved.body.data).toMatchObject({ rescheduledFromUid: uid, metadata: { ours: 'r1' } })
    expect(moved.body.data.uid).not.toBe(uid)
    const old = await ask('GET', `/v2/bookings/${uid}`)
    expect(old.body.data).toMatchObject({ status: 'cancelled', rescheduledToUid: moved.body.data.uid })
    const again = await ask('POST', `/v2/bookings/${uid}/reschedule`, { json })
    expect([again.status, message(again)]).toEqual([400, expect.stringContaining(moved.body.data.uid)])
  })

  test('is cancelled once, the second time is refused', async () => {
    const { ask } = await startAsked()
    const { uid, id } = (await ask('POST', '/v2/bookings', { json: booking() })).body.data
    const json = { cancellationReason: 'krank' }
    expect((await ask('POST', `/v2/bookings/${id}/cancel`, { json })).status).toBe(404)
    const first = await ask('POST', `/v2/bookings/${uid}/cancel`, { json })
    expect([first.status, first.body.data.status]).toEqual([200, 'cancelled'])
    expect((await ask('POST', `/v2/bookings/${uid}/cancel`, { json })).status).toBe(400)
  })

  test('is found by what has changed since, by its attendee and by its time, page by page', async () => {
    const { ask, moment } = await startAsked()
    for (const hour of ['08', '09', '10'])
      await ask('POST', '/v2/bookings', { json: booking({ start: `2026-11-24T${hour}:00:00Z` }) })
    moment.now = NOW + 3_600_000
    const { uid } = (await ask('GET', '/v2/bookings?sortStart=asc')).body.data[0]
    await ask('POST', `/v2/bookings/${uid}/cancel`, { json: {} })
    const list = async (query: string, version?: string) =>
      (await ask('GET', `/v2/bookings?${query}`, version === undefined ? {} : { version })).body
    const since = await list(`afterUpdatedAt=${new Date(NOW + 1).toISOString()}`)
    expect(since.data.map((one: { status: string }) => one.status)).toEqual(['cancelled'])
    expect((await list('attendeeEmail=a1@termine.example')).pagination.totalItems).toBe(3)
    expect((await list('afterStart=2026-11-24T09:00:00Z&beforeEnd=2026-11-24T10:00:00Z')).data).toHaveLength(
      1,
    )
    expect((await list('take=2&skip=2')).pagination).toMatchObject({ currentPage: 1, hasNextPage: false })
    const page = await list('take=2', '2026-05-01')
    expect(page.pagination).toEqual({ nextCursor: expect.any(String), hasMore: true })
    const rest = await list(`take=2&cursor=${page.pagination.nextCursor}`, '2026-05-01')
    expect([rest.data.length, rest.pagination.hasMore]).toEqual([1, false])
  })
})
