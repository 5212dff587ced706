import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { CalError } from '../cal-error.ts'
import type { Booking } from '../world.ts'
import { readBooking } from './booking-input.ts'
import { requireCaller } from './caller.ts'
import { BookingQuery, isTheirs, listByCursor, listByOffset } from './list-bookings.ts'
import type { ApiParts, CallerOf } from './parts.ts'
import { presentBooking } from './present.ts'

const ByUid = z.object({ uid: z.string() })
const Reschedule = z.object({
  start: z.iso.datetime(),
  rescheduledBy: z.email().optional(),
  reschedulingReason: z.string().optional(),
})
const Cancel = z.object({ cancellationReason: z.string().optional() })

export function registerBookingRoutes(api: WebServer, { world, bookings }: ApiParts, caller: CallerOf): void {
  const shown = (booking: Booking) => ({ status: 'success', data: presentBooking(world, booking) })

  // Open to everybody, as the booking page is.
  api.post('/v2/bookings', async (request, reply) =>
    reply.code(201).send(shown(bookings.create(readBooking(world, request.body)))),
  )
  api.get('/v2/bookings', { schema: { querystring: BookingQuery } }, async request => {
    const userId = requireCaller(caller(request))
    const list = { world, userId, query: request.query }
    return request.headers['cal-api-version'] === '2024-08-13' ? listByOffset(list) : listByCursor(list)
  })
  api.get('/v2/bookings/:uid', { schema: { params: ByUid } }, async request => {
    const booking = world.booking(request.params.uid)
    requireTheirs(requireCaller(caller(request)), booking)
    return shown(booking)
  })
  api.post(
    '/v2/bookings/:uid/reschedule',
    { schema: { params: ByUid, body: Reschedule } },
    async (request, reply) => {
      const { start, rescheduledBy: by, reschedulingReason: reason } = request.body
      return reply
        .code(201)
        .send(shown(bookings.reschedule(request.params.uid, Date.parse(start), { by, reason })))
    },
  )
  api.post('/v2/bookings/:uid/cancel', { schema: { params: ByUid, body: Cancel } }, async (request, reply) =>
    reply.code(200).send(shown(bookings.cancel(request.params.uid, request.body.cancellationReason))),
  )
  for (const step of ['confirm', 'decline'] as const)
    api.post(`/v2/bookings/:uid/${step}`, { schema: { params: ByUid } }, async (request, reply) => {
      const booking = world.booking(request.params.uid)
      requireTheirs(requireCaller(caller(request)), booking)
      return reply.code(200).send(shown(bookings[step](booking.uid)))
    })

  function requireTheirs(userId: number, booking: Booking): void {
    if (!isTheirs(world, userId, booking)) throw new CalError(403, 'Not a booking of yours')
  }
}
