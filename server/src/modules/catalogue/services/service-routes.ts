import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError, type ErrorDefinition } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { appointmentsOf, collisionShape, presentCollision } from '../blocks/collisions.ts'
import { createCalendarNews } from '../calendar-news.ts'
import { catalogueErrors } from '../errors.ts'
import { readPlace } from '../resources/place.ts'
import { addService, changeService, type ServiceRefusal, setServiceActive } from './change-service.ts'
import { presentDetail, presentService, serviceDetailShape, serviceShape } from './present-service.ts'
import { newService, newServiceOf, serviceChange, serviceChangeOf } from './service-bodies.ts'
import { listArchivedServices, listServices } from './service-views.ts'
import { readServiceDetail } from './service-wish-view.ts'

const read = { kind: 'tenant', scope: 'read', reach: 'business' } as const
const business = { kind: 'tenant', scope: 'business' } as const
const byId = z.object({ id: z.uuid() })
const withAppointments = serviceDetailShape.extend({ appointments: z.array(collisionShape) })
const { noService, serviceNameTaken, unknownResource, serviceTooLong, badService } = catalogueErrors
const refusals = [serviceNameTaken, unknownResource, serviceTooLong, badService]

/** What can be booked. */
export function serviceRoutes(platform: Platform) {
  const { db, clock } = platform
  const news = createCalendarNews(platform)
  return (app: HttpServer): void => {
    app.get('/api/v1/services', {
      config: { access: read },
      schema: {
        querystring: z.object({ state: z.enum(['active', 'archived']).default('active') }),
        response: { 200: z.object({ items: z.array(serviceShape), next_cursor: z.null() }) },
      },
      handler: async request => {
        const list = request.query.state === 'active' ? listServices : listArchivedServices
        const services = await db.inTenant(principalOf(request).tenantId, list)
        return { items: services.map(presentService), next_cursor: null }
      },
    })

    app.get('/api/v1/services/:id', {
      config: { access: read, errors: [noService] },
      schema: { params: byId, response: { 200: serviceDetailShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id)),
    })

    app.post('/api/v1/services', {
      config: { access: business, errors: refusals },
      schema: { headers: idempotencyHeaders, body: newService, response: { 201: serviceDetailShape } },
      handler: async (request, reply) => {
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const added = await addService(tx, newServiceOf(request.body))
            if (added.kind !== 'added') throw refusal(added)
            await news.opened(tx, added.id)
            return { status: 201, body: await find(tx, added.id) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof serviceDetailShape>)
      },
    })

    app.patch('/api/v1/services/:id', {
      config: { access: business, errors: [noService, platformErrors.staleVersion, ...refusals] },
      schema: {
        params: byId,
        body: serviceChange.extend({ version: z.number().int().optional() }),
        response: { 200: serviceDetailShape },
      },
      handler: async request => {
        const { version, ...wish } = request.body
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { locationId } = await readPlace(tx)
          const id = request.params.id as ServiceId
          const service = { locationId, id, version: version ?? null }
          const changed = await changeService(tx, service, serviceChangeOf(wish))
          if (changed.kind !== 'changed') throw refusal(changed)
          await news.opened(tx, id)
          return await find(tx, id)
        })
      },
    })

    app.delete('/api/v1/services/:id', {
      config: { access: business, errors: [noService] },
      schema: { params: byId, response: { 200: withAppointments } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const service = await setActive(tx, request.params.id, false)
          await news.changed(tx, service.id)
          const left = await appointmentsOf(tx, { serviceId: service.id, from: clock.now() })
          return { ...service, appointments: left.map(presentCollision) }
        }),
    })

    app.post('/api/v1/services/:id/restore', {
      config: { access: business, errors: [noService] },
      schema: { params: byId, response: { 200: serviceDetailShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const service = await setActive(tx, request.params.id, true)
          await news.opened(tx, service.id)
          return service
        }),
    })
  }
}

async function find(tx: Tx, id: string): Promise<z.infer<typeof serviceDetailShape>> {
  const service = await readServiceDetail(tx, id as ServiceId)
  if (!service) throw new AppError(noService)
  return presentDetail(service)
}

async function setActive(tx: Tx, id: string, active: boolean): Promise<z.infer<typeof serviceDetailShape>> {
  const { locationId } = await readPlace(tx)
  const changed = await setServiceActive(tx, { locationId, id: id as ServiceId }, active)
  if (changed.kind !== 'changed') throw refusal(changed)
  return await find(tx, id)
}

const REFUSALS: Readonly<Record<ServiceRefusal['kind'], ErrorDefinition>> = {
  unknown: noService,
  stale: platformErrors.staleVersion,
  name_taken: serviceNameTaken,
  unknown_resource: unknownResource,
  too_long: serviceTooLong,
  contradicts_itself: badService,
}

function refusal(refused: ServiceRefusal): AppError {
  return new AppError(REFUSALS[refused.kind], 'detail' in refused ? refused.detail : undefined)
}
