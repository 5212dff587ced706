import { createObject, deleteObject, updateObject } from 'tsdav'
import { uidOf, writeEvent } from '../ical/write-event.ts'
import type { Answer, ExternalEvent, OutgoingEvent, WrittenEvent } from '../port.ts'
import { failureOfStatus } from './dav-answers.ts'
import { type DavReading, readObject } from './read-calendar.ts'

const ICAL = { 'content-type': 'text/calendar; charset=utf-8' }

/** Where an appointment of ours stands in a calendar: its address follows from the reference. */
export function addressOf(calendar: string, reference: string): string {
  const folder = calendar.endsWith('/') ? calendar : `${calendar}/`
  return new URL(`${encodeURIComponent(uidOf(reference))}.ics`, folder).href
}

/** Creates an entry only where none is. */
export async function putNewObject(
  reading: DavReading,
  event: OutgoingEvent,
  now: Temporal.Instant,
): Promise<Answer<WrittenEvent>> {
  const url = addressOf(reading.calendar, event.reference)
  const data = writeEvent(event, { sequence: 0, now })
  const headers = { ...ICAL, 'if-none-match': '*' }
  const { status } = await createObject({ url, data, headers, fetch: reading.davFetch })
  const failure = failureOfStatus(status)
  // There is one already: ours, of a request whose answer was lost, or somebody's who has the same address.
  if (failure !== null && failure.kind !== 'changed_meanwhile') return failure
  return await asWritten(reading, url, event)
}

/** Rewrites an entry only as it was last seen; one that is already as it should be is left alone. */
export async function changeObject(
  reading: DavReading,
  event: OutgoingEvent,
  before: WrittenEvent,
  now: Temporal.Instant,
): Promise<Answer<WrittenEvent>> {
  const url = new URL(before.id, reading.calendar).href
  const seen = await readObject(reading, url, around(event))
  if (seen === null) return { kind: 'gone' }
  if ('kind' in seen) return seen
  if (isAs(seen, event)) return done(seen)
  if (before.version !== null && seen.version !== before.version) return { kind: 'changed_meanwhile' }
  const data = writeEvent(event, { sequence: sequenceAt(now), now })
  const etag = seen.version === null ? {} : { etag: seen.version }
  const { status } = await updateObject({ url, data, headers: ICAL, fetch: reading.davFetch, ...etag })
  return failureOfStatus(status) ?? (await asWritten(reading, url, event))
}

export async function removeObject(reading: DavReading, before: WrittenEvent): Promise<Answer<null>> {
  const url = new URL(before.id, reading.calendar).href
  const etag = before.version === null ? {} : { etag: before.version }
  const { status } = await deleteObject({ url, fetch: reading.davFetch, ...etag })
  const failure = failureOfStatus(status)
  return failure === null || failure.kind === 'gone' ? { kind: 'done', value: null } : failure
}

/** What stands there now, if it is what should: servers rewrite entries, and tell their version only when asked. */
async function asWritten(
  reading: DavReading,
  url: string,
  event: OutgoingEvent,
): Promise<Answer<WrittenEvent>> {
  const seen = await readObject(reading, url, around(event))
  if (seen === null) return { kind: 'unclear', detail: 'The entry was written, and is not there.' }
  if ('kind' in seen) return seen
  if (seen.reference !== event.reference)
    return { kind: 'taken', detail: `"${seen.title ?? ''}" has its address.` }
  return isAs(seen, event) ? done(seen) : { kind: 'changed_meanwhile' }
}

function isAs(seen: ExternalEvent, event: OutgoingEvent): boolean {
  const [occurrence] = seen.occurrences
  return (
    seen.reference === event.reference &&
    seen.state === event.state &&
    occurrence?.startsAt.epochMilliseconds === event.startsAt.epochMilliseconds &&
    occurrence.endsAt.epochMilliseconds === event.endsAt.epochMilliseconds
  )
}

function done({ id, uid, version, state }: ExternalEvent): Answer<WrittenEvent> {
  return {
    kind: 'done',
    value: { id, uid, version, state: state === 'requested' ? 'requested' : 'confirmed', host: null },
  }
}

function around({ startsAt, endsAt }: OutgoingEvent): { start: Temporal.Instant; end: Temporal.Instant } {
  return { start: startsAt.subtract({ hours: 1 }), end: endsAt.add({ hours: 1 }) }
}

/** Grows with every change, also across different writers. */
function sequenceAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000) - 1_700_000_000
}
