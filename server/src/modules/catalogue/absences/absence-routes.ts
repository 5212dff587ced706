import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { momentOf, momentText } from '../../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { AbsenceId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { blockedRangeOf } from '../blocks/blocked-range.ts'
import { appointmentsIn, collisionShape, presentCollision } from '../blocks/collisions.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { readPlace } from '../resources/place.ts'
import { ABSENCE_KINDS, type AbsenceView, listAbsences, readAbsence } from './absence-views.ts'
import { addAbsence, removeAbsence } from './change-absence.ts'

const absenceShape = z.object({
  id: z.uuid(),
  staff: z.object({ id: z.uuid(), name: z.string() }),
  kind: z.enum(ABSENCE_KINDS),
  starts_at: z.string(),
  ends_at: z.string(),
  note: z.string().nullable(),
  created_by: z.string(),
  created_at: z.string(),
  removed_at: z.string().nullable(),
  allowed: z.object({ remove: permission }),
})
const withCollisions = absenceShape.extend({ collisions: z.array(collisionShape) })

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const write = { kind: 'tenant', scope: 'write', reach: 'location' } as const

/** When people are away. Why is for the business alone. */
export function absenceRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/absences', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({
          from: momentText.optional(),
          to: momentText.optional(),
          staff_id: z.uuid().optional(),
        }),
        response: { 200: z.object({ items: z.array(absenceShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, from, to, staff_id } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { zone } = await readPlace(tx)
          const rows = await listAbsences(tx, {
            from: from === undefined ? null : momentOf(from, zone),
            to: to === undefined ? null : momentOf(to, zone),
            staffId: staff_id ?? null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.startsAt.toString(), id: row.id }))
          return { ...page, items: page.items.map(presentAbsence) }
        })
      },
    })

    app.post('/api/v1/absences', {
      config: { access: write, errors: [catalogueErrors.unknownStaff, catalogueErrors.badRange] },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          staff_id: z.uuid(),
          kind: z.enum(ABSENCE_KINDS),
          starts_at: momentText,
          ends_at: momentText,
          note: z.string().trim().min(1).max(500).nullish(),
        }),
        response: { 201: withCollisions },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { staff_id, kind, note } = request.body
            const { zone } = await readPlace(tx)
            const added = await addAbsence(tx, {
              staffId: staff_id as ResourceId,
              kind,
              ...blockedRangeOf(request.body, zone),
              note: note ?? null,
              createdBy: actor,
            })
            if (added.kind === 'unknown_staff') throw new AppError(catalogueErrors.unknownStaff)
            await news.changed(tx, added.id)
            return { status: 201, body: await detail(tx, added.id) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof withCollisions>)
      },
    })

    app.delete('/api/v1/absences/:id', {
      config: { access: write, errors: [catalogueErrors.unknownAbsence] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: withCollisions } },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as AbsenceId
        return await db.inTenant(tenantId, async tx => {
          await removeAbsence(tx, { id, removedBy: actor, at: clock.now() })
          await news.opened(tx, id)
          return await detail(tx, id)
        })
      },
    })
  }
}

/** An absence that was taken back collides with nothing. Throws `catalogue/unknown-absence`. */
async function detail(tx: Tx, id: AbsenceId): Promise<z.infer<typeof withCollisions>> {
  const absence = await readAbsence(tx, id)
  if (!absence) throw new AppError(catalogueErrors.unknownAbsence)
  const { staff, startsAt, endsAt, removedAt } = absence
  const collisions =
    removedAt === null ? await appointmentsIn(tx, { resourceId: staff.id, from: startsAt, to: endsAt }) : []
  return { ...presentAbsence(absence), collisions: collisions.map(presentCollision) }
}

function presentAbsence(absence: AbsenceView): z.infer<typeof absenceShape> {
  const { zone, removedAt } = absence
  return {
    id: absence.id,
    staff: absence.staff,
    kind: absence.kind,
    starts_at: toOffsetString(absence.startsAt, zone),
    ends_at: toOffsetString(absence.endsAt, zone),
    note: absence.note,
    created_by: absence.createdBy,
    created_at: toOffsetString(absence.createdAt, zone),
    removed_at: removedAt === null ? null : toOffsetString(removedAt, zone),
    allowed: {
      remove: unless(
        removedAt === null ? null : { de: 'Ist schon zurückgenommen.', en: 'Was taken back already.' },
      ),
    },
  }
}
