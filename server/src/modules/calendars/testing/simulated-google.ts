import { afterAll, beforeEach } from 'vitest'
import { startGoogle } from '../../../../../sandbox/google/start-google.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import { createGoogleAdapter } from '../google/google-adapter.ts'
import { GOOGLE_SCOPES, googleSettings } from '../google/settings.ts'
import type { EventChanges, WrittenEvent } from '../port.ts'
import { at, doneValue, outboundFor, outgoing, providerAccount, readingOf } from './provider-account.ts'

export const EMAIL = 'mara@studio-lindner.example'
/** What is read unless a test says otherwise. */
export const WINDOW = ['2026-11-30T00:00:00Z', '2027-03-01T00:00:00Z'] as const

/** Starts Google's simulator for the tests of one file, and ends it after them; with an adapter that asks it. */
export async function simulatedGoogle() {
  const google = await startGoogle()
  const outbound = outboundFor()
  const settings = googleSettings(google.url, google.client)
  afterAll(async () => {
    await google.close()
    await outbound.close()
  })
  const adapter = createGoogleAdapter({ outbound, clock: systemClock, settings: () => settings })
  return { google, outbound, settings, adapter }
}

/** As above; each test has a calendar of its own, which is empty and belongs to the account of `EMAIL`. */
export async function calendarAtGoogle() {
  const { google, settings, adapter } = await simulatedGoogle()
  let number = 0
  const calendar = (): string => `calendar-${number}@group.calendar.example`
  beforeEach(() => {
    number += 1
    google.mendApi()
    google.skewClock(0)
    google.addCalendar({ id: calendar(), summary: 'Beratung', roles: { [EMAIL]: 'owner' } })
  })
  const account = (scopes: readonly string[] = GOOGLE_SCOPES) =>
    providerAccount({ kind: 'oauth', refreshToken: google.grant(EMAIL, scopes) })
  return {
    ...{ google, settings, adapter, calendar, account },
    /** Counts the tests, for names that no other test has. */
    number: (): number => number,
    async read(cursor: string | null = null): Promise<EventChanges> {
      return doneValue(await adapter.readEvents(account(), calendar(), readingOf(...WINDOW, cursor)))
    },
    async book(): Promise<WrittenEvent> {
      return doneValue(await adapter.createEvent(account(), calendar(), outgoing()))
    },
  }
}

/** An event of somebody else's, as Google has it: an hour at noon. */
export function foreignGoogleEvent(start = '2026-12-01T12:00:00Z') {
  const end = at(start).add({ hours: 1 }).toString()
  return {
    summary: 'Zahnarzt',
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: end, timeZone: 'UTC' },
  }
}
