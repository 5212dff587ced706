/** Graph v1.0 as far as a product needs it that mirrors busy times and writes appointments. */
import { z } from 'zod'
import type { WebServer } from '../web-server.ts'
import { type DeltaToken, readDeltaToken, writeDeltaToken } from './delta-token.ts'
import { GraphError } from './graph-error.ts'
import type { Mailboxes, StoredCalendar } from './mailboxes.ts'
import { present, presentDelta } from './present.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { Tokens } from './tokens.ts'
import { ChangedEvent, NewEvent, NewSubscription } from './wire.ts'

export type Parts = {
  mailboxes: Mailboxes
  subscriptions: Subscriptions
  tokens: Tokens
  url: () => string
  /** Delta tokens from before this position have expired. */
  oldestToken: () => number
  /** Directory → mailboxes that an application of it reaches. */
  reaches: (directory: string, mailbox: string) => boolean
}
type Asking = { headers: { authorization?: string | undefined }; params: unknown }

const ByCalendar = z.looseObject({ calendarId: z.string() })
const ByEvent = ByCalendar.extend({ eventId: z.string() })
const ByOwner = z.looseObject({ mailbox: z.string().optional() })
const PageQuery = z.looseObject({
  $skip: z.coerce.number().int().default(0),
  $top: z.coerce.number().int().default(10),
})
const ListQuery = PageQuery.extend({ $filter: z.string().optional(), $expand: z.string().optional() })
const DeltaQuery = z.looseObject({
  startDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
  $deltatoken: z.string().optional(),
  $skiptoken: z.string().optional(),
})
const PROPERTY_FILTER =
  /^singleValueExtendedProperties\/any\(ep:\s*ep\/id eq '(?<id>[^']+)' and ep\/value eq '(?<value>[^']*)'\)$/i

export function registerGraphRoutes(api: WebServer, parts: Parts): void {
  for (const owner of ['/me', '/users/:mailbox']) registerMailboxRoutes(api, owner, parts)
  registerSubscriptionRoutes(api, parts)
}

function registerMailboxRoutes(api: WebServer, owner: string, parts: Parts): void {
  const { mailboxes } = parts
  const calendarFor = (request: Asking): StoredCalendar =>
    mailboxes.find(ByCalendar.parse(request.params).calendarId, mailboxOf(request, parts))
  const events = `${owner}/calendars/:calendarId/events`

  api.get(`${owner}/calendars`, { schema: { querystring: PageQuery } }, async request => {
    const mailbox = mailboxOf(request, parts)
    const all = mailboxes.of(mailbox).map(({ id, name, canEdit }, index) => ({
      ...{ id, name, canEdit, isDefaultCalendar: index === 0, owner: { address: mailbox } },
    }))
    return page(all, request, parts)
  })

  api.get(events, { schema: { params: ByCalendar, querystring: ListQuery } }, async request => {
    const { $filter: filter, $expand: expand } = request.query
    const wanted = filter === undefined ? null : PROPERTY_FILTER.exec(filter)?.groups
    if (wanted === undefined)
      throw new GraphError(400, 'ErrorInvalidUrlQueryFilter', 'The filter is not supported.')
    const found = mailboxes
      .live(calendarFor(request))
      .filter(
        event =>
          wanted === null ||
          event.singleValueExtendedProperties?.some(
            ({ id, value }) => id === wanted.id && value === wanted.value,
          ),
      )
    const shown = found.map(event => present(event, expand === undefined ? 'without' : 'with'))
    return page(shown, request, parts)
  })

  api.post(events, { schema: { params: ByCalendar, body: NewEvent } }, async (request, reply) =>
    reply.code(201).send(present(mailboxes.create(calendarFor(request), request.body))),
  )
  api.get(`${events}/:eventId`, { schema: { params: ByEvent, querystring: ListQuery } }, async request =>
    present(
      mailboxes.findEvent(calendarFor(request), request.params.eventId),
      request.query.$expand === undefined ? 'without' : 'with',
    ),
  )
  api.patch(`${events}/:eventId`, { schema: { params: ByEvent, body: ChangedEvent } }, async request =>
    present(
      mailboxes.change(calendarFor(request), request.params.eventId, {
        changes: request.body,
        ifMatch: request.headers['if-match'],
      }),
    ),
  )
  api.delete(`${events}/:eventId`, { schema: { params: ByEvent } }, async (request, reply) => {
    mailboxes.delete(calendarFor(request), request.params.eventId, request.headers['if-match'])
    return reply.code(204).send()
  })
  api.get(
    `${owner}/calendars/:calendarId/calendarView/delta`,
    { schema: { params: ByCalendar, querystring: DeltaQuery } },
    async request => delta(parts, calendarFor(request), request),
  )
}

function registerSubscriptionRoutes(api: WebServer, parts: Parts): void {
  const { subscriptions, mailboxes } = parts
  const ById = z.object({ id: z.string() })
  const Renewal = z.looseObject({ expirationDateTime: z.iso.datetime({ offset: true }) })

  api.post('/subscriptions', { schema: { body: NewSubscription } }, async (request, reply) => {
    const named = /^\/?(?:me|users\/(?<mailbox>[^/]+))\/calendars\/(?<calendarId>[^/]+)\/events$/.exec(
      decodeURIComponent(request.body.resource),
    )?.groups
    if (named?.calendarId === undefined)
      throw new GraphError(400, 'ExtensionError', `Resource ${request.body.resource} is not supported.`)
    const owner = { headers: request.headers, params: { mailbox: named.mailbox } }
    const calendar = mailboxes.find(named.calendarId, mailboxOf(owner, parts))
    const { id, expiresAt } = await subscriptions.create(request.body, calendar.id)
    const expirationDateTime = new Date(expiresAt).toISOString()
    return reply.code(201).send({ ...request.body, id, expirationDateTime })
  })
  api.patch('/subscriptions/:id', { schema: { params: ById, body: Renewal } }, async request => {
    askerOf(request, parts)
    const { expiresAt } = subscriptions.renew(request.params.id, request.body.expirationDateTime)
    return { id: request.params.id, expirationDateTime: new Date(expiresAt).toISOString() }
  })
  api.delete('/subscriptions/:id', { schema: { params: ById } }, async (request, reply) => {
    askerOf(request, parts)
    subscriptions.remove(request.params.id)
    return reply.code(204).send()
  })
}

function askerOf(request: Asking, { tokens }: Parts) {
  const asks = tokens.who(request.headers.authorization)
  if (asks === null)
    throw new GraphError(
      401,
      'InvalidAuthenticationToken',
      'Lifetime validation failed, the token is expired.',
    )
  if (!asks.scopes.some(name => name.endsWith('Calendars.ReadWrite')))
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  return asks.identity
}

/** `/me` is a person's own; an application names the mailbox. */
function mailboxOf(request: Asking, parts: Parts): string {
  const identity = askerOf(request, parts)
  const { mailbox } = ByOwner.parse(request.params)
  if (identity.kind === 'person' && (mailbox === undefined || mailbox === identity.mailbox))
    return identity.mailbox
  if (identity.kind === 'application' && mailbox !== undefined) {
    if (parts.reaches(identity.directory, mailbox)) return mailbox
    throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${mailbox}' is invalid.`)
  }
  throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
}

function page(
  all: readonly object[],
  request: { url: string; query: z.infer<typeof PageQuery> },
  { url }: Parts,
): object {
  const { $skip: skip, $top: top } = request.query
  const value = all.slice(skip, skip + top)
  if (skip + top >= all.length) return { value }
  const next = new URL(request.url, url())
  next.searchParams.set('$skip', String(skip + top))
  return { value, '@odata.nextLink': next.href }
}

type DeltaRequest = { url: string; query: z.infer<typeof DeltaQuery>; headers: Record<string, unknown> }

function delta(parts: Parts, calendar: StoredCalendar, request: DeltaRequest): object {
  const { offset, ...round } = roundOf(parts, calendar, request.query)
  const items = parts.mailboxes.delta(calendar, round)
  const size = Number(/odata\.maxpagesize=(\d+)/.exec(String(request.headers.prefer ?? ''))?.[1] ?? 10)
  const more = offset + size < items.length
  const link = new URL(request.url.split('?')[0] ?? '', parts.url())
  link.searchParams.set(
    more ? '$skiptoken' : '$deltatoken',
    writeDeltaToken({ ...round, calendarId: calendar.id, offset: more ? offset + size : 0 }),
  )
  return {
    value: items.slice(offset, offset + size).map(presentDelta),
    [more ? '@odata.nextLink' : '@odata.deltaLink']: link.href,
  }
}

/** Which changes are told: from the beginning, since the round before, or the next page of a round. */
function roundOf(
  { mailboxes, oldestToken }: Parts,
  calendar: StoredCalendar,
  { $deltatoken: last, $skiptoken: next, startDateTime, endDateTime }: z.infer<typeof DeltaQuery>,
): Omit<DeltaToken, 'calendarId'> {
  const position = mailboxes.position()
  if (next !== undefined) return readDeltaToken(next, calendar.id)
  if (last !== undefined) {
    const token = readDeltaToken(last, calendar.id)
    if (token.position < oldestToken())
      throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found.')
    return { ...token, since: token.position, position, offset: 0 }
  }
  if (startDateTime === undefined || endDateTime === undefined)
    throw new GraphError(400, 'ErrorInvalidParameter', 'This request requires a time window.')
  return { since: -1, position, from: Date.parse(startDateTime), until: Date.parse(endDateTime), offset: 0 }
}
