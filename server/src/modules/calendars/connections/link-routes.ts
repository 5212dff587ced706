import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { CalendarConnectionId, CalendarLinkId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarErrors } from '../errors.ts'
import type { FillJob } from '../ledger/ledger-jobs.ts'
import { linkKey, type ReadJob } from '../mirror/mirror-jobs.ts'
import type { CalendarParts } from '../neighbours.ts'
import { type AskProvider, askErrors } from './ask-provider.ts'
import { createLink, endLink } from './create-link.ts'
import { DIRECTIONS, listLinks, readLink } from './link-store.ts'
import { namedValues, objectOf } from './named-values.ts'
import { linkShape, presentLink } from './present-connection.ts'

const read = { kind: 'tenant', scope: 'read' } as const
const business = { kind: 'tenant', scope: 'business' } as const
const byId = z.object({ id: z.uuid() })

const wished = z
  .strictObject({
    connection_id: z.uuid(),
    resource_id: z.uuid().nullable().default(null).describe('Whose calendar it is: a person or a room.'),
    service_id: z.uuid().nullable().default(null).describe('Only for this service; null: for all.'),
    target: z.string().min(1).max(1000).describe('One of the targets that the test of the connection names.'),
    direction: z.enum(DIRECTIONS).describe('`read`: busy times in. `write`: appointments out. `both`.'),
    settings: namedValues.default([]).describe('What the provider wants to be told with each appointment.'),
  })
  .refine(link => link.resource_id !== null || link.service_id !== null, {
    error: 'needs a resource or a service',
  })
  .refine(link => link.direction === 'write' || link.resource_id !== null, {
    error: 'busy times belong to somebody: name the resource',
  })

/** Whose calendar is which over there. */
export function linkRoutes(
  { db, clock, jobs }: Platform,
  parts: CalendarParts,
  work: AskProvider & { readJob: ReadJob; fillJob: FillJob },
) {
  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-links', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({ connection: z.uuid().optional(), resource: z.uuid().optional() }),
        response: { 200: z.object({ items: z.array(linkShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, connection, resource } = request.query
        const rows = await db.readTenant(principalOf(request).tenantId, tx =>
          listLinks(
            tx,
            { connectionId: connection ?? null, resourceId: resource ?? null },
            { after: decodeCursor(cursor), limit: limit + 1 },
          ),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(presentLink) }
      },
    })

    app.post('/api/v1/calendar-links', {
      config: {
        access: business,
        errors: [
          ...askErrors,
          calendarErrors.unknownTarget,
          calendarErrors.readOnlyTarget,
          calendarErrors.unfitTarget,
          calendarErrors.unknownOwner,
          calendarErrors.linkExists,
        ],
      },
      schema: { headers: idempotencyHeaders, body: wished, response: { 201: linkShape } },
      handler: async (request, reply) => {
        const { tenantId } = principalOf(request)
        const { body } = request
        const connectionId = body.connection_id as CalendarConnectionId
        const settings = objectOf(body.settings)
        const target = await work.tryTarget(tenantId, connectionId, {
          ...{ target: body.target, settings, direction: body.direction },
        })
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const link = await createLink(tx, parts, {
              ...body,
              settings,
              target,
              now: clock.now(),
            })
            const payload = { tenant_id: tenantId, link_id: link.id }
            await jobs.enqueue(tx, work.readJob, payload, { key: linkKey(link.id) })
            if (link.direction !== 'read') await jobs.enqueue(tx, work.fillJob, payload)
            return { status: 201, body: presentLink(link) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof linkShape>)
      },
    })

    app.post('/api/v1/calendar-links/:id/read', {
      config: { access: business, errors: [calendarErrors.unknownLink] },
      schema: { params: byId, response: { 202: linkShape } },
      handler: async (request, reply) => {
        const { tenantId } = principalOf(request)
        const link = await db.inTenant(tenantId, async tx => {
          const found = await readLink(tx, request.params.id as CalendarLinkId)
          if (found === null || found.state === 'off') throw new AppError(calendarErrors.unknownLink)
          const payload = { tenant_id: tenantId, link_id: found.id }
          await jobs.enqueue(tx, work.readJob, payload, { key: linkKey(found.id) })
          return presentLink(found)
        })
        return reply.status(202).send(link)
      },
    })

    app.delete('/api/v1/calendar-links/:id', {
      config: { access: business, errors: [calendarErrors.unknownLink] },
      schema: { params: byId, response: { 204: z.null() } },
      handler: async (request, reply) => {
        const ended = await db.inTenant(principalOf(request).tenantId, tx =>
          endLink(tx, parts, request.params.id as CalendarLinkId),
        )
        if (!ended) throw new AppError(calendarErrors.unknownLink)
        return reply.status(204).send(null)
      },
    })
  }
}
