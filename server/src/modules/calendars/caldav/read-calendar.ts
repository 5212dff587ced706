import { type DAVResponse, davRequest, propfind, syncCollection } from 'tsdav'
import { eventsOfText } from '../ical/events-of-text.ts'
import type { Answer, EventChanges, ExternalEvent, Reading } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import { failureAmong, textOfProp } from './dav-answers.ts'

export type DavReading = {
  readonly davFetch: typeof fetch
  readonly calendar: string
  readonly zone: string
  readonly self: string
}

type ReadChanges = Answer<EventChanges> | { readonly kind: 'expired' }

/** So many entries in one request. */
const AT_ONCE = 100
/** A token that the server does not know any more (RFC 6578), or a server without tokens. */
const EXPIRED = new Set([400, 403, 405, 409, 410, 412, 415, 501, 507])
const NAMESPACES = { 'xmlns:d': 'DAV:', 'xmlns:c': 'urn:ietf:params:xml:ns:caldav' }
const OBJECT = { 'd:getetag': {}, 'c:calendar-data': {} }

/**
 * Everything of a window. The token is asked for first: what changes meanwhile is read once more, and never missed.
 * Series are expanded here, not by the server: servers differ, and some ignore zones.
 */
export async function readWhole(reading: DavReading, window: Reading['window']): Promise<ReadChanges> {
  const token = await tokenOf(reading)
  if (typeof token !== 'string' && token !== null) return token
  const utc = (at: Temporal.Instant): string =>
    at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  const range = { 'c:time-range': { _attributes: { start: utc(window.start), end: utc(window.end) } } }
  const ofEvents = { 'c:comp-filter': { _attributes: { name: 'VEVENT' }, ...range } }
  const filter = { 'c:comp-filter': { _attributes: { name: 'VCALENDAR' }, ...ofEvents } }
  const responses = await report(reading, 'calendar-query', { 'd:prop': OBJECT, 'c:filter': filter })
  const failure = failureAmong(responses)
  if (failure !== null) return failure
  const events = await eventsOf(responses, reading, window)
  if (!Array.isArray(events)) return events
  return { kind: 'done', value: { extent: 'whole', events, removed: [], cursor: token } }
}

/** What has changed since a token. */
export async function readSince(
  reading: DavReading,
  { cursor, window }: { cursor: string; window: Reading['window'] },
): Promise<ReadChanges> {
  const { davFetch, calendar } = reading
  const responses = await syncCollection({
    url: calendar,
    fetch: davFetch,
    syncLevel: 1,
    syncToken: cursor,
    props: { 'd:getetag': {} },
  })
  const [first] = responses
  if (first && typeof first.raw !== 'object' && EXPIRED.has(first.status)) return { kind: 'expired' }
  const failure = failureAmong(responses)
  if (failure !== null) return failure
  const next = textOfProp(multistatusOf(first)?.syncToken)
  if (next === null) return { kind: 'expired' }
  const entries = responses.filter(({ href }) => href !== undefined && urlOf(href, calendar) !== calendar)
  const removed = entries.filter(({ status }) => status === 404).map(({ href }) => idOf(href ?? '', calendar))
  const changed = entries.filter(({ status }) => status !== 404).map(({ href }) => href ?? '')
  const events: ExternalEvent[] = []
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const read = await readObjects(reading, changed.slice(at, at + AT_ONCE), window)
    if (!Array.isArray(read)) return read
    events.push(...read)
  }
  return { kind: 'done', value: { extent: 'since', events, removed, cursor: next } }
}

/** One entry by its address; null if it does not exist. */
export async function readObject(
  reading: DavReading,
  url: string,
  window: Reading['window'],
): Promise<ExternalEvent | null | Failure> {
  const read = await readObjects(reading, [new URL(url).pathname], window)
  return Array.isArray(read) ? (read[0] ?? null) : read
}

async function readObjects(
  reading: DavReading,
  hrefs: readonly string[],
  window: Reading['window'],
): Promise<ExternalEvent[] | Failure> {
  const responses = await report(reading, 'calendar-multiget', { 'd:prop': OBJECT, 'd:href': hrefs })
  return failureAmong(responses) ?? (await eventsOf(responses, reading, window))
}

/** The library's own functions throw away which entry failed, and how. */
async function report(
  { davFetch, calendar }: DavReading,
  name: string,
  content: object,
): Promise<DAVResponse[]> {
  return await davRequest({
    url: calendar,
    fetch: davFetch,
    init: {
      method: 'REPORT',
      headers: { depth: '1' },
      body: { [`c:${name}`]: { _attributes: NAMESPACES, ...content } },
    },
  })
}

async function eventsOf(
  responses: readonly DAVResponse[],
  { calendar, zone, self }: DavReading,
  window: Reading['window'],
): Promise<ExternalEvent[] | Failure> {
  const events: ExternalEvent[] = []
  for (const { href, status, props } of responses) {
    const text = textOfProp(props?.calendarData)
    if (href === undefined || status >= 300 || text === null) continue
    const read = await eventsOfText(text, { window, zone, self: self.includes('@') ? self : null })
    if ('detail' in read) return { kind: 'refused', detail: read.detail }
    const version = textOfProp(props?.getetag)
    for (const event of read.events) events.push({ ...event, id: idOf(href, calendar), version })
  }
  return events
}

/** Null: the server has no tokens, and everything is read each time. */
async function tokenOf({ davFetch, calendar }: DavReading): Promise<string | null | Failure> {
  const props = { 'd:sync-token': {} }
  const responses = await propfind({ url: calendar, depth: '0', fetch: davFetch, props })
  return failureAmong(responses) ?? textOfProp(responses[0]?.props?.syncToken)
}

function multistatusOf(response: DAVResponse | undefined): { readonly syncToken?: unknown } | null {
  return (response?.raw as { multistatus?: { syncToken?: unknown } } | undefined)?.multistatus ?? null
}

/** What names an entry: its path on the server, whichever way the server writes it. */
function idOf(href: string, calendar: string): string {
  return new URL(href, calendar).pathname
}

function urlOf(href: string, calendar: string): string {
  return new URL(href, calendar).href
}
