import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../platform/http/idempotency.ts'
import { momentOf, momentText } from '../../platform/http/moment-query.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import { problemSchema } from '../../platform/http/problem.ts'
import { type AppointmentId, type CustomerId, newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import { availabilityRoute } from './availability-routes.ts'
import type { BookingResult, BookingWish, createBookAppointment } from './book-appointment.ts'
import { schedulingErrors } from './errors.ts'
import type { createFindFreeSlots } from './find-free-slots.ts'
import type { createHoldSlot, HoldResult } from './hold-slot.ts'
import { appointmentShape, presentAppointment, presentSlot } from './present-appointment.ts'
import type { Slot, SlotTokens } from './slot.ts'
import { type AppointmentView, listAppointments, readAppointment } from './views.ts'

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const refusals = {
  ...problems,
  409: problemSchema,
  413: problemSchema,
  415: problemSchema,
  422: problemSchema,
}
const token = z.string().min(1).max(600)

const customerWish = z.union([
  z.object({ id: z.uuid() }),
  z.object({
    name: z.string().trim().min(1).max(200),
    phone: z.string().max(60).nullish(),
    email: z.email().max(200).nullish(),
  }),
])

export function schedulingRoutes(
  platform: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    findFreeSlots: ReturnType<typeof createFindFreeSlots>
    offerSlots: SlotTokens['offer']
    holdSlot: ReturnType<typeof createHoldSlot>
    bookAppointment: ReturnType<typeof createBookAppointment>
  },
) {
  const { db, clock } = platform
  const { customers, catalogue } = parts

  const present = async (tx: Tx, views: readonly AppointmentView[]) => {
    const people = await customers.read(
      tx,
      views.map(view => view.customerId),
    )
    return views.map(view => presentAppointment(view, people.get(view.customerId)))
  }

  return async (app: HttpServer): Promise<void> => {
    availabilityRoute(platform, parts)(app)

    app.post('/api/v1/holds', {
      config: { access: { kind: 'tenant', scope: 'write' } },
      schema: {
        headers: idempotencyHeaders,
        body: z.object({ token }),
        response: { 201: z.object({ id: z.uuid(), token: z.string(), expires_at: z.string() }), ...refusals },
      },
      handler: async (request, reply) => {
        const answer = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const held = requireHeld(
              await parts.holdSlot(tx, { token: request.body.token, holder: `api:${newId<'holder'>()}` }),
            )
            const body = {
              id: held.holdId,
              token: held.token,
              expires_at: held.expiresAt.toString({ smallestUnit: 'second' }),
            }
            return { status: 201, body }
          }),
        )
        return reply.status(201).send(answer.body as { id: string; token: string; expires_at: string })
      },
    })

    app.post('/api/v1/appointments', {
      config: { access: { kind: 'tenant', scope: 'write' } },
      schema: {
        headers: idempotencyHeaders,
        body: z.object({
          token,
          customer: customerWish,
          attendee_name: z.string().trim().min(1).max(200).optional(),
          note: z.string().max(2000).nullish(),
        }),
        response: { 201: appointmentShape, ...refusals },
      },
      handler: async (request, reply) => {
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const { body } = request
            const customer = await customerFor(tx, customers, body.customer)
            const id = newId<'booking'>()
            const booked = requireBooked(
              await parts.bookAppointment(tx, {
                token: body.token,
                holder: `api:${id}`,
                idempotencyKey: `api:${id}`,
                customer: customer.wish,
                attendeeName: body.attendee_name ?? customer.name,
                source: principal.via === 'session' ? 'staff' : 'api',
                callId: null,
                note: body.note ?? null,
                actor: principal.actor,
              }),
            )
            const [appointment] = await present(tx, [await mustRead(tx, booked.appointmentId)])
            return { status: 201, body: appointment as Record<string, unknown> }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof appointmentShape>)
      },
    })

    app.get('/api/v1/appointments', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: {
        querystring: pageQuery.extend({ from: momentText.optional(), to: momentText.optional() }),
        response: {
          200: z.object({ items: z.array(appointmentShape), next_cursor: z.string().nullable() }),
          ...problems,
        },
      },
      handler: async request => {
        const { limit, cursor, from, to } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { zone } = await catalogue.readOpening(tx)
          const rows = await listAppointments(tx, {
            from: from === undefined ? null : momentOf(from, zone),
            to: to === undefined ? null : momentOf(to, zone),
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.startsAt.toString(), id: row.id }))
          return { items: await present(tx, page.items), next_cursor: page.next_cursor }
        })
      },
    })

    app.get('/api/v1/appointments/:id', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: appointmentShape, ...problems } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, async tx => {
          const [appointment] = await present(tx, [await mustRead(tx, request.params.id as AppointmentId)])
          if (!appointment) throw new AppError(schedulingErrors.unknownAppointment)
          return appointment
        }),
    })
  }
}

async function mustRead(tx: Tx, id: AppointmentId): Promise<AppointmentView> {
  const view = await readAppointment(tx, id)
  if (!view) throw new AppError(schedulingErrors.unknownAppointment)
  return view
}

async function customerFor(
  tx: Tx,
  customers: Customers,
  wish: z.infer<typeof customerWish>,
): Promise<{ wish: BookingWish['customer']; name: string }> {
  if ('id' in wish) {
    const id = wish.id as CustomerId
    const known = (await customers.read(tx, [id])).get(id)
    if (!known) throw new AppError(customers.errors.unknown)
    return { wish: { id }, name: known.name }
  }
  const phoneE164 = wish.phone ? customers.parsePhone(wish.phone) : null
  if (wish.phone && !phoneE164) throw new AppError(customers.errors.badPhone)
  const email = wish.email ?? null
  return {
    wish: { name: wish.name, phoneE164, email, language: 'de', forSomeoneElse: false },
    name: wish.name,
  }
}

function requireHeld(result: HoldResult): Extract<HoldResult, { kind: 'held' }> {
  if (result.kind === 'held') return result
  throw refusal(result)
}

function requireBooked(result: BookingResult): Extract<BookingResult, { kind: 'booked' }> {
  if (result.kind === 'booked') return result
  throw refusal(result)
}

type Refusal =
  | { kind: 'taken'; alternatives: readonly Slot[] }
  | { kind: 'expired' }
  | { kind: 'invalid_token' }

function refusal(result: Refusal): AppError {
  switch (result.kind) {
    case 'taken':
      return new AppError(schedulingErrors.slotTaken, undefined, {
        extensions: { alternatives: result.alternatives.map(presentSlot) },
      })
    case 'expired':
      return new AppError(schedulingErrors.slotExpired)
    case 'invalid_token':
      return new AppError(schedulingErrors.invalidToken)
    default:
      return result satisfies never
  }
}
