/**
 * Our appointments in a Google calendar. The event's id is our reference, so that what was tried twice stands there
 * once. Nobody is invited and nobody is told: the letters are ours.
 */
import type { Answer, CalendarAccount, OutgoingEvent, WrittenEvent } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { GoogleAnswer } from './google-answer.ts'
import type { GoogleClient } from './google-client.ts'
import { REFERENCE_PROPERTY } from './to-external-event.ts'
import { type GoogleEvent, googleEvent } from './wire.ts'

const QUIETLY = { sendUpdates: 'none', conferenceDataVersion: '0' }
const UNREADABLE: Failure = { kind: 'unclear', detail: 'The answer is no event.' }

type Place = { readonly account: CalendarAccount; readonly target: string; readonly id: string }

export async function createEvent(
  client: GoogleClient,
  account: CalendarAccount,
  target: string,
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const place = { account, target, id: event.reference }
  const answer = await client.ask(account, {
    ...{ operation: 'insert event', method: 'POST', path: eventsOf(target), query: QUIETLY },
    json: { id: event.reference, ...toBody(event) },
  })
  // Taken by an earlier try, or refused although it was done (failure 58): what stands there decides.
  if (answer.kind !== 'status' || (answer.status !== 409 && answer.status !== 400)) return toWritten(answer)
  const found = await findEvent(client, place)
  if (found.kind !== 'done') return found
  if (found.value === null) return { kind: 'refused', detail: answer.detail }
  if (found.value.status === 'cancelled') return await revive(client, place, event)
  return isOurs(found.value, event) ? settle(found.value, event) : { kind: 'refused', detail: answer.detail }
}

/** A deleted event keeps its id, and can be brought back under it. */
async function revive(
  client: GoogleClient,
  place: Place,
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const path = pathOf(place)
  return toWritten(
    await client.ask(place.account, {
      ...{ operation: 'bring event back', method: 'PUT', path, query: QUIETLY },
      json: toBody(event),
    }),
  )
}

export async function changeEvent(
  client: GoogleClient,
  { account, target, written }: { account: CalendarAccount; target: string; written: WrittenEvent },
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const place = { account, target, id: written.id }
  const answer = await client.ask(account, {
    ...{ operation: 'change event', method: 'PATCH', path: pathOf(place), query: QUIETLY },
    json: toBody(event),
    ifMatch: written.version,
  })
  if (answer.kind !== 'status' || answer.status !== 412) return toWritten(answer)
  // Changed by somebody else, or by our own try whose answer got lost.
  const found = await findEvent(client, place)
  if (found.kind !== 'done') return found
  if (found.value === null || found.value.status === 'cancelled') return { kind: 'gone' }
  return settle(found.value, event)
}

export async function removeEvent(
  client: GoogleClient,
  { account, target, written }: { account: CalendarAccount; target: string; written: WrittenEvent },
): Promise<Answer<null>> {
  const place = { account, target, id: written.id }
  const answer = await client.ask(account, {
    ...{ operation: 'delete event', method: 'DELETE', path: pathOf(place), query: { sendUpdates: 'none' } },
    ifMatch: written.version,
  })
  if (answer.kind === 'ok') return { kind: 'done', value: null }
  if (answer.kind !== 'status') return answer
  if (answer.status === 404 || answer.status === 410) return { kind: 'done', value: null }
  if (answer.status !== 412) return { kind: 'refused', detail: answer.detail }
  const found = await findEvent(client, place)
  if (found.kind !== 'done') return found
  const isGone = found.value === null || found.value.status === 'cancelled'
  return isGone ? { kind: 'done', value: null } : { kind: 'changed_meanwhile' }
}

/** The event of that id, deleted or not; null: there never was one. */
export async function findEvent(
  client: GoogleClient,
  { account, target, id }: Place,
): Promise<Answer<GoogleEvent | null>> {
  const path = pathOf({ account, target, id })
  const answer = await client.ask(account, { operation: 'get event', method: 'GET', path })
  if (answer.kind === 'status' && (answer.status === 404 || answer.status === 410))
    return { kind: 'done', value: null }
  if (answer.kind === 'status') return { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const event = googleEvent.safeParse(answer.json)
  return event.success ? { kind: 'done', value: event.data } : UNREADABLE
}

function toWritten(answer: GoogleAnswer): Answer<WrittenEvent> {
  if (answer.kind === 'status') {
    if (answer.status === 404 || answer.status === 410) return { kind: 'gone' }
    return answer.status === 412 ? { kind: 'changed_meanwhile' } : { kind: 'refused', detail: answer.detail }
  }
  if (answer.kind !== 'ok') return answer
  const event = googleEvent.safeParse(answer.json)
  return event.success ? { kind: 'done', value: toWrittenEvent(event.data) } : UNREADABLE
}

function toWrittenEvent({ id, iCalUID, etag, status }: GoogleEvent): WrittenEvent {
  const state = status === 'tentative' ? 'requested' : 'confirmed'
  return { id, uid: iCalUID ?? null, version: etag ?? null, state, host: null }
}

function isOurs(found: GoogleEvent, { reference }: OutgoingEvent): boolean {
  return found.extendedProperties?.private[REFERENCE_PROPERTY] === reference
}

/** As it should stand, it is done, whoever did it. Otherwise somebody else has had a say. */
function settle(found: GoogleEvent, event: OutgoingEvent): Answer<WrittenEvent> {
  const asWished =
    isAt(found.start, event.startsAt) &&
    isAt(found.end, event.endsAt) &&
    found.status === statusOf(event) &&
    (found.summary ?? '') === event.title &&
    (found.description ?? '') === event.description &&
    (found.location ?? null) === event.location
  return asWished ? { kind: 'done', value: toWrittenEvent(found) } : { kind: 'changed_meanwhile' }
}

function isAt(time: GoogleEvent['start'], instant: Temporal.Instant): boolean {
  return time?.dateTime !== undefined && Temporal.Instant.from(time.dateTime).equals(instant)
}

function toBody(event: OutgoingEvent) {
  return {
    summary: event.title,
    description: event.description,
    location: event.location,
    start: { dateTime: event.startsAt.toString(), timeZone: event.zone },
    end: { dateTime: event.endsAt.toString(), timeZone: event.zone },
    status: statusOf(event),
    transparency: 'opaque',
    extendedProperties: { private: { [REFERENCE_PROPERTY]: event.reference } },
  }
}

function statusOf({ state }: OutgoingEvent): 'confirmed' | 'tentative' {
  return state === 'confirmed' ? 'confirmed' : 'tentative'
}

function eventsOf(target: string): string {
  return `/calendars/${encodeURIComponent(target)}/events`
}

function pathOf({ target, id }: Place): string {
  return `${eventsOf(target)}/${encodeURIComponent(id)}`
}
