import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { Platform } from '../../../platform/platform.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { catalogueErrors } from '../errors.ts'
import {
  type BlockCollision,
  keepInBlock,
  listBlockCollisions,
  readBlockCollision,
} from './block-collisions.ts'

const STATES = ['open', 'kept', 'moved', 'cancelled', 'block_removed'] as const
const range = { starts_at: z.string(), ends_at: z.string() }
const collisionShape = z.object({
  id: z.uuid(),
  state: z.enum(STATES).describe('moved, cancelled, block_removed: it collides no more.'),
  block: z.object({ kind: z.enum(['closure', 'absence']), id: z.uuid(), ...range }),
  appointment: z.object({ id: z.uuid(), reference: z.string(), attendee_name: z.string(), ...range }),
  found_at: z.string(),
  kept: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})

/** Appointments in blocked time, resolved one by one: moved, cancelled, or kept with a reason. */
export function blockCollisionRoutes({ db, clock }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/block-collisions', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: pageQuery.extend({ state: z.enum(STATES).optional() }),
        response: { 200: z.object({ items: z.array(collisionShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, state } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const after = decodeCursor(cursor)
          const rows = await listBlockCollisions(tx, { state: state ?? null, after, limit: limit + 1 })
          const page = toPage(rows, limit, row => ({ at: row.foundAt.toString(), id: row.id }))
          return { ...page, items: page.items.map(presentBlockCollision) }
        })
      },
    })

    app.post('/api/v1/block-collisions/:id/keep', {
      config: {
        access: { kind: 'tenant', scope: 'write', reach: 'location' },
        errors: [catalogueErrors.unknownCollision],
      },
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
        response: { 200: collisionShape },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const { id } = request.params
        return await db.inTenant(tenantId, async tx => {
          await keepInBlock(tx, { id, reason: request.body.reason, actor, at: clock.now() })
          const kept = await readBlockCollision(tx, id)
          if (!kept) throw new AppError(catalogueErrors.unknownCollision)
          return presentBlockCollision(kept)
        })
      },
    })
  }
}

function presentBlockCollision(collision: BlockCollision): z.infer<typeof collisionShape> {
  const { zone, keptAt, keptBy, keptReason } = collision
  const written = (text: string): string => toOffsetString(Temporal.Instant.from(text), zone)
  const inZone = <T extends { starts_at: string; ends_at: string }>(part: T): T => ({
    ...part,
    starts_at: written(part.starts_at),
    ends_at: written(part.ends_at),
  })
  return {
    id: collision.id,
    state: collision.state,
    block: inZone(collision.block),
    appointment: inZone(collision.appointment),
    found_at: toOffsetString(collision.foundAt, zone),
    kept:
      keptAt === null || keptBy === null || keptReason === null
        ? null
        : { at: toOffsetString(keptAt, zone), by: keptBy, reason: keptReason },
  }
}
