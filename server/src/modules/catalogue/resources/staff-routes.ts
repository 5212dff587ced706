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
import { addStaffMember, changeStaffMember, type StaffWish } from './change-staff.ts'
import { readPlace } from './place.ts'
import { refusedAs } from './resource-refusal.ts'
import { listStaffMembers, readStaffMember, type StaffView } from './staff-views.ts'

const staffShape = z.object({
  id: z.uuid(),
  name: z.string(),
  spoken_name: z.string(),
  position: z.number(),
  active: z.boolean(),
  services: z.array(z.object({ id: z.uuid(), name: z.string() })),
  version: z.number(),
  allowed: z.object({ deactivate: permission, activate: permission }),
})
const withCollisions = staffShape.extend({ collisions: z.array(collisionShape) })

const name = z.string().trim().min(1).max(100)
const wishes = z.strictObject({
  name: name.optional(),
  spoken_name: name.optional(),
  position: z.number().int().min(0).max(10_000).optional(),
  service_ids: z.array(z.uuid()).max(500).optional(),
})

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const manage = { kind: 'tenant', scope: 'manage', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })
const { unknownStaff, nameTaken, unknownService } = catalogueErrors

/** The people who work here, and what they can be booked for. */
export function staffRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/staff', {
      config: { access: read },
      schema: {
        querystring: z.object({ state: z.enum(['active', 'all']).default('active') }),
        response: { 200: z.object({ items: z.array(staffShape), next_cursor: z.null() }) },
      },
      handler: async request => {
        const staff = await db.inTenant(principalOf(request).tenantId, tx =>
          listStaffMembers(tx, request.query.state),
        )
        return { items: staff.map(presentStaff), next_cursor: null }
      },
    })

    app.get('/api/v1/staff/:id', {
      config: { access: read, errors: [unknownStaff] },
      schema: { params: byId, response: { 200: staffShape } },
      handler: async request =>
        presentStaff(
          await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id as ResourceId)),
        ),
    })

    app.post('/api/v1/staff', {
      config: { access: manage, errors: [nameTaken, unknownService] },
      schema: {
        headers: idempotencyHeaders,
        body: wishes.extend({ name }),
        response: { 201: staffShape },
      },
      handler: async (request, reply) => {
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { locationId } = await readPlace(tx)
            const added = await addStaffMember(tx, locationId, {
              ...wishOf(request.body),
              name: request.body.name,
            })
            if (added.kind !== 'added') throw refusedAs(added, unknownStaff)
            await news.opened(tx, added.id)
            return { status: 201, body: presentStaff(await find(tx, added.id)) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof staffShape>)
      },
    })

    app.patch('/api/v1/staff/:id', {
      config: {
        access: manage,
        errors: [unknownStaff, nameTaken, unknownService, platformErrors.staleVersion],
      },
      schema: {
        params: byId,
        body: wishes.extend({ version: z.number().int().optional() }),
        response: { 200: staffShape },
      },
      handler: async request => {
        const person = { id: request.params.id as ResourceId, version: request.body.version ?? null }
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          await change(tx, person, wishOf(request.body))
          await news.opened(tx, person.id)
          return presentStaff(await find(tx, person.id))
        })
      },
    })

    for (const [action, active] of [
      ['deactivate', false],
      ['activate', true],
    ] as const)
      app.post(`/api/v1/staff/:id/${action}`, {
        config: { access: manage, errors: [unknownStaff, platformErrors.staleVersion] },
        schema: {
          params: byId,
          body: z.strictObject({ version: z.number().int().optional() }).nullish(),
          response: { 200: withCollisions },
        },
        handler: async request => {
          const id = request.params.id as ResourceId
          const version = request.body?.version ?? null
          return await db.inTenant(principalOf(request).tenantId, async tx => {
            await change(tx, { id, version }, { active })
            await (active ? news.opened : news.changed)(tx, id)
            const left = active
              ? []
              : await appointmentsIn(tx, { resourceId: id, from: clock.now(), to: null })
            return { ...presentStaff(await find(tx, id)), collisions: left.map(presentCollision) }
          })
        },
      })
  }
}

async function find(tx: Tx, id: ResourceId): Promise<StaffView> {
  const person = await readStaffMember(tx, id)
  if (!person) throw new AppError(unknownStaff)
  return person
}

async function change(
  tx: Tx,
  person: { id: ResourceId; version: number | null },
  wish: StaffWish,
): Promise<void> {
  const result = await changeStaffMember(tx, person, wish)
  if (result.kind !== 'changed') throw refusedAs(result, unknownStaff)
}

function wishOf(body: z.infer<typeof wishes>): StaffWish {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.spoken_name === undefined ? {} : { spokenName: body.spoken_name }),
    ...(body.position === undefined ? {} : { position: body.position }),
    ...(body.service_ids === undefined ? {} : { serviceIds: body.service_ids }),
  }
}

function presentStaff(person: StaffView): z.infer<typeof staffShape> {
  return {
    id: person.id,
    name: person.name,
    spoken_name: person.spokenName,
    position: person.position,
    active: person.active,
    services: [...person.services],
    version: person.version,
    allowed: {
      deactivate: unless(
        person.active ? null : { de: 'Ist schon nicht mehr buchbar.', en: 'Is not bookable any more.' },
        'manage',
      ),
      activate: unless(
        person.active ? { de: 'Ist schon buchbar.', en: 'Can be booked already.' } : null,
        'manage',
      ),
    },
  }
}
