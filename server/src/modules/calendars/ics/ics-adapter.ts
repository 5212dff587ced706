import { z } from 'zod'
import type { Outbound, OutboundRequest, OutboundResponse } from '../../../platform/resilience/outbound.ts'
import { propertyOf, readCalendars, textOf } from '../domain/ical/content-lines.ts'
import { eventsOfText } from '../ical/events-of-text.ts'
import type { Answer, CalendarAccount, CalendarAdapter, EventChanges, ExternalTarget } from '../port.ts'
import { type Failure, failureOf } from '../provider-failure.ts'

const PROVIDER = 'ics'
/** A feed is one calendar. */
const TARGET = 'feed'
const MOST_REDIRECTS = 3
const MOST_BYTES = 20 * 1024 * 1024

/** What a connection to a feed stores: its address, which is a secret by itself. */
const icsSecrets = z.strictObject({ url: z.string().min(1).max(2000) })

/**
 * Reads calendar feeds (RFC 5545 over HTTP). Asks with what the server said last (`ETag`, `Last-Modified`), so that
 * what has not changed is not sent again. Feeds lag behind by hours at some providers, and nothing can be written.
 */
export function createIcsAdapter({ outbound }: { outbound: Outbound }): CalendarAdapter {
  outbound.setPolicy(PROVIDER, { attemptMs: 20_000, totalMs: 45_000, mostBytes: MOST_BYTES })
  const readOnly = async (): Promise<Failure> => ({
    kind: 'refused',
    detail: 'A calendar feed can only be read.',
  })
  return {
    provider: PROVIDER,
    writes: false,
    push: 'none',
    listTargets: async account => {
      const fetched = await fetchFeed(outbound, account, {})
      return fetched.kind === 'done' ? targetOf(fetched.value.text) : fetched
    },
    readEvents: async (account, _target, { cursor, window }) => {
      const known = readCursor(cursor)
      const fetched = await fetchFeed(outbound, account, known)
      if (fetched.kind !== 'done') return fetched
      const { status, headers, text } = fetched.value
      if (status === 304) return done({ extent: 'since', events: [], removed: [], cursor })
      const read = await eventsOfText(text, { window, zone: account.zone, self: null })
      if ('detail' in read) return { kind: 'refused', detail: read.detail }
      const events = read.events.map(event => ({ ...event, id: event.uid, version: null }))
      return done({ extent: 'whole', events, removed: [], cursor: writeCursor(headers) })
    },
    findEvents: async () => ({ kind: 'done', value: [] }),
    createEvent: readOnly,
    changeEvent: readOnly,
    removeEvent: readOnly,
  }
}

function done(value: EventChanges): Answer<EventChanges> {
  return { kind: 'done', value }
}

function targetOf(text: string): Answer<readonly ExternalTarget[]> {
  const calendars = readCalendars(text)
  if ('problem' in calendars) return { kind: 'refused', detail: `The file ${calendars.problem}.` }
  const [calendar] = calendars
  const name = (calendar && textOf(calendar, 'X-WR-CALNAME')) || 'Kalender'
  const zone = (calendar && propertyOf(calendar, 'X-WR-TIMEZONE')?.value) ?? null
  return {
    kind: 'done',
    value: [{ id: TARGET, name, kind: 'calendar', writable: false, zone, minutes: null }],
  }
}

type Known = { readonly etag?: string | undefined; readonly modified?: string | undefined }
const cursorShape = z.object({ etag: z.string().optional(), modified: z.string().optional() })

function readCursor(cursor: string | null): Known {
  return cursor === null ? {} : cursorShape.parse(JSON.parse(cursor))
}

function writeCursor(headers: OutboundResponse['headers']): string | null {
  const known = { etag: headers.etag, modified: headers['last-modified'] }
  return known.etag === undefined && known.modified === undefined ? null : JSON.stringify(known)
}

async function fetchFeed(
  outbound: Outbound,
  account: CalendarAccount,
  known: Known,
): Promise<Answer<OutboundResponse>> {
  const secrets = icsSecrets.safeParse(account.secrets)
  if (!secrets.success) return { kind: 'unauthorised', detail: 'The address of the feed is missing.' }
  let url = secrets.data.url.replace(/^webcals?:/i, 'https:')
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const address = await outbound.toTenantAddress(url)
      if (address.kind === 'refused')
        return { kind: 'refused', detail: `The address is not allowed: ${address.why}.` }
      const response = await outbound.request({ ...requestOf(account, known), url: address })
      const { location } = response.headers
      if (response.status === 304 || response.status < 300) return { kind: 'done', value: response }
      if (response.status >= 400) return failedFeed(response.status)
      if (location === undefined || !URL.canParse(location, url))
        return { kind: 'refused', detail: 'The address leads to nowhere.' }
      url = new URL(location, url).href
    }
    return { kind: 'refused', detail: `The address leads on more than ${MOST_REDIRECTS} times.` }
  } catch (error) {
    return failureOf(error, 'reads')
  }
}

function failedFeed(status: number): Failure {
  if (status === 401 || status === 403)
    return { kind: 'unauthorised', detail: `The server answered ${status}.` }
  return { kind: 'gone' }
}

/** What is asked of a feed: only what has changed since it was read last. */
function requestOf(account: CalendarAccount, { etag, modified }: Known): Omit<OutboundRequest, 'url'> {
  return {
    ...{ provider: PROVIDER, operation: 'read', tenantId: account.tenantId },
    connection: account.connectionId,
    headers: {
      accept: 'text/calendar',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(modified === undefined ? {} : { 'if-modified-since': modified }),
    },
    expect: [301, 302, 303, 304, 307, 308, 401, 403, 404, 410],
  }
}
