import { startOfLocalDay } from '../../../platform/time/zoned.ts'
import type { ExternalEvent } from '../port.ts'
import type { GraphEvent } from './wire.ts'

/**
 * Graph keeps this id for the whole life of an event and tells it in every answer, also in deltas, which leave
 * extended properties out. It cannot be used a second time, so a number may follow.
 */
const OUR_TRANSACTION = /^askpro:([0-9a-v]{1,64})(?::\w+)?$/

export function transactionIdOf(reference: string, again: string | null): string {
  return again === null ? `askpro:${reference}` : `askpro:${reference}:${again}`
}

/**
 * An event in our words. Null: its time cannot be told, since it is not in UTC as it was asked for. Occurrences of a
 * series come one by one, each with an id of its own, so each is an event.
 */
export function toExternalEvent(event: GraphEvent, zone: string): ExternalEvent | null {
  const startsAt = instantOf(event.start, event.isAllDay, zone)
  const endsAt = instantOf(event.end, event.isAllDay, zone)
  if (startsAt === null || endsAt === null) return null
  const lasts = Temporal.Instant.compare(startsAt, endsAt) < 0
  return {
    id: event.id,
    uid: event.iCalUId ?? null,
    version: event['@odata.etag'] ?? null,
    reference: referenceOf(event),
    busy: busyOf(event),
    state: stateOf(event),
    title: event.subject ?? null,
    occurrences: lasts ? [{ key: 'only', startsAt, endsAt }] : [],
  }
}

export function referenceOf({ transactionId }: GraphEvent): string | null {
  return OUR_TRANSACTION.exec(transactionId ?? '')?.[1] ?? null
}

export function stateOf({ isCancelled, showAs }: GraphEvent): ExternalEvent['state'] {
  if (isCancelled) return 'cancelled'
  return showAs === 'tentative' ? 'requested' : 'confirmed'
}

/** Who works elsewhere works, who declined is free, and who has not answered yet may come. */
function busyOf({ isCancelled, showAs, responseStatus }: GraphEvent): ExternalEvent['busy'] {
  const response = responseStatus?.response
  if (isCancelled || response === 'declined') return 'free'
  if (showAs === 'free' || showAs === 'workingElsewhere') return 'free'
  const unsure = showAs === 'tentative' || response === 'notResponded' || response === 'tentativelyAccepted'
  return unsure ? 'tentative' : 'busy'
}

/** A day without time has no zone: it is one of the business, of 23 or 25 hours when clocks change. */
export function instantOf(
  { dateTime, timeZone }: GraphEvent['start'],
  isAllDay: boolean,
  zone: string,
): Temporal.Instant | null {
  if (isAllDay)
    return Temporal.Instant.fromEpochMilliseconds(
      startOfLocalDay(Temporal.PlainDate.from(dateTime.slice(0, 10)), zone),
    )
  return timeZone === 'UTC' ? Temporal.Instant.from(`${dateTime}Z`) : null
}
