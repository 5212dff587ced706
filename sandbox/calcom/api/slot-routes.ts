import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import type { CalEventType } from '../account.ts'
import { reserve } from '../bookings.ts'
import { CalError, invalidBody } from '../cal-error.ts'
import { MINUTE } from '../time/ranges.ts'
import { slotsOf } from '../time/slots.ts'
import type { World } from '../world.ts'
import { lengthOf, refuseManaged } from './booking-input.ts'
import { requireCaller } from './caller.ts'
import type { CallerOf } from './parts.ts'
import { presentReservation } from './present.ts'

const SlotQuery = z.object({
  start: z.string(),
  end: z.string(),
  eventTypeId: z.coerce.number().int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
  duration: z.coerce.number().int().optional(),
  timeZone: z.string().default('UTC'),
  format: z.enum(['time', 'range']).default('time'),
  bookingUidToReschedule: z.string().optional(),
})
const Reserve = z.object({
  eventTypeId: z.int(),
  slotStart: z.iso.datetime({ offset: true }),
  slotDuration: z.int().optional(),
  reservationDuration: z.int().min(1).optional(),
})
const ByUid = z.object({ uid: z.string() })
const DEFAULT_RESERVATION_MINUTES = 5

export function registerSlotRoutes(api: WebServer, world: World, caller: CallerOf): void {
  api.get('/v2/slots', { schema: { querystring: SlotQuery } }, async request => {
    const { query } = request
    const eventType = eventTypeOf(query)
    refuseManaged(eventType)
    const slots = slotsOf(world, {
      eventType,
      within: { start: moment(query.start, 'start'), end: moment(query.end, 'end') },
      lengthMinutes: lengthOf(eventType, query.duration),
      timeZone: query.timeZone,
      movingUid: query.bookingUidToReschedule,
    })
    const days: Record<string, object[]> = {}
    for (const slot of slots) {
      const start = shownAt(slot.start, query.timeZone)
      const day = start.slice(0, 10)
      days[day] ??= []
      days[day].push(query.format === 'range' ? { start, end: shownAt(slot.end, query.timeZone) } : { start })
    }
    return { status: 'success', data: days }
  })

  api.post('/v2/slots/reservations', { schema: { body: Reserve } }, async (request, reply) => {
    const { slotDuration, slotStart, reservationDuration } = request.body
    const eventType = world.eventType(request.body.eventTypeId)
    refuseManaged(eventType)
    if (reservationDuration !== undefined) requireRelated(requireCaller(caller(request)), eventType)
    const start = Date.parse(slotStart)
    const reservation = reserve(world, {
      eventType,
      range: { start, end: start + lengthOf(eventType, slotDuration) * MINUTE },
      durationMinutes: reservationDuration ?? DEFAULT_RESERVATION_MINUTES,
    })
    return reply.code(201).send({ status: 'success', data: presentReservation(reservation) })
  })
  api.get('/v2/slots/reservations/:uid', { schema: { params: ByUid } }, async request => {
    const found = world.liveReservations().find(({ uid }) => uid === request.params.uid)
    return { status: 'success', data: found === undefined ? null : presentReservation(found) }
  })
  // Succeeds also for one that never was.
  api.delete('/v2/slots/reservations/:uid', { schema: { params: ByUid } }, async request => {
    world.reservations.delete(request.params.uid)
    return { status: 'success' }
  })

  function eventTypeOf(query: z.infer<typeof SlotQuery>): CalEventType {
    if (query.eventTypeId !== undefined) return world.eventType(query.eventTypeId)
    const owner = world.account.users.find(({ username }) => username === query.username)
    const team = world.account.teams.find(({ slug }) => slug === query.teamSlug)
    const found = world.account.eventTypes.find(
      one =>
        one.slug === query.eventTypeSlug &&
        ((owner !== undefined && one.ownerId === owner.id) || (team !== undefined && one.teamId === team.id)),
    )
    if (!found) throw new CalError(404, `Event type with slug ${query.eventTypeSlug ?? ''} not found`)
    return found
  }

  function requireRelated(userId: number, { ownerId, hosts }: CalEventType): void {
    if (ownerId !== userId && !hosts.some(host => host.userId === userId))
      throw new CalError(403, 'reservationDuration can only be used for your own event types')
  }
}

/** A date alone is its beginning or its end; an end at midnight sharp means the end of that day. */
function moment(text: string, which: 'start' | 'end'): number {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw invalidBody(which, 'must be a valid ISO 8601 date string')
  return which === 'end' && ms % (24 * 60 * MINUTE) === 0 ? ms + 24 * 60 * MINUTE - 1000 : ms
}

function shownAt(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .toString({ fractionalSecondDigits: 3, timeZoneName: 'never' })
}
