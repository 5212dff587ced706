import ical, { ICalEventStatus } from 'ical-generator'
import { REFERENCE_PROPERTY } from '../domain/ical/read-events.ts'
import type { OutgoingEvent } from '../port.ts'

/** An appointment as a calendar object of its own (RFC 4791): one event, times in UTC, our reference in it. */
export function writeEvent(
  event: OutgoingEvent,
  { sequence, now }: { sequence: number; now: Temporal.Instant },
): string {
  const calendar = ical({ prodId: { company: 'AskProAI', product: 'AskProAI', language: 'DE' } })
  const entry = calendar.createEvent({
    id: uidOf(event.reference),
    sequence,
    stamp: new Date(now.epochMilliseconds),
    start: new Date(event.startsAt.epochMilliseconds),
    end: new Date(event.endsAt.epochMilliseconds),
    summary: plain(event.title),
    description: plain(event.description),
    status: event.state === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    ...(event.location === null ? {} : { location: plain(event.location) }),
  })
  entry.x([{ key: REFERENCE_PROPERTY, value: event.reference }])
  return calendar.toString()
}

/** The UID of what we write: the same for an appointment and a calendar, whatever happens to it. */
export function uidOf(reference: string): string {
  return `${reference}@askpro`
}

/** What callers said may hold anything; lines are kept, other control characters are not. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, character => (character === '\n' ? '\n' : ''))
}
