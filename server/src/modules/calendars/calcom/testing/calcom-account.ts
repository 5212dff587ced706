import { onTestFinished } from 'vitest'
import { EXAMPLE_KEY, startCalcom } from '../../../../../../sandbox/calcom/start-calcom.ts'
import { createMemoryStore } from '../../../../platform/limits/limit-store.ts'
import { createOutbound } from '../../../../platform/resilience/outbound.ts'
import { fixedClock } from '../../../../platform/time/clock.ts'
import type { OutgoingEvent } from '../../port.ts'
import { createMemoryMetadata } from '../../testing/memory-metadata.ts'
import { outgoing, providerAccount } from '../../testing/provider-account.ts'
import { createCalcomAdapter } from '../calcom-adapter.ts'
import { createCalcomClient } from '../calcom-client.ts'
import { createEventTypes } from '../event-types.ts'
import { createRequestTurns } from '../request-turns.ts'
import type { CalcomSettings } from '../settings.ts'

/** Monday, 23 November 2026, 8:00 in Berlin. */
export const NOW = '2026-11-23T07:00:00Z'
export const TYPE = 'event_type/101'
const ATTENDEES = 'termine.salon.example'

type Control = 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'
export type Sent = {
  readonly method: string
  readonly url: string
  readonly version: string
  // biome-ignore lint/suspicious/noExplicitAny: what is sent is what is tested
  readonly body: any
}

/** The adapter before the simulator of Cal.com, with its example account. */
export async function startCalcomAccount() {
  const clock = fixedClock(NOW)
  const calcom = await startCalcom({ now: () => clock.now().epochMilliseconds })
  onTestFinished(() => calcom.close())
  const settings: CalcomSettings = { baseUrl: () => calcom.url, attendeeDomain: ATTENDEES }
  // A fresh bucket for each account: what other tests asked does not count.
  const store = createMemoryStore(() => clock.now().epochMilliseconds)
  // Whoever has to wait moves the time on.
  const turns = createRequestTurns({ store, wait: async ms => clock.advance(Math.ceil(ms)) })
  const client = createCalcomClient({ outbound: steadyOutbound(), turns, settings })
  const eventTypes = createEventTypes({ client, metadata: createMemoryMetadata(clock) })
  const adapter = createCalcomAdapter({ client, eventTypes, clock, settings })
  const account = providerAccount({ kind: 'api_key', apiKey: EXAMPLE_KEY })

  const byHand = steadyOutbound()
  byHand.setPolicy('calcom-simulator', { attempts: 1, atOnce: 300, waiting: 1000 })
  const control = async (method: Control, path: string, json?: unknown) => {
    const answer = await byHand.sendJson({
      ...{ provider: 'calcom-simulator', operation: path, method, url: calcom.url + path },
      headers: { authorization: `Bearer ${EXAMPLE_KEY}`, 'cal-api-version': '2024-08-13' },
      ...(json === undefined ? {} : { json }),
    })
    // biome-ignore lint/suspicious/noExplicitAny: the simulator's answers
    return answer as any
  }
  return {
    ...{ calcom, client, clock, settings, adapter, account, control },
    fault: (given: object) => control('POST', '/_control/api-faults', { times: 1, ...given }),
    bookings: async () => (await control('GET', '/_control/state')).bookings,
    /** What did not fit Cal.com's own document, where that is there. */
    violations: async (): Promise<string[]> => (await control('GET', '/_control/state')).document.violations,
    sent: async (path: string, method = 'POST'): Promise<Sent[]> =>
      (await control('GET', '/_control/requests')).items.filter(
        (item: Sent) => item.method === method && item.url.startsWith(path),
      ),
  }
}

/** The door outside, for a machine that is busy with other tests: nothing is late, and no breaker opens. */
function steadyOutbound() {
  const outbound = createOutbound()
  return {
    ...outbound,
    setPolicy: (provider: string, policy: Parameters<typeof outbound.setPolicy>[1]): void =>
      outbound.setPolicy(provider, { ...policy, attemptMs: 60_000, totalMs: 60_000, opensAfter: 1000 }),
  }
}

/** Tuesday at ten, an hour. */
export function appointment(event: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return outgoing({
    startsAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
    endsAt: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    title: 'Damenhaarschnitt: Jana Albers',
    ...event,
  })
}

export const hour = (start: string) => ({
  startsAt: Temporal.Instant.from(start),
  endsAt: Temporal.Instant.from(start).add({ hours: 1 }),
})
