/**
 * Our appointments in a Microsoft 365 calendar, without attendees: Exchange would write to them, and the letters are
 * ours. What was tried twice stands there once, because both tries have the same `transactionId`.
 */
import { randomUUID } from 'node:crypto'
import type { Answer, CalendarAccount, ExternalEvent, OutgoingEvent, WrittenEvent } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import type { GraphAnswer } from './graph-answer.ts'
import type { GraphClient } from './graph-client.ts'
import { instantOf, referenceOf, stateOf, toExternalEvent, transactionIdOf } from './to-external-event.ts'
import { eventPage, type GraphEvent, graphEvent } from './wire.ts'

/** A named property of our own, which Graph can search for. */
const REFERENCE_PROPERTY = 'String {5b1c3f6e-8c1d-4b0e-9a43-2d6f0f9b7a10} Name askpro_reference'
const UNREADABLE: Failure = { kind: 'unclear', detail: 'The answer is no event.' }

type Place = { readonly account: CalendarAccount; readonly target: string }
type Written = Place & { readonly written: WrittenEvent }

export async function createEvent(
  client: GraphClient,
  place: Place,
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const answer = await insert(client, place, event, transactionIdOf(event.reference, null))
  if (answer.kind === 'ok') return settleJson(answer.json, event)
  // The id was used before, or it was refused although it was done (failure 58): what stands there decides.
  if (answer.kind !== 'status' || (answer.status !== 409 && answer.status !== 400)) return toWritten(answer)
  const found = await findOurs(client, place, event.reference)
  if (found.kind !== 'done') return found
  const [known] = found.value
  if (known !== undefined) return settle(known, event)
  if (answer.status === 400) return { kind: 'refused', detail: answer.detail }
  // Used by one that was deleted since: under the same id there will never be another.
  return toWritten(
    await insert(client, place, event, transactionIdOf(event.reference, randomUUID().slice(0, 8))),
  )
}

export async function changeEvent(
  client: GraphClient,
  { account, target, written }: Written,
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const path = { mailbox: eventPath(target, written.id) }
  const answer = await client.ask(account, {
    ...{ operation: 'change event', method: 'PATCH', path, ifMatch: written.version },
    json: toBody(event),
  })
  if (answer.kind !== 'status' || answer.status !== 412) return toWritten(answer)
  // Changed by somebody else, or by our own try whose answer got lost.
  const found = await getEvent(client, { account, target }, written.id)
  if (found.kind !== 'done') return found
  return found.value === null ? { kind: 'gone' } : settle(found.value, event)
}

export async function removeEvent(
  client: GraphClient,
  { account, target, written }: Written,
): Promise<Answer<null>> {
  const path = { mailbox: eventPath(target, written.id) }
  const answer = await client.ask(account, {
    ...{ operation: 'delete event', method: 'DELETE', path, ifMatch: written.version },
  })
  if (answer.kind === 'ok') return { kind: 'done', value: null }
  if (answer.kind !== 'status') return answer
  if (answer.status === 404 || answer.status === 410) return { kind: 'done', value: null }
  return answer.status === 412 ? { kind: 'changed_meanwhile' } : { kind: 'refused', detail: answer.detail }
}

/** Those that carry our reference and are no copies of what does, newest first. */
export async function findEvents(
  client: GraphClient,
  place: Place,
  reference: string,
): Promise<Answer<readonly ExternalEvent[]>> {
  const found = await findOurs(client, place, reference)
  if (found.kind !== 'done') return found
  const events = found.value.map(event => toExternalEvent(event, place.account.zone))
  const readable = events.filter((event): event is ExternalEvent => event !== null)
  return readable.length === events.length ? { kind: 'done', value: readable } : UNREADABLE
}

async function findOurs(
  client: GraphClient,
  { account, target }: Place,
  reference: string,
): Promise<Answer<readonly GraphEvent[]>> {
  const answer = await client.ask(account, {
    ...{ operation: 'find events', method: 'GET', path: { mailbox: eventsPath(target) } },
    query: {
      $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${REFERENCE_PROPERTY}' and ep/value eq '${reference}')`,
      $top: '50',
    },
  })
  if (answer.kind === 'status')
    return answer.status === 404 ? { kind: 'gone' } : { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const page = eventPage.safeParse(answer.json)
  if (!page.success) return UNREADABLE
  const ours = page.data.value.filter(event => referenceOf(event) === reference)
  const value = ours.toSorted((one, other) =>
    (other.createdDateTime ?? '').localeCompare(one.createdDateTime ?? ''),
  )
  return { kind: 'done', value }
}

async function getEvent(
  client: GraphClient,
  { account, target }: Place,
  id: string,
): Promise<Answer<GraphEvent | null>> {
  const path = { mailbox: eventPath(target, id) }
  const answer = await client.ask(account, { operation: 'get event', method: 'GET', path })
  if (answer.kind === 'status')
    return answer.status === 404 ? { kind: 'done', value: null } : { kind: 'refused', detail: answer.detail }
  if (answer.kind !== 'ok') return answer
  const event = graphEvent.safeParse(answer.json)
  return event.success ? { kind: 'done', value: event.data } : UNREADABLE
}

async function insert(
  client: GraphClient,
  { account, target }: Place,
  event: OutgoingEvent,
  transactionId: string,
) {
  return await client.ask(account, {
    ...{ operation: 'create event', method: 'POST', path: { mailbox: eventsPath(target) } },
    json: {
      ...toBody(event),
      transactionId,
      singleValueExtendedProperties: [{ id: REFERENCE_PROPERTY, value: event.reference }],
    },
  })
}

function toWritten(answer: GraphAnswer): Answer<WrittenEvent> {
  if (answer.kind === 'status') {
    if (answer.status === 404 || answer.status === 410) return { kind: 'gone' }
    return answer.status === 412 ? { kind: 'changed_meanwhile' } : { kind: 'refused', detail: answer.detail }
  }
  if (answer.kind !== 'ok') return answer
  const event = graphEvent.safeParse(answer.json)
  return event.success ? { kind: 'done', value: toWrittenEvent(event.data) } : UNREADABLE
}

/** An answer to the same request made twice is the event of the first, as it stands now. */
function settleJson(json: unknown, event: OutgoingEvent): Answer<WrittenEvent> {
  const made = graphEvent.safeParse(json)
  return made.success ? settle(made.data, event) : UNREADABLE
}

/** As it should stand, it is done, whoever did it. Otherwise somebody else has had a say. */
function settle(found: GraphEvent, event: OutgoingEvent): Answer<WrittenEvent> {
  const isAt = (moment: GraphEvent['start'], instant: Temporal.Instant): boolean =>
    instantOf(moment, found.isAllDay, event.zone)?.equals(instant) === true
  const asWished =
    referenceOf(found) === event.reference &&
    isAt(found.start, event.startsAt) &&
    isAt(found.end, event.endsAt) &&
    found.subject === event.title &&
    stateOf(found) === event.state &&
    (found.location?.displayName ?? '') === (event.location ?? '')
  return asWished ? { kind: 'done', value: toWrittenEvent(found) } : { kind: 'changed_meanwhile' }
}

function toWrittenEvent(event: GraphEvent): WrittenEvent {
  const { id, iCalUId, '@odata.etag': version } = event
  const state = stateOf(event) === 'requested' ? 'requested' : 'confirmed'
  return { id, uid: iCalUId ?? null, version: version ?? null, state, host: null }
}

function toBody(event: OutgoingEvent) {
  return {
    subject: event.title,
    body: { contentType: 'text', content: event.description },
    start: momentOf(event.startsAt),
    end: momentOf(event.endsAt),
    location: { displayName: event.location ?? '' },
    showAs: event.state === 'confirmed' ? 'busy' : 'tentative',
  }
}

function momentOf(instant: Temporal.Instant) {
  return { dateTime: instant.toString({ fractionalSecondDigits: 0 }).replace('Z', ''), timeZone: 'UTC' }
}

function eventsPath(target: string): string {
  return `/calendars/${encodeURIComponent(target)}/events`
}

function eventPath(target: string, id: string): string {
  return `${eventsPath(target)}/${encodeURIComponent(id)}`
}
