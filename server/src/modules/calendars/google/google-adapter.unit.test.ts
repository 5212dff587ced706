import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../platform/time/clock.ts'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import {
  at,
  doneValue,
  outboundFor,
  outgoing,
  providerAccount,
  readingOf,
} from '../testing/provider-account.ts'
import { calendarAtGoogle, EMAIL, foreignGoogleEvent, WINDOW } from '../testing/simulated-google.ts'
import { createGoogleAdapter } from './google-adapter.ts'

const { google, settings, adapter, account, calendar, number } = await calendarAtGoogle()

describe('the contract', () => {
  testAdapterContract(() => ({
    ...{ adapter, account: account(), target: calendar(), firstHour: at('2026-12-01T08:00:00Z') },
    addForeignEvent: ({ title: summary, startsAt, endsAt, days }) => {
      google.insertEvent(calendar(), {
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
    google.addCalendar({ id: `${calendar()}-2`, timeZone: 'Asia/Tokyo', roles: { [EMAIL]: 'reader' } })
    const targets = doneValue(await adapter.listTargets(account()))
    expect(targets.filter(({ id }) => id.startsWith(calendar()))).toEqual([
      {
        id: calendar(),
        name: 'Beratung',
        kind: 'calendar',
        writable: true,
        zone: 'Europe/Berlin',
        minutes: null,
      },
      expect.objectContaining({ id: `${calendar()}-2`, writable: false, zone: 'Asia/Tokyo' }),
    ])
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
    const answer = await adapter.createEvent(account(), calendar(), outgoing())
    expect(answer).toMatchObject({ kind, ...(afterSeconds === undefined ? {} : { afterSeconds }) })
  })

  test('429 says how long to wait', async () => {
    google.failApi({ status: 429, retryAfterSeconds: 60, times: 9, path: '/calendar' })
    expect(await adapter.listTargets(account())).toMatchObject({ kind: 'later', afterSeconds: 60 })
  })

  test('an outage while reading is asked again later, and never read as free (slot board: an outage read as full, then as free)', async () => {
    google.failApi({ status: 500, times: 9, path: '/calendar' })
    expect((await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a slow answer to a write is unclear', async () => {
    const hasty = outboundFor({ attemptMs: 2500 })
    const other = createGoogleAdapter({ outbound: hasty, clock: systemClock, settings: () => settings })
    google.failApi({ times: 1, delayMs: 8000, method: 'POST', path: '/calendar' })
    expect((await other.createEvent(account(), calendar(), outgoing())).kind).toBe('unclear')
    await hasty.close()
  })

  test('busy times that cannot be told are unknown', async () => {
    google.addCalendar({ id: calendar(), roles: { [EMAIL]: 'freeBusyReader' } })
    const calendars = { [calendar()]: { busy: [], errors: [{ domain: 'global', reason: 'internalError' }] } }
    google.failApi({ times: 1, path: '/calendar/v3/freeBusy', answer: { calendars } })
    expect((await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).kind).toBe('later')
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
    const service = google.addServiceAccount(`robot-${number()}@project.example`)
    google.addCalendar({ id: calendar(), roles: { [service.email]: 'writer' } })
    const robot = providerAccount({ kind: 'service_account', ...service })
    expect(doneValue(await adapter.listTargets(robot)).map(({ id }) => id)).toEqual([calendar()])
  })

  test('a service account acts for whom an administrator has named, and for nobody else', async () => {
    const service = google.addServiceAccount(`robot-${number()}@project.example`, [EMAIL])
    const acting = (subject: string) => providerAccount({ kind: 'service_account', ...service, subject })
    expect((await adapter.readEvents(acting(EMAIL), calendar(), readingOf(...WINDOW))).kind).toBe('done')
    expect((await adapter.listTargets(acting('chef@andere.example'))).kind).toBe('unauthorised')
  })

  test('a service account signs with the other clock when ours is an hour off', async () => {
    const service = google.addServiceAccount(`robot-${number()}@project.example`)
    google.skewClock(-3_600_000)
    const robot = providerAccount({ kind: 'service_account', ...service })
    expect((await adapter.listTargets(robot)).kind).toBe('done')
  })

  test('consent that is given back lets nobody in any more, and can be given back twice', async () => {
    const lent = account()
    doneValue(await adapter.listTargets(lent))
    doneValue(await adapter.endAccess(lent))
    doneValue(await adapter.endAccess(lent))
    google.expireAccessTokens()
    expect(await adapter.readEvents({ ...lent }, calendar(), readingOf(...WINDOW, null))).toMatchObject({
      kind: 'unauthorised',
    })
  })
})

describe('being told', () => {
  test('a channel is told of changes until it is stopped', async () => {
    const same = account()
    const wish = {
      id: `channel-${number()}`,
      address: `${google.url}/_control/notifications`,
      secret: 'a secret',
    }
    const channel = doneValue(await adapter.startPush(same, calendar(), wish))
    expect(channel.expiresAt.epochMilliseconds).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000)
    google.insertEvent(calendar(), foreignGoogleEvent())
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
    google.insertEvent(calendar(), foreignGoogleEvent())
    await google.notified()
    const told = google.notifications().filter(({ headers }) => headers['x-goog-channel-id'] === wish.id)
    expect(told.map(({ headers }) => headers['x-goog-resource-state'])).toEqual(['sync', 'exists'])
    expect(told[0]?.headers['x-goog-channel-token']).toBe('a secret')
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
  })
})
