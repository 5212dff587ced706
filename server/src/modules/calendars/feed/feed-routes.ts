import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { CalendarFeedId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarErrors } from '../errors.ts'
import { findFeed, listFeeds, makeFeed, revokeFeed } from './feed-store.ts'
import { writeFeed } from './write-feed.ts'

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const manage = { kind: 'tenant', scope: 'manage', reach: 'location' } as const
const feedShape = z.object({
  id: z.uuid(),
  resource_id: z.uuid(),
  resource_name: z.string(),
  created_at: z.string(),
  allowed: z.object({ revoke: permission }),
})

/** Appointments of somebody for a calendar of their own, at an address that only they know. */
export function feedRoutes({ db, clock }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/calendar-feeds', {
      config: { access: read },
      schema: { response: { 200: z.object({ items: z.array(feedShape) }) } },
      handler: async request => {
        const feeds = await db.readTenant(principalOf(request).tenantId, listFeeds)
        return {
          items: feeds.map(feed => ({
            id: feed.id,
            resource_id: feed.resourceId,
            resource_name: feed.resourceName,
            created_at: feed.createdAt.toString(),
            allowed: { revoke: unless(null, 'manage') },
          })),
        }
      },
    })

    app.post('/api/v1/calendar-feeds', {
      config: { access: manage, errors: [calendarErrors.unknownOwner] },
      schema: {
        body: z.strictObject({ resource_id: z.uuid() }),
        response: {
          201: z.object({
            id: z.uuid(),
            path: z
              .string()
              .describe(
                'Behind the address of this installation. Shown this once; the one before leads nowhere.',
              ),
          }),
        },
      },
      handler: async (request, reply) => {
        const resourceId = request.body.resource_id as ResourceId
        const made = await db.inTenant(principalOf(request).tenantId, tx =>
          makeFeed(tx, { resourceId, now: clock.now() }),
        )
        if (made === null) throw new AppError(calendarErrors.unknownOwner)
        return reply.status(201).send({ id: made.id, path: `/calendars/feeds/${made.token}.ics` })
      },
    })

    app.delete('/api/v1/calendar-feeds/:id', {
      config: { access: manage, errors: [calendarErrors.unknownFeed] },
      schema: { params: z.object({ id: z.uuid() }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const id = request.params.id as CalendarFeedId
        const revoked = await db.inTenant(principalOf(request).tenantId, tx =>
          revokeFeed(tx, { id, now: clock.now() }),
        )
        if (!revoked) throw new AppError(calendarErrors.unknownFeed)
        return reply.status(204).send(null)
      },
    })

    app.get('/calendars/feeds/:file', {
      config: {
        access: { kind: 'public', why: 'calendars log in nowhere: the address itself is the secret' },
        errors: [calendarErrors.unknownFeed],
      },
      schema: {
        params: z.object({ file: z.string().regex(/^[\w-]{32}\.ics$/) }),
        produces: ['text/calendar'],
        response: { 200: z.string() },
      },
      handler: async (request, reply) => {
        const feed = await findFeed(db, request.params.file.replace(/\.ics$/, ''))
        if (feed === null) throw new AppError(calendarErrors.unknownFeed)
        const { resourceId } = feed
        const text = await db.readTenant(feed.tenantId, tx => writeFeed(tx, { resourceId, now: clock.now() }))
        return reply
          .type('text/calendar; charset=utf-8')
          .header('cache-control', 'private, max-age=300')
          .send(text)
      },
    })
  }
}
