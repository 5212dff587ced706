/** Calendar API v3 as far as a product needs it that mirrors busy times and writes appointments. */
import { z } from 'zod'
import type { WebServer } from '../web-server.ts'
import type { Calendars, StoredCalendar } from './calendars.ts'
import type { Channels } from './channels.ts'
import { GoogleError } from './google-error.ts'
import { busyTimes, presentFor } from './present.ts'
import { readSyncToken, writeSyncToken } from './sync-token.ts'
import type { Tokens } from './tokens.ts'
import { ChangedEvent, ChannelRequest, FreeBusyRequest, NewEvent, StoppedChannel } from './wire.ts'

export type Parts = {
  calendars: Calendars
  channels: Channels
  tokens: Tokens
  now: () => number
  /** Sync tokens from before this position have expired. */
  oldestToken: () => number
}

const ByCalendar = z.object({ calendarId: z.string() })
const ByEvent = z.object({ calendarId: z.string(), eventId: z.string() })
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(text => text === 'true')
const instant = z.iso.datetime({ offset: true }).transform(text => Date.parse(text))
const ListQuery = z.looseObject({
  singleEvents: flag,
  showDeleted: flag,
  timeMin: instant.optional(),
  timeMax: instant.optional(),
  maxResults: z.coerce.number().int().min(1).default(250),
  pageToken: z.string().optional(),
  syncToken: z.string().optional(),
  orderBy: z.enum(['startTime', 'updated']).optional(),
  privateExtendedProperty: z.string().optional(),
})
const PageQuery = z.looseObject({
  maxResults: z.coerce.number().int().min(1).default(100),
  pageToken: z.string().optional(),
})
const MOST_EVENTS = 2500
const MOST_CALENDARS = 250
const NOT_WITH_TOKEN = [
  'timeMin',
  'timeMax',
  'orderBy',
  'q',
  'updatedMin',
  'iCalUID',
  'privateExtendedProperty',
]
const AHEAD_MS = 3 * 365 * 24 * 3_600_000
const SCOPES = {
  events: ['calendar', 'calendar.events'],
  list: ['calendar', 'calendar.readonly', 'calendar.calendarlist', 'calendar.calendarlist.readonly'],
  freeBusy: ['calendar', 'calendar.readonly', 'calendar.freebusy', 'calendar.events.freebusy'],
}

export function registerCalendarRoutes(api: WebServer, parts: Parts): void {
  const { calendars, channels } = parts
  const who = (
    request: { headers: { authorization?: string | undefined } },
    scope: keyof typeof SCOPES,
  ): string => {
    const asks = parts.tokens.who(request.headers.authorization)
    if (asks === null) throw new GoogleError(401, 'authError', 'Invalid Credentials')
    const may = SCOPES[scope].some(name => asks.scopes.includes(`https://www.googleapis.com/auth/${name}`))
    if (!may)
      throw new GoogleError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.')
    return asks.email
  }

  api.get('/users/me/calendarList', { schema: { querystring: PageQuery } }, async request => {
    const email = who(request, 'list')
    const { items, next } = pageOf(calendars.of(email), request.query, MOST_CALENDARS)
    return {
      kind: 'calendar#calendarList',
      items: items.map(({ calendar, role }) => ({
        ...{ kind: 'calendar#calendarListEntry', id: calendar.id, summary: calendar.summary },
        ...{ timeZone: calendar.timeZone, accessRole: role },
        ...(calendar.id === email ? { primary: true } : {}),
      })),
      ...next,
    }
  })

  api.post('/freeBusy', { schema: { body: FreeBusyRequest } }, async request => {
    const email = who(request, 'freeBusy')
    const { timeMin, timeMax, items, calendarExpansionMax = 50 } = request.body
    const window = { start: Date.parse(timeMin), end: Date.parse(timeMax) }
    if (items.length > calendarExpansionMax)
      throw new GoogleError(400, 'tooManyCalendarsRequested', 'Too many calendars.')
    const answer = items.map(({ id }) => {
      const calendar = calendars.get(id === 'primary' ? email : id)
      const known = calendar?.roles.has(email) === true
      return [
        id,
        known && calendar
          ? { busy: busyTimes(calendar, calendars, window) }
          : { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
      ]
    })
    return { kind: 'calendar#freeBusy', timeMin, timeMax, calendars: Object.fromEntries(answer) }
  })

  api.get(
    '/calendars/:calendarId/events',
    { schema: { params: ByCalendar, querystring: ListQuery } },
    async request => {
      const calendar = calendars.find(request.params.calendarId, who(request, 'events'), 'reader')
      return listEvents(parts, calendar, request.query)
    },
  )

  api.post(
    '/calendars/:calendarId/events',
    { schema: { params: ByCalendar, body: NewEvent } },
    async request => {
      const email = who(request, 'events')
      const calendar = calendars.find(request.params.calendarId, email, 'writer')
      if (parts.tokens.isServiceAccount(email) && (request.body.attendees ?? []).length > 0)
        throw new GoogleError(
          403,
          'forbiddenForServiceAccounts',
          'Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.',
        )
      return calendars.insert(calendar, request.body)
    },
  )

  api.get('/calendars/:calendarId/events/:eventId', { schema: { params: ByEvent } }, async request => {
    const calendar = calendars.find(request.params.calendarId, who(request, 'events'), 'reader')
    return calendars.findEvent(calendar, request.params.eventId)
  })

  for (const method of ['PATCH', 'PUT'] as const)
    api.route({
      method,
      url: '/calendars/:calendarId/events/:eventId',
      schema: { params: ByEvent, body: ChangedEvent },
      handler: async request => {
        const calendar = calendars.find(request.params.calendarId, who(request, 'events'), 'writer')
        return calendars.change(calendar, request.params.eventId, {
          changes: request.body,
          ifMatch: request.headers['if-match'],
        })
      },
    })

  api.delete(
    '/calendars/:calendarId/events/:eventId',
    { schema: { params: ByEvent } },
    async (request, reply) => {
      const calendar = calendars.find(request.params.calendarId, who(request, 'events'), 'writer')
      calendars.delete(calendar, request.params.eventId, request.headers['if-match'])
      return reply.code(204).send()
    },
  )

  api.post(
    '/calendars/:calendarId/events/watch',
    { schema: { params: ByCalendar, body: ChannelRequest } },
    async request => {
      const email = who(request, 'events')
      const calendar = calendars.find(request.params.calendarId, email, 'reader')
      const { id, address, token = null, expiration } = request.body
      const channel = channels.open({ id, address, token, expiration, email, calendarId: calendar.id })
      return {
        kind: 'api#channel',
        ...{ id: channel.id, resourceId: channel.resourceId, token: channel.token },
        expiration: String(channel.expiration),
      }
    },
  )

  api.post('/channels/stop', { schema: { body: StoppedChannel } }, async (request, reply) => {
    who(request, 'events')
    channels.stop(request.body.id, request.body.resourceId)
    return reply.code(204).send()
  })
}

function listEvents(parts: Parts, calendar: StoredCalendar, query: z.infer<typeof ListQuery>): object {
  const { calendars, now } = parts
  if (query.orderBy === 'startTime' && !query.singleEvents)
    throw new GoogleError(400, 'invalid', 'The requested ordering is not available for the particular query.')
  if (query.syncToken !== undefined && NOT_WITH_TOKEN.some(name => query[name] !== undefined))
    throw new GoogleError(400, 'invalid', 'Sync token cannot be used with other query restrictions.')
  const since = query.syncToken === undefined ? null : readSyncToken(query.syncToken, calendar.id)
  if (since !== null && since.position < parts.oldestToken())
    throw new GoogleError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.')
  const until = query.timeMax ?? now() + AHEAD_MS
  const from = query.timeMin ?? since?.from ?? Number.NEGATIVE_INFINITY
  const position = calendars.position()
  const found = calendars
    .list(calendar, { since: since?.position ?? -1, single: query.singleEvents, until })
    .filter(event => presentFor(event, calendar, { from, until, incremental: since !== null, query }))
  const { items, next } = pageOf(found, query, MOST_EVENTS)
  const last = Object.keys(next).length === 0
  const hasToken = query.orderBy === undefined && query.privateExtendedProperty === undefined
  return {
    kind: 'calendar#events',
    ...{ summary: calendar.summary, timeZone: calendar.timeZone, items },
    ...next,
    ...(last && hasToken
      ? { nextSyncToken: writeSyncToken(calendar.id, { position, from: finite(from) }) }
      : {}),
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function pageOf<Item>(
  all: readonly Item[],
  { maxResults, pageToken }: { maxResults: number; pageToken?: string | undefined },
  most: number,
): { items: Item[]; next: { nextPageToken?: string } } {
  const from = Number(pageToken ?? 0)
  const until = from + Math.min(maxResults, most)
  return { items: all.slice(from, until), next: until < all.length ? { nextPageToken: String(until) } : {} }
}
