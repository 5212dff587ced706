import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { momentOf, momentText } from '../../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { ClosureId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { blockedRangeOf } from '../blocks/blocked-range.ts'
import { appointmentsIn, collisionShape, presentCollision } from '../blocks/collisions.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { readPlace } from '../resources/place.ts'
import { readResource } from '../resources/staff-views.ts'
import { addClosure, type NewClosure } from './add-closure.ts'
import { removeClosure, restoreClosure } from './change-closure.ts'
import { type ClosureView, closuresOfSeries, listClosures, readClosure } from './closure-views.ts'
import { addRepeatedClosure } from './repeat-closure.ts'

const closureShape = z.object({
  id: z.uuid(),
  resource: z
    .object({ id: z.uuid(), kind: z.enum(['staff', 'room', 'device']), name: z.string() })
    .nullable(),
  starts_at: z.string(),
  ends_at: z.string(),
  reason: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: z.string(),
  removed_at: z.string().nullable(),
  series_id: z.uuid().nullable().describe('Entered together with others, by one rule.'),
  allowed: z.object({ remove: permission, restore: permission }),
})
const withCollisions = closureShape.extend({ collisions: z.array(collisionShape) })

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const manage = { kind: 'tenant', scope: 'manage', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })

/** Blocked time: of the whole location, or of one person, room or device. */
export function closureRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/closures', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({
          from: momentText.optional(),
          to: momentText.optional(),
          resource_id: z.uuid().optional(),
          removed: z.enum(['shown', 'hidden']).default('hidden'),
        }),
        response: { 200: z.object({ items: z.array(closureShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, from, to, resource_id, removed } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { zone } = await readPlace(tx)
          const rows = await listClosures(tx, {
            from: from === undefined ? null : momentOf(from, zone),
            to: to === undefined ? null : momentOf(to, zone),
            resourceId: resource_id ?? null,
            removed,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.startsAt.toString(), id: row.id }))
          return { ...page, items: page.items.map(presentClosure) }
        })
      },
    })

    app.get('/api/v1/closures/:id', {
      config: { access: read, errors: [catalogueErrors.unknownClosure] },
      schema: { params: byId, response: { 200: withCollisions } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => detail(tx, request.params.id as ClosureId)),
    })

    app.post('/api/v1/closures', {
      config: {
        access: manage,
        errors: [catalogueErrors.unknownResource, catalogueErrors.badRange, catalogueErrors.badRepetition],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          resource_id: z.uuid().nullish(),
          starts_at: momentText,
          ends_at: momentText,
          reason: z.string().trim().min(1).max(500).nullish(),
          repeats: z
            .string()
            .trim()
            .min(1)
            .max(300)
            .nullish()
            .describe('A rule of RFC 5545 with an end, such as FREQ=WEEKLY;COUNT=10.'),
        }),
        response: { 201: withCollisions },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { resource_id, reason, repeats } = request.body
            const { zone, locationId } = await readPlace(tx)
            const resourceId = (resource_id ?? null) as ResourceId | null
            if (resourceId !== null && !(await readResource(tx, resourceId)))
              throw new AppError(catalogueErrors.unknownResource)
            const wish = {
              locationId,
              resourceId,
              ...blockedRangeOf(request.body, zone),
              reason: reason ?? null,
              createdBy: actor,
            }
            const id = repeats ? await firstOf(tx, wish, { rule: repeats, zone }) : await addClosure(tx, wish)
            await news.changed(tx, id)
            return { status: 201, body: await detail(tx, id) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof withCollisions>)
      },
    })

    app.delete('/api/v1/closures/:id', {
      config: { access: manage, errors: [catalogueErrors.unknownClosure] },
      schema: {
        params: byId,
        querystring: z.object({
          which: z
            .enum(['this', 'following', 'all'])
            .default('this')
            .describe('Of those entered with it by one rule.'),
        }),
        response: { 200: withCollisions },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as ClosureId
        return await db.inTenant(tenantId, async tx => {
          for (const each of await meant(tx, id, request.query.which))
            await removeClosure(tx, { id: each, removedBy: actor, at: clock.now() })
          await news.opened(tx, id)
          return await detail(tx, id)
        })
      },
    })

    app.post('/api/v1/closures/:id/restore', {
      config: { access: manage, errors: [catalogueErrors.unknownClosure] },
      schema: { params: byId, response: { 200: withCollisions } },
      handler: async request => {
        const id = request.params.id as ClosureId
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          await restoreClosure(tx, id)
          await news.changed(tx, id)
          return await detail(tx, id)
        })
      },
    })
  }
}

/** Throws `catalogue/bad-repetition`. */
async function firstOf(
  tx: Tx,
  closure: NewClosure & { readonly createdBy: string },
  repeats: { rule: string; zone: string },
): Promise<ClosureId> {
  const added = await addRepeatedClosure(tx, closure, repeats)
  if (added.kind === 'bad_repetition')
    throw new AppError(catalogueErrors.badRepetition, `"repeats" ${added.problem}.`)
  const [first] = added.ids
  if (!first) throw new AppError(catalogueErrors.badRepetition, '"repeats" has no date.')
  return first
}

/** The block itself, or what was entered with it: all, or from it on. */
async function meant(
  tx: Tx,
  id: ClosureId,
  which: 'this' | 'following' | 'all',
): Promise<readonly ClosureId[]> {
  if (which === 'this') return [id]
  const closure = await readClosure(tx, id)
  if (closure?.seriesId === undefined || closure.seriesId === null) return [id]
  return await closuresOfSeries(tx, {
    seriesId: closure.seriesId,
    from: which === 'following' ? closure.startsAt : null,
  })
}

/** Blocked time that was taken back collides with nothing. Throws `catalogue/unknown-closure`. */
async function detail(tx: Tx, id: ClosureId): Promise<z.infer<typeof withCollisions>> {
  const closure = await readClosure(tx, id)
  if (!closure) throw new AppError(catalogueErrors.unknownClosure)
  const collisions =
    closure.removedAt === null
      ? await appointmentsIn(tx, {
          resourceId: closure.resource?.id ?? null,
          from: closure.startsAt,
          to: closure.endsAt,
        })
      : []
  return { ...presentClosure(closure), collisions: collisions.map(presentCollision) }
}

function presentClosure(closure: ClosureView): z.infer<typeof closureShape> {
  const { zone, removedAt } = closure
  return {
    id: closure.id,
    resource: closure.resource,
    starts_at: toOffsetString(closure.startsAt, zone),
    ends_at: toOffsetString(closure.endsAt, zone),
    reason: closure.reason,
    created_by: closure.createdBy,
    created_at: toOffsetString(closure.createdAt, zone),
    removed_at: removedAt === null ? null : toOffsetString(removedAt, zone),
    series_id: closure.seriesId,
    allowed: {
      remove: unless(
        removedAt === null ? null : { de: 'Ist schon zurückgenommen.', en: 'Was taken back already.' },
        'manage',
      ),
      restore: unless(removedAt === null ? { de: 'Gilt noch.', en: 'Still counts.' } : null, 'manage'),
    },
  }
}
