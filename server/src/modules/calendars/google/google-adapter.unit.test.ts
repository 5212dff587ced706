import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GoogleSimulator, startGoogle } from '../../../../../sandbox/google/start-google.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import type { CalendarAdapter, EventChanges, WrittenEvent } from '../port.ts'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import {
  at,
  doneValue,
  outboundFor,
  outgoing,
  providerAccount,
  readingOf,
} from '../testing/provider-account.ts'
import { createGoogleAdapter } from './google-adapter.ts'
import { GOOGLE_SCOPES, googleSettings } from './settings.ts'

const EMAIL = 'mara@studio-lindner.example'
const WINDOW = ['2026-11-30T00:00:00Z', '2027-03-01T00:00:00Z'] as const
const outbound = outboundFor()
let google: GoogleSimulator
let adapter: CalendarAdapter & Required<Pick<CalendarAdapter, 'startPush' | 'stopPush' | 'endAccess'>>
let calendar: string
let number = 0

beforeAll(async () => {
  google = await startGoogle()
  const settings = googleSettings(google.url, google.client)
  adapter = createGoogleAdapter({ outbound, clock: systemClock, settings: () => settings })
})
afterAll(async () => {
  await google.close()
  await outbound.close()
})
beforeEach(() => {
  number += 1
  calendar = `calendar-${number}@group.calendar.example`
  google.mendApi()
  google.skewClock(0)
  google.addCalendar({ id: calendar, summary: 'Beratung', roles: { [EMAIL]: 'owner' } })
})

const account = (scopes: readonly string[] = GOOGLE_SCOPES) =>
  providerAccount({ kind: 'oauth', refreshToken: google.grant(EMAIL, scopes) })

async function read(cursor: string | null = null): Promise<EventChanges> {
  return doneValue(await adapter.readEvents(account(), calendar, readingOf(...WINDOW, cursor)))
}

async function book(): Promise<WrittenEvent> {
  return doneValue(await adapter.createEvent(account(), calendar, outgoing()))
}

describe('the contract', () => {
  testAdapterContract(() => ({
    ...{ adapter, account: account(), target: calendar, firstHour: at('2026-12-01T08:00:00Z') },
    addForeignEvent: ({ title: summary, startsAt, endsAt, days }) => {
      google.insertEvent(calendar, {
        summary,
        start: days ? { date: days[0] } : { dateTime: startsAt.toString() },
        end: days ? { date: days[1] } : { dateTime: endsAt.toString() },
      })
    },
    breakNext: how => {
      if (how === 'unauthorised') google.failApi({ status: 401, times: 2, path: '/calendar' })
      else google.failApi({ status: 'cut', times: 1, method: 'POST', path: '/calendar', when: 'after' })
    },
    expireCursor: () => google.expireSyncTokens(),
  }))
})

describe('calendars', () => {
  test('of an account are listed with what may be done in them', async () => {
    google.addCalendar({ id: `${calendar}-2`, timeZone: 'Asia/Tokyo', roles: { [EMAIL]: 'reader' } })
    const targets = doneValue(await adapter.listTargets(account()))
    expect(targets.filter(({ id }) => id.startsWith(calendar))).toEqual([
      {
        id: calendar,
        name: 'Beratung',
        kind: 'calendar',
        writable: true,
        zone: 'Europe/Berlin',
        minutes: null,
      },
      expect.objectContaining({ id: `${calendar}-2`, writable: false, zone: 'Asia/Tokyo' }),
    ])
  })
})

describe('reading', () => {
  test('a day without time is a day of the calendar, of 25 hours when clocks go back', async () => {
    google.insertEvent(calendar, {
      summary: 'Messe',
      start: { date: '2026-10-25' },
      end: { date: '2026-10-26' },
    })
    const whole = doneValue(
      await adapter.readEvents(
        account(),
        calendar,
        readingOf('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
      ),
    )
    expect(whole.events[0]?.occurrences).toEqual([
      { key: 'only', startsAt: at('2026-10-24T22:00:00Z'), endsAt: at('2026-10-25T23:00:00Z') },
    ])
  })

  test('a weekly event keeps its wall time when clocks change', async () => {
    google.insertEvent(calendar, {
      start: { dateTime: '2026-10-23T10:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-10-23T11:00:00', timeZone: 'America/New_York' },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
    })
    const whole = doneValue(
      await adapter.readEvents(
        account(),
        calendar,
        readingOf('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z'),
      ),
    )
    expect(whole.events.map(({ occurrences: [one] }) => one?.startsAt.toString())).toEqual([
      '2026-10-23T14:00:00Z',
      '2026-10-30T14:00:00Z',
      '2026-11-06T15:00:00Z',
    ])
  })

  test.each([
    ['opaque', {}, 'busy'],
    ['transparent', { transparency: 'transparent' as const }, 'free'],
    ['the place of work', { eventType: 'workingLocation' as const }, 'free'],
    ['out of office', { eventType: 'outOfOffice' as const }, 'busy'],
    ['tentative', { status: 'tentative' as const }, 'tentative'],
    ['declined', { attendees: [{ email: EMAIL, self: true, responseStatus: 'declined' as const }] }, 'free'],
    [
      'not answered yet',
      { attendees: [{ email: EMAIL, self: true, responseStatus: 'needsAction' as const }] },
      'tentative',
    ],
  ])('what is %s counts as that', async (_kind, fields, busy) => {
    google.insertEvent(calendar, { ...foreign(), ...fields })
    expect((await read()).events.map(event => event.busy)).toEqual([busy])
  })

  test('after the first time only what has changed comes (slot board: a quota used up by noon)', async () => {
    const kept = google.insertEvent(calendar, foreign())
    const lost = google.insertEvent(calendar, foreign())
    const whole = await read()
    expect(whole).toMatchObject({ extent: 'whole', removed: [] })
    google.deleteEvent(calendar, lost.id)
    const added = google.insertEvent(calendar, foreign())
    const since = await read(whole.cursor)
    expect(since).toMatchObject({ extent: 'since', removed: [lost.id] })
    expect(since.events.map(({ id }) => id)).toEqual([added.id])
    expect(whole.events.map(({ id }) => id)).toContain(kept.id)
  })

  test('one deleted occurrence of a series is gone, the others stay', async () => {
    const series = google.insertEvent(calendar, {
      ...foreign(),
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    })
    const whole = await read()
    google.deleteEvent(calendar, `${series.id}_20261202T120000Z`)
    const since = await read(whole.cursor)
    expect(since.removed).toEqual([`${series.id}_20261202T120000Z`])
    expect((await read()).events).toHaveLength(2)
  })

  test('occurrences beyond what was read at first are left out when a series is touched', async () => {
    const series = google.insertEvent(calendar, { ...foreign(), recurrence: ['RRULE:FREQ=WEEKLY'] })
    const whole = await read()
    google.changeEvent(calendar, series.id, { summary: 'Yoga' })
    const since = await read(whole.cursor)
    expect(since.events.map(({ id }) => id)).toEqual(whole.events.map(({ id }) => id))
  })

  test('a token that has expired asks for a whole reading', async () => {
    const whole = await read()
    google.expireSyncTokens()
    const answer = await adapter.readEvents(account(), calendar, readingOf(...WINDOW, whole.cursor))
    expect(answer).toEqual({ kind: 'expired' })
  })

  test.each(['no cursor of ours', ''])('the cursor "%s" asks for a whole reading', async cursor => {
    const answer = await adapter.readEvents(account(), calendar, readingOf(...WINDOW, cursor))
    expect(answer).toEqual({ kind: 'expired' })
  })

  test('a window that goes on beyond the first reading asks for a whole one', async () => {
    const { cursor } = await read()
    const further = readingOf(WINDOW[0], '2027-03-02T00:00:00Z', cursor)
    expect(await adapter.readEvents(account(), calendar, further)).toEqual({ kind: 'expired' })
  })

  test('many pages are one reading', async () => {
    for (let day = 1; day <= 28; day += 1)
      for (let index = 0; index < 40; index += 1)
        google.insertEvent(calendar, foreign(`2026-12-${String(day).padStart(2, '0')}T12:00:00Z`))
    expect((await read()).events).toHaveLength(1120)
  })

  test('of a calendar that shows only busy times those are read', async () => {
    google.addCalendar({ id: calendar, roles: { [EMAIL]: 'owner' } })
    google.insertEvent(calendar, foreign())
    google.addCalendar({ id: calendar, roles: { [EMAIL]: 'freeBusyReader' } })
    const whole = await read()
    expect(whole).toMatchObject({ extent: 'whole', cursor: null })
    expect(whole.events[0]).toMatchObject({
      title: null,
      occurrences: [{ startsAt: at('2026-12-01T12:00:00Z'), endsAt: at('2026-12-01T13:00:00Z') }],
    })
  })

  test('a calendar that is no longer there is gone, and not free', async () => {
    google.removeCalendar(calendar)
    expect(await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).toEqual({ kind: 'gone' })
  })
})

describe('writing', () => {
  test('an appointment stands there under our reference, quietly and without a conference', async () => {
    const written = await book()
    expect(written).toMatchObject({ id: outgoing().reference, state: 'confirmed', host: null })
    const [event] = google.events(calendar)
    expect(event).toMatchObject({ summary: outgoing().title, transparency: 'opaque' })
    expect(event?.attendees).toBeUndefined()
    expect(event?.conferenceData).toBeUndefined()
  })

  test('what was written is recognised as ours, a copy of it is not (slot board: bookings known by their title)', async () => {
    const { id } = await book()
    const [event] = google.events(calendar)
    google.insertEvent(calendar, {
      ...foreign(),
      ...(event?.extendedProperties ? { extendedProperties: event.extendedProperties } : {}),
    })
    const references = (await read()).events.map(({ reference }) => reference)
    expect(references.toSorted()).toEqual([id, null].toSorted())
  })

  test('tried twice it stands there once', async () => {
    const first = await book()
    expect(await book()).toEqual(first)
    expect(google.events(calendar)).toHaveLength(1)
  })

  test('an answer that got lost leaves it unclear, and looking settles it', async () => {
    google.failApi({ status: 'cut', times: 1, method: 'POST', path: '/calendar', when: 'after' })
    const answer = await adapter.createEvent(account(), calendar, outgoing())
    expect(answer.kind).toBe('unclear')
    const found = doneValue(await adapter.findEvents(account(), calendar, searched()))
    expect(found.map(({ reference }) => reference)).toEqual([outgoing().reference])
  })

  test('a 400 for what was created all the same is a success (failure 58)', async () => {
    google.failApi({ status: 400, times: 1, method: 'POST', path: '/calendar', when: 'after' })
    expect((await book()).id).toBe(outgoing().reference)
  })

  test('a 400 for what was not created is a refusal', async () => {
    google.failApi({ status: 400, times: 1, method: 'POST', path: '/calendar' })
    expect((await adapter.createEvent(account(), calendar, outgoing())).kind).toBe('refused')
  })

  test('what was deleted can stand there again', async () => {
    const written = await book()
    await adapter.removeEvent(account(), calendar, written, null)
    expect(doneValue(await adapter.findEvents(account(), calendar, searched()))).toEqual([])
    await book()
    expect(google.events(calendar).map(({ status }) => status)).toEqual(['confirmed'])
  })

  test('what somebody moved between our tries is not taken for done', async () => {
    const { id } = await book()
    google.changeEvent(calendar, id, later())
    expect(await adapter.createEvent(account(), calendar, outgoing())).toEqual({ kind: 'changed_meanwhile' })
  })

  test('moves it', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    const changed = doneValue(await adapter.changeEvent(account(), calendar, moved, written))
    expect(changed.version).not.toBe(written.version)
    expect((await read()).events[0]?.occurrences[0]?.startsAt).toEqual(moved.startsAt)
  })

  test('a wish to be confirmed is tentative there, and then is not', async () => {
    const wish = outgoing({ state: 'requested' })
    const written = doneValue(await adapter.createEvent(account(), calendar, wish))
    expect(written.state).toBe('requested')
    const confirmed = doneValue(await adapter.changeEvent(account(), calendar, outgoing(), written))
    expect(confirmed.state).toBe('confirmed')
  })

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const written = await book()
    google.changeEvent(calendar, written.id, later())
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    expect(await adapter.changeEvent(account(), calendar, moved, written)).toEqual({
      kind: 'changed_meanwhile',
    })
    expect(await adapter.removeEvent(account(), calendar, written, null)).toEqual({
      kind: 'changed_meanwhile',
    })
  })

  test('a change whose answer got lost is done when it is tried again', async () => {
    const written = await book()
    const moved = outgoing({ startsAt: at('2026-12-02T09:00:00Z'), endsAt: at('2026-12-02T09:30:00Z') })
    google.failApi({ status: 500, times: 1, method: 'PATCH', when: 'after' })
    expect((await adapter.changeEvent(account(), calendar, moved, written)).kind).toBe('unclear')
    expect((await adapter.changeEvent(account(), calendar, moved, written)).kind).toBe('done')
  })

  test('what somebody deleted is gone when it is changed, and removed when it is removed', async () => {
    const written = await book()
    google.deleteEvent(calendar, written.id)
    expect((await adapter.changeEvent(account(), calendar, outgoing(), written)).kind).toBe('gone')
    expect((await adapter.removeEvent(account(), calendar, written, null)).kind).toBe('done')
  })
})

describe('what Google does not do', () => {
  test.each([
    ['rateLimitExceeded', 403, 'later', null],
    ['userRateLimitExceeded', 403, 'later', null],
    ['quotaExceeded', 403, 'later', 7200],
    ['insufficientPermissions', 403, 'unauthorised', undefined],
    ['forbiddenForServiceAccounts', 403, 'refused', undefined],
  ])('%s is told from the others', async (reason, status, kind, afterSeconds) => {
    google.failApi({ status, reason, times: 1, path: '/calendar/v3/calendars' })
    const answer = await adapter.createEvent(account(), calendar, outgoing())
    expect(answer).toMatchObject({ kind, ...(afterSeconds === undefined ? {} : { afterSeconds }) })
  })

  test('429 says how long to wait', async () => {
    google.failApi({ status: 429, retryAfterSeconds: 60, times: 9, path: '/calendar' })
    expect(await adapter.listTargets(account())).toMatchObject({ kind: 'later', afterSeconds: 60 })
  })

  test('an outage while reading is asked again later, and never read as free (slot board: an outage read as full, then as free)', async () => {
    google.failApi({ status: 500, times: 9, path: '/calendar' })
    expect((await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a slow answer to a write is unclear', async () => {
    const hasty = outboundFor({ attemptMs: 2500 })
    const settings = googleSettings(google.url, google.client)
    const other = createGoogleAdapter({ outbound: hasty, clock: systemClock, settings: () => settings })
    google.failApi({ times: 1, delayMs: 8000, method: 'POST', path: '/calendar' })
    expect((await other.createEvent(account(), calendar, outgoing())).kind).toBe('unclear')
    await hasty.close()
  })

  test('busy times that cannot be told are unknown', async () => {
    google.addCalendar({ id: calendar, roles: { [EMAIL]: 'freeBusyReader' } })
    const calendars = { [calendar]: { busy: [], errors: [{ domain: 'global', reason: 'internalError' }] } }
    google.failApi({ times: 1, path: '/calendar/v3/freeBusy', answer: { calendars } })
    expect((await adapter.readEvents(account(), calendar, readingOf(...WINDOW))).kind).toBe('later')
  })
})

describe('access', () => {
  test('a token that ended early is replaced unnoticed', async () => {
    const same = account()
    doneValue(await adapter.listTargets(same))
    google.expireAccessTokens()
    expect((await adapter.listTargets(same)).kind).toBe('done')
  })

  test('a token is asked for once and then kept', async () => {
    const same = account()
    google.failApi({ times: 100, path: '/token', delayMs: 0 })
    await Promise.all([adapter.listTargets(same), adapter.listTargets(same)])
    await adapter.listTargets(same)
    expect(google.mendApi()).toBe(1)
  })

  test('consent that was taken back asks for a new one', async () => {
    const same = account()
    google.revoke(EMAIL)
    expect(await adapter.listTargets(same)).toMatchObject({
      kind: 'unauthorised',
      detail: expect.stringContaining('invalid_grant'),
    })
  })

  test('consent to less than is needed asks for a new one', async () => {
    const little = account(['https://www.googleapis.com/auth/calendar.freebusy'])
    expect((await adapter.listTargets(little)).kind).toBe('unauthorised')
  })

  test('stored credentials that nobody can read ask for new ones', async () => {
    expect((await adapter.listTargets(providerAccount({ kind: 'password' }))).kind).toBe('unauthorised')
  })

  test('a service account reads what was shared with it', async () => {
    const service = google.addServiceAccount(`robot-${number}@project.example`)
    google.addCalendar({ id: calendar, roles: { [service.email]: 'writer' } })
    const robot = providerAccount({ kind: 'service_account', ...service })
    expect(doneValue(await adapter.listTargets(robot)).map(({ id }) => id)).toEqual([calendar])
  })

  test('a service account acts for whom an administrator has named, and for nobody else', async () => {
    const service = google.addServiceAccount(`robot-${number}@project.example`, [EMAIL])
    const acting = (subject: string) => providerAccount({ kind: 'service_account', ...service, subject })
    expect((await adapter.readEvents(acting(EMAIL), calendar, readingOf(...WINDOW))).kind).toBe('done')
    expect((await adapter.listTargets(acting('chef@andere.example'))).kind).toBe('unauthorised')
  })

  test('a service account signs with the other clock when ours is an hour off', async () => {
    const service = google.addServiceAccount(`robot-${number}@project.example`)
    google.skewClock(-3_600_000)
    const robot = providerAccount({ kind: 'service_account', ...service })
    expect((await adapter.listTargets(robot)).kind).toBe('done')
  })
})

describe('being told', () => {
  test('a channel is told of changes until it is stopped', async () => {
    const same = account()
    const wish = {
      id: `channel-${number}`,
      address: `${google.url}/_control/notifications`,
      secret: 'a secret',
    }
    const channel = doneValue(await adapter.startPush(same, calendar, wish))
    expect(channel.expiresAt.epochMilliseconds).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000)
    google.insertEvent(calendar, foreign())
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
    google.insertEvent(calendar, foreign())
    await google.notified()
    const told = google.notifications().filter(({ headers }) => headers['x-goog-channel-id'] === wish.id)
    expect(told.map(({ headers }) => headers['x-goog-resource-state'])).toEqual(['sync', 'exists'])
    expect(told[0]?.headers['x-goog-channel-token']).toBe('a secret')
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
  })
})

function foreign(start = '2026-12-01T12:00:00Z') {
  const end = at(start).add({ hours: 1 }).toString()
  return {
    summary: 'Zahnarzt',
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: end, timeZone: 'UTC' },
  }
}

function later() {
  return { start: { dateTime: '2026-12-01T15:00:00Z' }, end: { dateTime: '2026-12-01T15:30:00Z' } }
}

function searched() {
  const { reference, startsAt, endsAt } = outgoing()
  return { reference, near: { start: startsAt, end: endsAt } }
}

test('consent that is given back lets nobody in any more, and can be given back twice', async () => {
  const lent = account()
  doneValue(await adapter.listTargets(lent))
  doneValue(await adapter.endAccess(lent))
  doneValue(await adapter.endAccess(lent))
  google.expireAccessTokens()
  expect(await adapter.readEvents({ ...lent }, calendar, readingOf(...WINDOW, null))).toMatchObject({
    kind: 'unauthorised',
  })
})
