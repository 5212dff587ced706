import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { momentText } from '../../../platform/http/moment-query.ts'
import { type GroupId, newId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import { effectsFor, rangeFor, serviceFor, staffFor } from '../availability/availability-routes.ts'
import type { createFindVisits } from '../availability/find-visits.ts'
import { schedulingErrors } from '../errors.ts'
import { appointmentShape, presentSlots, slotShape } from '../present-appointment.ts'
import type { PresentAppointments } from '../present-with-customers.ts'
import { problemOf, slotProblems, slotTokenText } from '../refusal-problem.ts'
import type { SlotTokens } from '../slot.ts'
import { appointmentsOfGroup } from '../views.ts'
import type { createBookGroup } from './book-group.ts'
import { customerFor, customerWish } from './booking-routes.ts'

/** Every order of the services is tried: 24 for four. */
const MOST_SERVICES = 4
const MOST_TOGETHER = 12

const groupShape = z.object({ id: z.uuid(), appointments: z.array(appointmentShape) })
const visitShape = z.object({ starts_at: z.string(), ends_at: z.string(), slots: z.array(slotShape) })
const serviceWords = z.string().min(1).max(200)
const { unknownGroup, unknownService, ambiguousService, unknownStaff, badRange } = schedulingErrors

/** Several appointments booked together: found as visits, booked all or none. */
export function groupRoutes(
  { db, clock }: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    present: PresentAppointments
    offerSlots: SlotTokens['offer']
    findVisits: ReturnType<typeof createFindVisits>
    bookGroup: ReturnType<typeof createBookGroup>
  },
) {
  const { catalogue, customers } = parts
  return (app: HttpServer): void => {
    app.get('/api/v1/availability/visits', {
      config: {
        access: { kind: 'tenant', scope: 'read', reach: 'location' },
        errors: [unknownService, ambiguousService, unknownStaff, badRange, customers.errors.unknown],
      },
      schema: {
        querystring: z.object({
          service: z
            .union([serviceWords.transform(one => [one]), z.array(serviceWords).min(1).max(MOST_SERVICES)])
            .describe('Once for each service, also the same one for several people in a row.'),
          from: momentText,
          to: momentText,
          staff: serviceWords.optional().describe('Everything is done by this person.'),
          customer: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(200).default(20),
        }),
        response: { 200: z.object({ items: z.array(visitShape), next_cursor: z.null() }) },
      },
      handler: async request => {
        const wanted = request.query
        return await db.readTenant(principalOf(request).tenantId, async tx => {
          const services = []
          for (const words of wanted.service) services.push(await serviceFor(tx, catalogue, words))
          const zone = await catalogue.readZone(tx)
          const visits = await parts.findVisits(tx, {
            services,
            ...rangeFor(wanted, zone),
            limit: wanted.limit,
            ...(wanted.staff === undefined ? {} : { staffId: await staffFor(tx, catalogue, wanted.staff) }),
            ...(await effectsFor(tx, customers, wanted.customer)),
          })
          const items = visits.map(visit => presentVisit(presentSlots(parts.offerSlots(visit))))
          return { items, next_cursor: null }
        })
      },
    })

    app.post('/api/v1/appointment-groups', {
      config: {
        access: { kind: 'tenant', scope: 'write', reach: 'location' },
        errors: [...slotProblems, customers.errors.unknown, customers.errors.badPhone],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          customer: customerWish,
          items: z
            .array(
              z.strictObject({
                token: slotTokenText,
                attendee_name: z.string().trim().min(1).max(200).optional(),
                note: z.string().max(2000).nullish(),
              }),
            )
            .min(2)
            .max(MOST_TOGETHER),
        }),
        response: { 201: groupShape },
      },
      handler: async (request, reply) => {
        const { body } = request
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const customer = await customerFor(tx, customers, body.customer)
            const id = newId<'booking'>()
            const result = await parts.bookGroup(tx, {
              items: body.items.map(item => ({
                token: item.token,
                attendeeName: item.attendee_name ?? customer.name,
                note: item.note ?? null,
              })),
              holder: `api:${id}`,
              idempotencyKey: `api:${id}`,
              customer: customer.wish,
              source: principal.via === 'session' ? 'staff' : 'api',
              callId: null,
              actor: principal.actor,
            })
            if (result.kind === 'refused') throw ofItem(problemOf(result.why), result.item)
            return { status: 201, body: await find(tx, result.groupId) }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof groupShape>)
      },
    })

    app.get('/api/v1/appointment-groups/:id', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' }, errors: [unknownGroup] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: groupShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id as GroupId)),
    })
  }

  async function find(tx: Tx, id: GroupId): Promise<z.infer<typeof groupShape>> {
    const views = await appointmentsOfGroup(tx, id)
    if (views.length === 0) throw new AppError(unknownGroup)
    return { id, appointments: await parts.present.many(tx, views) }
  }
}

function ofItem(error: AppError, item: number): AppError {
  return new AppError(error.definition, undefined, { extensions: { ...error.extensions, item } })
}

function presentVisit(slots: Array<z.infer<typeof slotShape>>): z.infer<typeof visitShape> {
  return { starts_at: slots[0]?.starts_at ?? '', ends_at: slots.at(-1)?.ends_at ?? '', slots }
}
