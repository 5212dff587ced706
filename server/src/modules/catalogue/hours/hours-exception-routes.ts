import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { HoursExceptionId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeDay } from '../../../platform/time/week.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { collisionShape, presentCollision } from '../blocks/collisions.ts'
import { appointmentsOutsideHours } from '../blocks/outside-hours.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { readPlace } from '../resources/place.ts'
import { readResource } from '../resources/staff-views.ts'
import { addHoursException, removeHoursException } from './change-hours-exception.ts'
import { type HoursExceptionView, listHoursExceptions, readHoursException } from './hours-exception-views.ts'
import { listHours } from './hours-views.ts'
import { clockText, dateText, weekOf } from './written-week.ts'

const window = { from: clockText, to: clockText }
const exceptionShape = z.object({
  id: z.uuid(),
  resource: z
    .object({ id: z.uuid(), kind: z.enum(['staff', 'room', 'device']), name: z.string() })
    .nullable(),
  date: z.string(),
  windows: z.array(z.object(window)),
  reason: z.string().nullable(),
  created_by: z.string(),
  created_at: z.string(),
  removed_at: z.string().nullable(),
  allowed: z.object({ remove: permission }),
})
const withCollisions = exceptionShape.extend({ collisions: z.array(collisionShape) })

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const manage = { kind: 'tenant', scope: 'manage', reach: 'location' } as const

/** What counts instead of the weekly hours on one date, in the location's wall time. */
export function hoursExceptionRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/hours-exceptions', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({ from: dateText.optional(), to: dateText.optional() }),
        response: { 200: z.object({ items: z.array(exceptionShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, from, to } = request.query
        const rows = await db.inTenant(principalOf(request).tenantId, tx =>
          listHoursExceptions(tx, {
            from: from ?? null,
            to: to ?? null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          }),
        )
        const page = toPage(rows, limit, row => ({ at: `${row.date}T00:00:00Z`, id: row.id }))
        return { ...page, items: page.items.map(presentException) }
      },
    })

    app.post('/api/v1/hours-exceptions', {
      config: {
        access: manage,
        errors: [
          catalogueErrors.unknownResource,
          catalogueErrors.badRange,
          catalogueErrors.hoursOverlap,
          catalogueErrors.exceptionExists,
        ],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          resource_id: z.uuid().nullish(),
          date: dateText,
          windows: z.array(z.strictObject(window)).max(10),
          reason: z.string().trim().min(1).max(500).nullish(),
        }),
        response: { 201: withCollisions },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { resource_id, date, windows, reason } = request.body
            const { locationId } = await readPlace(tx)
            const resourceId = (resource_id ?? null) as ResourceId | null
            if (resourceId !== null && !(await readResource(tx, resourceId)))
              throw new AppError(catalogueErrors.unknownResource)
            const day = Temporal.PlainDate.from(date)
            const added = await addHoursException(tx, {
              locationId,
              resourceId,
              date: day,
              windows: weekOf(windows.map(written => ({ weekday: day.dayOfWeek, ...written }))),
              reason: reason ?? null,
              createdBy: actor,
            })
            if (added.kind === 'date_taken') throw new AppError(catalogueErrors.exceptionExists)
            await news.opened(tx, added.id)
            return { status: 201, body: await detail(tx, added.id, clock.now()) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof withCollisions>)
      },
    })

    app.delete('/api/v1/hours-exceptions/:id', {
      config: { access: manage, errors: [catalogueErrors.unknownException] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: withCollisions } },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as HoursExceptionId
        return await db.inTenant(tenantId, async tx => {
          await removeHoursException(tx, { id, removedBy: actor, at: clock.now() })
          await news.opened(tx, id)
          return await detail(tx, id, clock.now())
        })
      },
    })
  }
}

/**
 * With the appointments of its date that lie outside of hours as they are now: taking back an extra Sunday leaves
 * some behind too. Throws `catalogue/unknown-exception`.
 */
async function detail(
  tx: Tx,
  id: HoursExceptionId,
  now: Temporal.Instant,
): Promise<z.infer<typeof withCollisions>> {
  const exception = await readHoursException(tx, id)
  if (!exception) throw new AppError(catalogueErrors.unknownException)
  const { locationId, zone, region } = await readPlace(tx)
  const left = await appointmentsOutsideHours(tx, {
    locationId,
    hours: await listHours(tx, locationId),
    resourceId: exception.resourceId,
    zone,
    region,
    now,
    date: Temporal.PlainDate.from(exception.date),
    windows: exception.windows,
  })
  return { ...presentException(exception), collisions: left.map(presentCollision) }
}

function presentException(exception: HoursExceptionView): z.infer<typeof exceptionShape> {
  const { zone, removedAt } = exception
  return {
    id: exception.id,
    resource: exception.resource,
    date: exception.date,
    windows: writeDay(exception.windows),
    reason: exception.reason,
    created_by: exception.createdBy,
    created_at: toOffsetString(exception.createdAt, zone),
    removed_at: removedAt === null ? null : toOffsetString(removedAt, zone),
    allowed: {
      remove: unless(
        removedAt === null ? null : { de: 'Ist schon zurückgenommen.', en: 'Was taken back already.' },
        'manage',
      ),
    },
  }
}
