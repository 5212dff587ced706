import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { appointmentsIn, collisionShape, presentCollision } from '../blocks/collisions.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { addResource, changeResource, type ResourceWish } from './change-resource.ts'
import { readPlace } from './place.ts'
import { refusedAs } from './resource-refusal.ts'
import { listRooms, ROOM_KINDS, type RoomView, readRoom } from './room-views.ts'

const roomShape = z.object({
  id: z.uuid(),
  kind: z.enum(ROOM_KINDS),
  name: z.string(),
  lanes: z.number().describe('How many appointments at a time.'),
  position: z.number(),
  active: z.boolean(),
  services: z.array(z.object({ id: z.uuid(), name: z.string() })),
  version: z.number(),
  allowed: z.object({ archive: permission, restore: permission }),
})
const withCollisions = roomShape.extend({ collisions: z.array(collisionShape) })

const name = z.string().trim().min(1).max(100)
const wishes = z.strictObject({
  name: name.optional(),
  lanes: z.number().int().min(1).max(100).optional(),
  position: z.number().int().min(0).max(10_000).optional(),
  service_ids: z.array(z.uuid()).max(500).optional(),
})
const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const manage = { kind: 'tenant', scope: 'manage', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })
const { unknownResource, nameTaken, unknownService } = catalogueErrors

/** Rooms and devices, and what they are needed for. */
export function roomRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)

  return (app: HttpServer): void => {
    app.get('/api/v1/resources', {
      config: { access: read },
      schema: {
        querystring: z.object({ state: z.enum(['active', 'all']).default('active') }),
        response: { 200: z.object({ items: z.array(roomShape), next_cursor: z.null() }) },
      },
      handler: async request => {
        const rooms = await db.readTenant(principalOf(request).tenantId, tx =>
          listRooms(tx, request.query.state),
        )
        return { items: rooms.map(present), next_cursor: null }
      },
    })

    app.post('/api/v1/resources', {
      config: { access: manage, errors: [nameTaken, unknownService] },
      schema: {
        headers: idempotencyHeaders,
        body: wishes.extend({ name, kind: z.enum(ROOM_KINDS) }),
        response: { 201: roomShape },
      },
      handler: async (request, reply) => {
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { locationId } = await readPlace(tx)
            const { kind, name: called } = request.body
            const added = await addResource(tx, locationId, { ...wishOf(request.body), kind, name: called })
            if (added.kind !== 'added') throw refusedAs(added, unknownResource)
            await news.opened(tx, added.id)
            return { status: 201, body: present(await find(tx, added.id)) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof roomShape>)
      },
    })

    app.patch('/api/v1/resources/:id', {
      config: {
        access: manage,
        errors: [unknownResource, nameTaken, unknownService, platformErrors.staleVersion],
      },
      schema: {
        params: byId,
        body: wishes.extend({ version: z.number().int().optional() }),
        response: { 200: withCollisions },
      },
      handler: async request => {
        const id = request.params.id as ResourceId
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const before = await change(tx, { id, version: request.body.version ?? null }, wishOf(request.body))
          await news.opened(tx, id)
          const room = await find(tx, id)
          return await withLeft(tx, room, room.lanes < before ? room.lanes : null)
        })
      },
    })

    for (const [action, active] of [
      ['archive', false],
      ['restore', true],
    ] as const)
      app.post(`/api/v1/resources/:id/${action}`, {
        config: { access: manage, errors: [unknownResource, platformErrors.staleVersion] },
        schema: {
          params: byId,
          body: z.strictObject({ version: z.number().int().optional() }).nullish(),
          response: { 200: withCollisions },
        },
        handler: async request => {
          const id = request.params.id as ResourceId
          return await db.inTenant(principalOf(request).tenantId, async tx => {
            await change(tx, { id, version: request.body?.version ?? null }, { active })
            await (active ? news.opened : news.changed)(tx, id)
            return await withLeft(tx, await find(tx, id), active ? null : 0)
          })
        },
      })
  }

  /** With the appointments to come that it has no place for any more: those beyond so many places; null: none. */
  async function withLeft(
    tx: Tx,
    room: RoomView,
    places: number | null,
  ): Promise<z.infer<typeof withCollisions>> {
    const left =
      places === null
        ? []
        : await appointmentsIn(tx, { resourceId: room.id, from: clock.now(), to: null, aboveLane: places })
    return { ...present(room), collisions: left.map(presentCollision) }
  }
}

async function find(tx: Tx, id: ResourceId): Promise<RoomView> {
  const room = await readRoom(tx, id)
  if (!room) throw new AppError(unknownResource)
  return room
}

/** How many places it had before. */
async function change(
  tx: Tx,
  room: { id: ResourceId; version: number | null },
  wish: ResourceWish,
): Promise<number> {
  const result = await changeResource(tx, { ...room, kinds: ROOM_KINDS }, wish)
  if (result.kind !== 'changed') throw refusedAs(result, unknownResource)
  return result.lanesBefore
}

function wishOf(body: Omit<z.infer<typeof wishes>, 'version'>): ResourceWish {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.lanes === undefined ? {} : { lanes: body.lanes }),
    ...(body.position === undefined ? {} : { position: body.position }),
    ...(body.service_ids === undefined ? {} : { serviceIds: body.service_ids }),
  }
}

function present(room: RoomView): z.infer<typeof roomShape> {
  return {
    ...room,
    services: [...room.services],
    allowed: {
      archive: unless(
        room.active ? null : { de: 'Ist schon archiviert.', en: 'Is archived already.' },
        'manage',
      ),
      restore: unless(
        room.active ? { de: 'Ist schon buchbar.', en: 'Can be booked already.' } : null,
        'manage',
      ),
    },
  }
}
