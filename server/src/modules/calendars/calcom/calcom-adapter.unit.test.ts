import { describe, expect, test } from 'vitest'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import { doneValue, outgoing, readingOf } from '../testing/provider-account.ts'
import { appointment, hour, NOW, startCalcomAccount, TYPE } from './testing/calcom-account.ts'

const OPEN = {
  availability: [
    {
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      startTime: '00:00',
      endTime: '23:59',
    },
  ],
}

/** Open day and night, for entries of an hour and of two days. */
async function startOpenAccount() {
  const started = await startCalcomAccount()
  await started.control('PUT', '/_control/account', {
    keys: [{ key: 'cal_live_example_of_the_sandbox', userId: 1 }],
    users: [{ id: 1, username: 'mara', name: 'Mara Beispiel', email: 'mara@salon.example' }],
    schedules: [{ id: 1, ownerId: 1, ...OPEN }],
    eventTypes: [
      {
        ...{ id: 101, ownerId: 1, title: 'Termin', slug: 'termin', lengthInMinutes: 60 },
        lengthInMinutesOptions: [60, 2880],
      },
    ],
  })
  return started
}

describe('Cal.com', () => {
  testAdapterContract(async () => {
    const started = await startOpenAccount()
    const lost = { method: 'POST', path: '/v2/bookings', when: 'after', status: 400 }
    return {
      adapter: started.adapter,
      account: started.account,
      target: TYPE,
      firstHour: Temporal.Instant.from(NOW).add({ hours: 24 }),
      addForeignEvent: async ({ title, startsAt, endsAt, days }) => {
        const midnight = (day: string) =>
          Temporal.PlainDate.from(day).toZonedDateTime('Europe/Berlin').toInstant()
        const [start, end] = days ? [midnight(days[0]), midnight(days[1])] : [startsAt, endsAt]
        await started.control('POST', '/v2/bookings', {
          ...{ eventTypeId: 101, start: start.toString(), metadata: {} },
          lengthInMinutes: start.until(end).total('minutes'),
          attendee: { name: title, email: 'jemand@anders.example', timeZone: 'Europe/Berlin' },
        })
      },
      // Cal.com goes on from any moment: there is nothing to forget.
      expireCursor: () => {},
      breakNext: async how => {
        await started.fault(how === 'lost_after_create' ? lost : { status: 401 })
      },
    }
  }, ['cursor'])
})

test('every request and answer fits Cal.com’s own document, where that is there', async () => {
  const { adapter, account, violations } = await startCalcomAccount()
  doneValue(await adapter.listTargets(account))
  const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
  const moved = appointment(hour('2026-11-24T13:00:00Z'))
  const after = doneValue(await adapter.changeEvent(account, TYPE, moved, written))
  doneValue(
    await adapter.readEvents(account, TYPE, readingOf('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z')),
  )
  const busy = 'calendar/1/mara@salon.example'
  doneValue(
    await adapter.readEvents(account, busy, readingOf('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z')),
  )
  doneValue(await adapter.removeEvent(account, TYPE, after, 'abgesagt'))
  expect(await violations()).toEqual([])
})

test('what can be linked is named: event types, all bookings of the account, calendars connected there', async () => {
  const { adapter, account } = await startCalcomAccount()
  const targets = doneValue(await adapter.listTargets(account))
  expect(targets.map(({ id, writable, minutes }) => [id, writable, minutes])).toEqual([
    ['event_type/101', true, 60],
    ['event_type/102', true, 30],
    ['event_type/201', true, 30],
    ['account', false, null],
    ['calendar/1/mara@salon.example', false, null],
  ])
})

test('a shared event type names the hosts, and every event type the questions, that a link must say something about', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  await control('PATCH', '/_control/event-types/101', {
    bookingFields: [{ type: 'text', slug: 'kennzeichen', label: 'Kennzeichen', required: true }],
  })
  const targets = doneValue(await adapter.listTargets(account))
  const named = (id: string) => targets.find(target => target.id === id)
  expect(named('event_type/201')?.hosts?.map(({ id }) => id)).toEqual(['1', '2'])
  expect(named('event_type/101')).toMatchObject({
    hosts: [],
    questions: [{ id: 'kennzeichen', label: 'Kennzeichen' }],
  })
})

test('a managed parent can be seen and not be linked for writing (failure 50)', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  await control('PATCH', '/_control/event-types/201', { schedulingType: 'managed' })
  const targets = doneValue(await adapter.listTargets(account))
  expect(targets.find(({ id }) => id === 'event_type/201')?.writable).toBe(false)
})

test('a shared event type counts only when every host it may choose is somebody of ours (failure 63)', async () => {
  const { adapter, account } = await startCalcomAccount()
  const mara = '019a0000-0000-7000-8000-000000000001'
  const trying = (hosts: Record<string, string>) => adapter.tryTarget?.(account, 'event_type/201', { hosts })
  expect(await trying({})).toEqual({ kind: 'refused', detail: expect.stringMatching(/1.*2/) })
  expect(await trying({ 1: mara })).toEqual({ kind: 'refused', detail: expect.stringContaining('2') })
  expect(await trying({ 1: mara, 2: mara.replace(/1$/, '2') })).toEqual({ kind: 'done', value: null })
})

test('exactly the event type that is linked is tried, booked and read, and no relative of it (failure 51)', async () => {
  const { adapter, account, control, sent } = await startCalcomAccount()
  await control('POST', '/v2/bookings', {
    ...{ eventTypeId: 102, start: '2026-11-24T13:00:00Z' },
    attendee: { name: 'Jemand', email: 'jemand@anders.example', timeZone: 'Europe/Berlin' },
  })
  expect((await adapter.tryTarget?.(account, TYPE, {}))?.kind).toBe('done')
  doneValue(await adapter.createEvent(account, TYPE, appointment()))
  const read = doneValue(
    await adapter.readEvents(account, TYPE, readingOf('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z')),
  )
  const asked = (await sent('/v2/slots', 'GET')).map(({ url }) => new URL(url, 'http://calcom').searchParams)
  const booked = (await sent('/v2/bookings')).map(({ body }) => body.eventTypeId)
  expect(asked.map(search => search.get('eventTypeId'))).toEqual(['101'])
  expect(booked).toEqual([102, 101])
  expect(read.events.map(({ occurrences }) => String(occurrences[0]?.startsAt))).toEqual([
    '2026-11-24T09:00:00Z',
  ])
})

test('calendars connected at Cal.com are read as times without names, as a whole each time', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  await control('PUT', '/_control/busy', {
    items: [{ userId: 1, start: '2026-11-24T11:00:00Z', end: '2026-11-24T12:00:00Z' }],
  })
  const target = 'calendar/1/mara@salon.example'
  const reading = readingOf('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z')
  const changes = doneValue(await adapter.readEvents(account, target, reading))
  expect([changes.extent, changes.cursor]).toEqual(['whole', null])
  expect(changes.events.map(({ busy, title, reference }) => [busy, title, reference])).toEqual([
    ['busy', null, null],
  ])
})

test('a calendar of a thousand bookings is read whole, page by page', async () => {
  const { adapter, account, control } = await startOpenAccount()
  const many = Array.from({ length: 260 }, (_, number) => number)
  await Promise.all(
    many.map(number =>
      control('POST', '/v2/bookings', {
        ...{ eventTypeId: 101, metadata: {} },
        start: Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours: number }).toString(),
        attendee: { name: `Nummer ${number}`, email: `n${number}@anders.example`, timeZone: 'Europe/Berlin' },
      }).catch(() => control('DELETE', '/_control/requests')),
    ),
  )
  await control('DELETE', '/_control/requests')
  const reading = readingOf('2026-11-30T00:00:00Z', '2027-02-01T00:00:00Z')
  const { events } = doneValue(await adapter.readEvents(account, TYPE, reading))
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.length).toBe((await control('GET', '/_control/state')).bookings.length)
})

test('a clock at Cal.com that is wrong by hours loses no change', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  await control('PUT', '/_control/clock', { skew_ms: -7_200_000 })
  const window = ['2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z'] as const
  const first = doneValue(await adapter.readEvents(account, TYPE, readingOf(...window)))
  doneValue(await adapter.createEvent(account, TYPE, appointment()))
  const second = doneValue(await adapter.readEvents(account, TYPE, readingOf(...window, first.cursor)))
  expect([second.extent, second.events.length]).toEqual(['since', 1])
  const third = doneValue(await adapter.readEvents(account, TYPE, readingOf(...window, second.cursor)))
  expect(third.events).toEqual([])
})

test('what was moved or cancelled at Cal.com is told once, with the event that is no more', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  const window = ['2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z'] as const
  const written = doneValue(await adapter.createEvent(account, TYPE, appointment()))
  const first = doneValue(await adapter.readEvents(account, TYPE, readingOf(...window)))
  await control('POST', `/_control/bookings/${written.id}/move`, { start: '2026-11-25T09:00:00Z' })
  const changes = doneValue(await adapter.readEvents(account, TYPE, readingOf(...window, first.cursor)))
  expect(changes.removed).toEqual([written.id])
  expect(
    changes.events.map(({ reference, occurrences }) => [reference, occurrences[0]?.startsAt.toString()]),
  ).toEqual([[appointment().reference, '2026-11-25T09:00:00Z']])
})

test('a key that has run out asks for a new connection, one that is missing too', async () => {
  const { adapter, account, control } = await startCalcomAccount()
  await control('PUT', '/_control/keys', { key: 'cal_live_example_of_the_sandbox', expired: true })
  expect((await adapter.listTargets(account)).kind).toBe('unauthorised')
  expect((await adapter.listTargets({ ...account, secrets: {} })).kind).toBe('unauthorised')
})

test('an address of its own leads nowhere inside', async () => {
  const { adapter, account, calcom } = await startCalcomAccount()
  const secrets = { kind: 'api_key', apiKey: 'cal_live_example_of_the_sandbox', baseUrl: calcom.url }
  expect(await adapter.listTargets({ ...account, secrets })).toMatchObject({ kind: 'refused' })
})

test('a reading of what never was a target is refused', async () => {
  const { adapter, account } = await startCalcomAccount()
  const reading = readingOf('2026-11-23T00:00:00Z', '2026-12-01T00:00:00Z')
  expect((await adapter.readEvents(account, 'primary', reading)).kind).toBe('refused')
  expect((await adapter.createEvent(account, 'account', outgoing())).kind).toBe('refused')
})
