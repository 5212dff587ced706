import { onTestFinished } from 'vitest'
import type { AccountInput } from '../account.ts'
import { EXAMPLE_ACCOUNT, EXAMPLE_KEY } from '../example-account.ts'
import { startCalcom } from '../start-calcom.ts'

/** Monday, 23 November 2026, 8:00 in Berlin. */
export const NOW = Date.parse('2026-11-23T07:00:00Z')

const VERSIONS: readonly (readonly [string, string])[] = [
  ['/v2/bookings', '2024-08-13'],
  ['/v2/slots', '2024-09-04'],
  ['/v2/event-types', '2024-06-14'],
  ['/v2/schedules', '2024-06-11'],
]

export type Said = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what the API answers is what is tested
  readonly body: any
  readonly headers: Headers
}

export async function startAsked(change: Partial<AccountInput> = {}) {
  const moment = { now: NOW }
  const cal = await startCalcom({ now: () => moment.now, account: { ...EXAMPLE_ACCOUNT, ...change } })
  onTestFinished(() => cal.close())

  const ask = async (
    method: string,
    path: string,
    given: { json?: unknown; key?: string | null; version?: string | null } = {},
  ): Promise<Said> => {
    const known = VERSIONS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? null
    const version = given.version === undefined ? known : given.version
    const key = given.key === undefined ? EXAMPLE_KEY : given.key
    const response = await fetch(cal.url + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(version === null ? {} : { 'cal-api-version': version }),
        ...(given.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.json === undefined ? {} : { body: JSON.stringify(given.json) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    }
  }
  const state = async () => (await ask('GET', '/_control/state')).body
  return { cal, ask, state, moment }
}

/** A booking that is taken, on Tuesday at ten. */
export const booking = (change: object = {}) => ({
  eventTypeId: 101,
  start: '2026-11-24T09:00:00Z',
  attendee: { name: 'Erika Muster', email: 'a1@termine.example', timeZone: 'Europe/Berlin', language: 'de' },
  ...change,
})
