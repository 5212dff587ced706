import { type GoogleSimulator, startGoogle } from '../../sandbox/google/start-google.ts'
import { createGoogleAdapter } from '../../server/src/modules/calendars/google/google-adapter.ts'
import { GOOGLE_SCOPES, googleSettings } from '../../server/src/modules/calendars/google/settings.ts'
import { createOutbound } from '../../server/src/platform/resilience/outbound.ts'
import type { Clock } from '../../server/src/platform/time/clock.ts'

const EMAIL = 'owner@studio-lindner.example'

/** One fault for each way in which a request can go wrong; a fifth of all requests meets one of them. */
const FAULTS = [
  { status: 503 },
  { status: 429, retryAfterSeconds: 1 },
  { status: 'cut' },
  { status: 'cut', when: 'after' },
  { status: 500, when: 'after' },
] as const
const SHARE = 0.2 / FAULTS.length

/** A simulated account at Google with a calendar for each person, and the adapter that speaks with it. */
export async function startFaultyGoogle(clock: Clock) {
  const google: GoogleSimulator = await startGoogle({ now: () => clock.now().epochMilliseconds })
  const outbound = createOutbound()
  // What waits here would wait in real time: jobs try again by a clock that is wound on.
  outbound.setPolicy('google', { attempts: 1, attemptMs: 2000, totalMs: 3000, opensAfter: 1_000_000 })
  const adapter = createGoogleAdapter({
    outbound: { ...outbound, setPolicy: () => undefined },
    clock,
    settings: () => googleSettings(google.url, google.client),
  })
  return {
    adapter,
    secrets: () => [
      { name: 'kind', value: 'oauth' },
      { name: 'refreshToken', value: google.grant(EMAIL, GOOGLE_SCOPES) },
    ],
    addCalendar: (id: string): void => {
      google.addCalendar({ id, summary: id, roles: { [EMAIL]: 'owner' } })
    },
    fail: (): void => {
      for (const fault of FAULTS)
        google.failApi({ ...fault, path: '/calendar', share: SHARE, times: 1_000_000 })
    },
    /** Returns how many requests met a fault. */
    mend: (): number => google.mendApi(),
    /** What stands in a calendar: our reference and its times, as often as it stands there. */
    standing: (calendarId: string) =>
      google
        .events(calendarId)
        .filter(event => event.status !== 'cancelled')
        .map(event => ({
          reference: Object.values(event.extendedProperties?.private ?? {})[0] ?? null,
          startsAt: Date.parse(event.start.dateTime ?? ''),
          endsAt: Date.parse(event.end.dateTime ?? ''),
        })),
    close: async (): Promise<void> => {
      await google.close()
      await outbound.close()
    },
  }
}

export type FaultyGoogle = Awaited<ReturnType<typeof startFaultyGoogle>>
