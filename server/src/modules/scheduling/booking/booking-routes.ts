import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { emailAddress } from '../../../platform/i18n/email-address.ts'
import { LANGUAGES } from '../../../platform/i18n/language.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Customers } from '../../customers/index.ts'
import { appointmentShape } from '../present-appointment.ts'
import type { PresentAppointments } from '../present-with-customers.ts'
import { problemOf, slotProblems, slotTokenText } from '../refusal-problem.ts'
import type { BookingResult, createBookAppointment } from './book-appointment.ts'
import type { BookingWish } from './booking-wish.ts'

export const customerWish = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({
    name: z.string().trim().min(1).max(200),
    phone: z.string().max(60).nullish(),
    email: emailAddress.nullish(),
    language: z.enum(LANGUAGES).nullish().describe('Of a new customer, for what they are sent; default de.'),
  }),
])

/** Booking slots. */
export function bookingRoutes(
  { db, clock }: Platform,
  parts: {
    customers: Customers
    present: PresentAppointments
    bookAppointment: ReturnType<typeof createBookAppointment>
  },
) {
  const { customers } = parts
  return (app: HttpServer): void => {
    app.post('/api/v1/appointments', {
      config: {
        access: { kind: 'tenant', scope: 'write', reach: 'location' },
        errors: [...slotProblems, customers.errors.unknown, customers.errors.badPhone],
      },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({
          token: slotTokenText,
          customer: customerWish,
          attendee_name: z.string().trim().min(1).max(200).optional(),
          note: z.string().max(2000).nullish(),
        }),
        response: { 201: appointmentShape },
      },
      handler: async (request, reply) => {
        const principal = principalOf(request)
        const answer = await db.inTenant(principal.tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => {
            const wish = request.body
            const customer = await customerFor(tx, customers, wish.customer)
            const booked = requireBooked(
              await parts.bookAppointment(tx, {
                token: wish.token,
                holder: null,
                // Repeated requests are the business of `Idempotency-Key`.
                idempotencyKey: null,
                customer: customer.wish,
                attendeeName: wish.attendee_name ?? customer.name,
                source: principal.via === 'session' ? 'staff' : 'api',
                callId: null,
                note: wish.note ?? null,
                actor: principal.actor,
              }),
            )
            const body = await parts.present.byIdOf(tx, booked.appointmentId, booked.customerId)
            return { status: 201, body }
          }),
        )
        return reply.status(201).send(answer.body as z.infer<typeof appointmentShape>)
      },
    })
  }
}

export async function customerFor(
  tx: Tx,
  customers: Customers,
  wish: z.infer<typeof customerWish>,
): Promise<{ wish: BookingWish['customer']; name: string }> {
  if ('id' in wish) {
    const id = await customers.current(tx, wish.id as CustomerId)
    const known = id === null ? undefined : (await customers.read(tx, [id])).get(id)
    if (id === null || !known) throw new AppError(customers.errors.unknown)
    return { wish: { id }, name: known.name }
  }
  const phoneE164 = wish.phone ? customers.parsePhone(wish.phone) : null
  if (wish.phone && !phoneE164) throw new AppError(customers.errors.badPhone)
  const email = wish.email ?? null
  return {
    wish: { name: wish.name, phoneE164, email, language: wish.language ?? 'de', forSomeoneElse: false },
    name: wish.name,
  }
}

function requireBooked(result: BookingResult): Extract<BookingResult, { kind: 'booked' }> {
  if (result.kind === 'booked') return result
  throw problemOf(result)
}
