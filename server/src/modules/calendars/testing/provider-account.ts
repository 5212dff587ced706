import { type CalendarConnectionId, newId, type TenantId } from '../../../platform/ids/ids.ts'
import { createOutbound } from '../../../platform/resilience/outbound.ts'
import type { Answer, CalendarAccount, OutgoingEvent, Reading } from '../port.ts'

/** An account as the mirror and the writer hand it to an adapter; `kept` is what the adapter had stored. */
export function providerAccount(
  secrets: unknown,
  zone = 'Europe/Berlin',
): CalendarAccount & { readonly kept: unknown[] } {
  const kept: unknown[] = []
  return {
    tenantId: newId<'tenant'>() as TenantId,
    connectionId: newId<'calendar-connection'>() as CalendarConnectionId,
    secrets,
    kept,
    keepSecrets: async replaced => {
      kept.push(replaced)
    },
    ...{ zone, urgency: 'background' },
  }
}

/** The door outside without breakers. A busy machine is no fault of a provider: only who tests patience says how long. */
export function outboundFor(tests: { readonly attemptMs: number } = { attemptMs: 20_000 }) {
  const outbound = createOutbound()
  return {
    ...outbound,
    setPolicy: (provider: string, policy: Parameters<typeof outbound.setPolicy>[1]): void =>
      outbound.setPolicy(provider, {
        ...policy,
        attemptMs: tests.attemptMs,
        totalMs: 60_000,
        opensAfter: 1000,
      }),
  }
}

export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

export function readingOf(start: string, end: string, cursor: string | null = null): Reading {
  return { cursor, window: { start: at(start), end: at(end) } }
}

export function outgoing(event: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return {
    reference: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    startsAt: at('2026-12-01T09:00:00Z'),
    endsAt: at('2026-12-01T09:30:00Z'),
    zone: 'Europe/Berlin',
    title: 'Erstgespräch: Jana Albers',
    description: 'Telefon: +49 30 23125 011',
    location: null,
    state: 'confirmed',
    attendee: { name: 'Jana Albers', email: null, phone: '+493023125011', locale: 'de' },
    settings: {},
    ...event,
  }
}

export function doneValue<T>(answer: Answer<T> | { readonly kind: 'expired' }): T {
  if (answer.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answer)}`)
  return answer.value
}

/** How the event of `outgoing()` is looked for. */
export function searched() {
  const { reference, startsAt, endsAt } = outgoing()
  return { reference, near: { start: startsAt, end: endsAt } }
}
