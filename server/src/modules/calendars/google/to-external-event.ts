import { startOfLocalDay } from '../../../platform/time/zoned.ts'
import type { ExternalEvent } from '../port.ts'
import type { GoogleEvent } from './wire.ts'

/** Private to us: other applications see neither name nor value. */
export const REFERENCE_PROPERTY = 'askpro_reference'

/**
 * An event in our words. Occurrences of a series come one by one, each with an id of its own, so each is an event.
 * Null: it has no time, which only what is left of a deleted event may lack.
 */
export function toExternalEvent(event: GoogleEvent, zone: string): ExternalEvent | null {
  const startsAt = instantOf(event.start, zone)
  const endsAt = instantOf(event.end, zone)
  if (startsAt === null || endsAt === null) return null
  const lasts = Temporal.Instant.compare(startsAt, endsAt) < 0
  return {
    id: event.id,
    uid: event.iCalUID ?? null,
    version: event.etag ?? null,
    reference: referenceOf(event),
    busy: busyOf(event),
    state: stateOf(event),
    title: event.summary ?? null,
    occurrences: lasts ? [{ key: 'only', startsAt, endsAt }] : [],
  }
}

/** Who duplicates an event in the calendar duplicates our mark with it; the id that we gave is the original's alone. */
function referenceOf(event: GoogleEvent): string | null {
  const reference = event.extendedProperties?.private[REFERENCE_PROPERTY]
  return reference === event.id ? reference : null
}

function stateOf({ status }: GoogleEvent): ExternalEvent['state'] {
  if (status === 'cancelled') return 'cancelled'
  return status === 'tentative' ? 'requested' : 'confirmed'
}

/** Where somebody works takes no time, who declined is free, and who has not answered yet may come. */
function busyOf(event: GoogleEvent): ExternalEvent['busy'] {
  const answer = event.attendees.find(({ self }) => self)?.responseStatus
  if (event.status === 'cancelled' || answer === 'declined') return 'free'
  if (event.transparency === 'transparent' || event.eventType === 'workingLocation') return 'free'
  const unsure = event.status === 'tentative' || answer === 'tentative' || answer === 'needsAction'
  return unsure ? 'tentative' : 'busy'
}

/** A day without time is one of the calendar's zone, of 23 or 25 hours when clocks change. */
function instantOf(time: GoogleEvent['start'], zone: string): Temporal.Instant | null {
  if (time?.dateTime !== undefined) return Temporal.Instant.from(time.dateTime)
  if (time?.date === undefined) return null
  return Temporal.Instant.fromEpochMilliseconds(startOfLocalDay(Temporal.PlainDate.from(time.date), zone))
}
