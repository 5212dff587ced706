import { describe, expect, test } from 'vitest'
import { doneValue } from '../testing/provider-account.ts'
import { OPERATIONS } from './operations.ts'
import { appointment, hour, startCalcomAccount, TYPE } from './testing/calcom-account.ts'

const other = (number: number) => `${'0'.repeat(20)}${number}`
const LOST = { method: 'POST', path: '/v2/bookings', when: 'after' }

describe('A booking', () => {
  test('carries our reference, the zone of the business and an address of its own', async () => {
    const { adapter, account, sent } = await startCalcomAccount()
    doneValue(await adapter.createEvent(account, TYPE, appointment()))
    doneValue(
      await adapter.createEvent(
        account,
        TYPE,
        appointment({ ...hour('2026-11-24T11:00:00Z'), reference: other(2) }),
      ),
    )
    const [first, second] = (await sent('/v2/bookings')).map(({ body }) => body)
    expect(first.metadata.askproai_reference).toBe(appointment().reference)
    expect(first.attendee).toMatchObject({
      timeZone: 'Europe/Berlin',
      language: 'de',
      phoneNumber: '+493023125011',
    })
    expect(first.attendee.email).toMatch(/^termin-[0-9a-f]{32}@termine\.salon\.example$/)
    expect(second.attendee.email).not.toBe(first.attendee.email)
  })

  test('goes out in the version of its operation, and so does everything else (failure 57)', async () => {
    const { adapter, account, sent, bookings } = await startCalcomAccount()
    doneValue(await adapter.createEvent(account, TYPE, appointment()))
    expect((await sent('/v2/bookings')).map(({ version }) => version)).toEqual([
      OPERATIONS['create booking'].version,
    ])
    expect((await sent('/v2/event-types', 'GET')).map(({ version }) => version)).toEqual(['2024-06-14'])
    expect(await bookings()).toHaveLength(1)
  })

  test('leaves a number out that is none, and keeps it as a note (failure 54)', async () => {
    const { adapter, account, sent } = await startCalcomAccount()
    const attendee = { ...appointment().attendee, phone: '+490000' }
    doneValue(await adapter.createEvent(account, TYPE, appointment({ attendee })))
    const [request] = await sent('/v2/bookings')
    expect([request?.body.attendee.phoneNumber, request?.body.metadata.askproai_phone]).toEqual([
      undefined,
      '+490000',
    ])
  })

  test('goes to the customer’s own address only where the link says so', async () => {
    const { adapter, account, sent } = await startCalcomAccount()
    const attendee = { ...appointment().attendee, email: 'jana@albers.example' }
    const event = appointment({ attendee, settings: { attendee_email: 'customer' } })
    doneValue(await adapter.createEvent(account, TYPE, event))
    expect((await sent('/v2/bookings'))[0]?.body.attendee.email).toBe('jana@albers.example')
  })

  test('that needs confirmation is requested, and its repeat makes no second one', async () => {
    const { adapter, account, control, bookings } = await startCalcomAccount()
    await control('PATCH', '/_control/event-types/101', { needsConfirmation: true })
    const first = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const second = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    expect([first.state, second.id]).toEqual(['requested', first.id])
    expect(await bookings()).toHaveLength(1)
  })

  test('of a round robin keeps the host that Cal.com chose, and a repeat gets no second host (failure 63)', async () => {
    const { adapter, account, bookings } = await startCalcomAccount()
    const start = '2026-11-24T09:00:00Z'
    const event = appointment({ endsAt: Temporal.Instant.from(start).add({ minutes: 30 }) })
    const first = doneValue(await adapter.createEvent(account, 'event_type/201', event))
    const second = doneValue(await adapter.createEvent(account, 'event_type/201', event))
    expect([first.host, second.host]).toEqual(['1', '1'])
    expect(await bookings()).toHaveLength(1)
  })

  test('of a taken time is refused as taken, whichever status and envelope says so', async () => {
    const { adapter, account } = await startCalcomAccount()
    doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const same = await adapter.createEvent(account, TYPE, appointment({ reference: other(2) }))
    const overlapping = appointment({ ...hour('2026-11-24T09:30:00Z'), reference: other(3) })
    expect([same.kind, (await adapter.createEvent(account, TYPE, overlapping)).kind]).toEqual([
      'taken',
      'taken',
    ])
  })

  test.each([
    [
      'a required field that nobody answers',
      { bookingFields: [{ type: 'text', slug: 'haar', required: true }] },
      'field_required: haar',
    ],
    ['notice that is too short', { minimumBookingNotice: 60 * 72 }, 'out_of_window'],
    ['a length that the event type does not have', { lengthInMinutes: 45 }, 'other_length'],
  ])('with %s is refused, with the reason', async (_name, change, detail) => {
    const { adapter, account, control } = await startCalcomAccount()
    await control('PATCH', '/_control/event-types/101', change)
    const answer = await adapter.createEvent(account, TYPE, appointment())
    expect(answer).toEqual({ kind: 'refused', detail: expect.stringContaining(detail) })
  })

  test('has the answers to its fields from the link (failure 52)', async () => {
    const { adapter, account, control, bookings } = await startCalcomAccount()
    const bookingFields = [{ type: 'text', slug: 'haar', required: true }]
    await control('PATCH', '/_control/event-types/101', { bookingFields })
    const settings = { booking_fields: { haar: 'lang' } }
    doneValue(await adapter.createEvent(account, TYPE, appointment({ settings })))
    expect((await bookings())[0].bookingFieldsResponses.haar).toBe('lang')
  })

  test.each([
    ['400', { status: 400 }],
    ['409', { status: 409 }],
    ['500', { status: 500 }],
    ['a connection that ends', { status: 'cut' }],
  ])('that was made although Cal.com answered with %s is found and kept (failure 58)', async (_name, how) => {
    const { adapter, account, fault, bookings } = await startCalcomAccount()
    await fault({ ...LOST, ...how })
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    expect((await bookings()).map(({ uid }: { uid: string }) => uid)).toEqual([written.id])
  })

  test('is unclear when neither the answer nor the look-up came', async () => {
    const { adapter, account, fault } = await startCalcomAccount()
    await fault({ ...LOST, status: 500 })
    await fault({ method: 'GET', path: '/v2/bookings', status: 500 })
    expect((await adapter.createEvent(account, TYPE, appointment())).kind).toBe('unclear')
  })

  test('that is answered with somebody else’s booking is not taken for ours (failure 55)', async () => {
    const { adapter, account, control, fault, bookings } = await startCalcomAccount()
    const foreign = await control('POST', '/v2/bookings', {
      ...{ eventTypeId: 101, start: '2026-11-24T09:00:00Z', metadata: {} },
      attendee: { name: 'Anders', email: 'jemand@anders.example', timeZone: 'Europe/Berlin' },
    })
    await fault({ method: 'POST', path: '/v2/bookings', answer: { data: foreign.data } })
    const event = appointment(hour('2026-11-24T12:00:00Z'))
    const written = doneValue(await adapter.createEvent(account, TYPE, event))
    expect(written.id).not.toBe(foreign.data.uid)
    expect(await bookings()).toHaveLength(2)
  })
})

describe('A booking that stands', () => {
  test('moves into a new one, and the same move again moves nothing', async () => {
    const { adapter, account, bookings } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const moved = appointment(hour('2026-11-24T13:00:00Z'))
    const first = doneValue(await adapter.changeEvent(account, TYPE, moved, written))
    const again = doneValue(await adapter.changeEvent(account, TYPE, moved, written))
    expect([first.id === written.id, again.id]).toEqual([false, first.id])
    expect(await bookings()).toHaveLength(2)
  })

  test.each([
    ['400', { status: 400 }],
    ['500', { status: 500 }],
    ['a connection that ends', { status: 'cut' }],
  ])('that was moved although Cal.com answered with %s has moved', async (_name, how) => {
    const { adapter, account, fault } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    await fault({ ...LOST, ...how })
    const moved = appointment(hour('2026-11-24T13:00:00Z'))
    expect(doneValue(await adapter.changeEvent(account, TYPE, moved, written)).id).not.toBe(written.id)
  })

  test('stays where it is when the new time is taken', async () => {
    const { adapter, account, bookings } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const at = hour('2026-11-24T13:00:00Z')
    doneValue(await adapter.createEvent(account, TYPE, appointment({ ...at, reference: other(2) })))
    expect((await adapter.changeEvent(account, TYPE, appointment(at), written)).kind).toBe('taken')
    expect((await bookings()).filter(({ status }: { status: string }) => status === 'accepted')).toHaveLength(
      2,
    )
  })

  test('cannot become longer', async () => {
    const { adapter, account } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const longer = appointment({ endsAt: Temporal.Instant.from('2026-11-24T10:30:00Z') })
    expect((await adapter.changeEvent(account, TYPE, longer, written)).kind).toBe('refused')
  })

  test('is cancelled by its uid, where it was moved to, and with little more than a word (failure 56)', async () => {
    const { adapter, account, control, bookings, sent } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    const moved = await control('POST', `/_control/bookings/${written.id}/move`, {
      start: '2026-11-25T09:00:00Z',
    })
    doneValue(await adapter.removeEvent(account, TYPE, written, 'krank'))
    expect((await bookings()).map(({ status }: { status: string }) => status)).toEqual([
      'cancelled',
      'cancelled',
    ])
    const [request] = await sent(`/v2/bookings/${moved.uid}/cancel`)
    expect(request?.body).toEqual({ cancellationReason: 'krank' })
  })

  test('that was cancelled although the answer was lost counts as cancelled', async () => {
    const { adapter, account, fault } = await startCalcomAccount()
    const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
    await fault({ ...LOST, status: 500 })
    expect((await adapter.removeEvent(account, TYPE, written, null)).kind).toBe('done')
  })
})
