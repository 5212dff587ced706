/** What becomes of bookings: made, moved into a new one, cancelled, confirmed. Cal.com chooses the host. */
import type { CalEventType } from './account.ts'
import { CalError } from './cal-error.ts'
import { freeOfEventType, freeOfHost } from './time/free-time.ts'
import { covers, MINUTE, overlap, type Range } from './time/ranges.ts'
import { bookableFrom } from './time/slots.ts'
import { type Attendee, type Booking, type BookingStatus, hostsOf, type World } from './world.ts'

export type Trigger =
  | 'BOOKING_CREATED'
  | 'BOOKING_REQUESTED'
  | 'BOOKING_RESCHEDULED'
  | 'BOOKING_CANCELLED'
  | 'BOOKING_REJECTED'

export type NewBooking = {
  readonly eventType: CalEventType
  readonly range: Range
  readonly attendee: Attendee
  readonly metadata: Readonly<Record<string, string>>
  readonly responses: Readonly<Record<string, unknown>>
}

export function createBookings(
  world: World,
  tell: (trigger: Trigger, booking: Booking, former?: Booking) => void,
) {
  const settle = (booking: Booking, change: Partial<Booking>): Booking =>
    world.save({ ...booking, ...change, updatedAt: world.now() })

  const make = (wanted: NewBooking, hosts: number[], status: BookingStatus, former?: Booking): Booking => {
    const { eventType, range, attendee } = wanted
    const host = world.user(hosts[0] ?? 0)
    return world.save({
      id: world.nextId(),
      uid: world.newUid(),
      eventTypeId: eventType.id,
      title: `${eventType.title} between ${host.name} and ${attendee.name}`,
      ...range,
      hosts,
      attendee,
      metadata: wanted.metadata,
      responses: wanted.responses,
      createdAt: world.now(),
      updatedAt: world.now(),
      status,
      ...(former === undefined ? {} : { rescheduledFromUid: former.uid }),
    })
  }

  return {
    create(wanted: NewBooking): Booking {
      refuseOutside(world, wanted)
      const hosts = chooseHosts(world, wanted)
      const booking = make(wanted, hosts, wanted.eventType.needsConfirmation ? 'pending' : 'accepted')
      tell(booking.status === 'pending' ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED', booking)
      return booking
    },
    /** The old one is cancelled and names the new one. What needs confirmation needs it again, unless the owner moves it. */
    reschedule(
      uid: string,
      start: number,
      given: { by?: string | undefined; reason?: string | undefined },
    ): Booking {
      const former = world.booking(uid)
      if (former.status === 'cancelled') throw cancelledAlready(former, 'reschedule')
      const eventType = world.eventType(former.eventTypeId)
      if (eventType.disableRescheduling)
        throw new CalError(400, 'Rescheduling is disabled for this event type')
      const range = { start, end: start + former.end - former.start }
      const wanted = { ...former, eventType, range }
      refuseOutside(world, wanted)
      const hosts = chooseHosts(world, wanted, former)
      const byOwner = given.by !== undefined && world.user(former.hosts[0] ?? 0).email === given.by
      const status = eventType.needsConfirmation && !byOwner ? 'pending' : 'accepted'
      const booking = make(wanted, hosts, status, former)
      settle(former, {
        status: 'cancelled',
        rescheduledToUid: booking.uid,
        ...(given.reason === undefined ? {} : { reschedulingReason: given.reason }),
      })
      tell('BOOKING_RESCHEDULED', booking, former)
      return booking
    },
    cancel(uid: string, reason?: string): Booking {
      const booking = world.booking(uid)
      if (booking.status === 'cancelled') throw cancelledAlready(booking, 'cancel')
      if (world.eventType(booking.eventTypeId).disableCancelling)
        throw new CalError(400, 'Cancelling is disabled for this event type')
      const cancelled = settle(booking, {
        status: 'cancelled',
        ...(reason === undefined ? {} : { cancellationReason: reason }),
      })
      tell('BOOKING_CANCELLED', cancelled)
      return cancelled
    },
    confirm(uid: string): Booking {
      const booking = world.booking(uid)
      if (booking.status !== 'pending') throw new CalError(400, 'Booking already confirmed')
      const confirmed = settle(booking, { status: 'accepted' })
      tell('BOOKING_CREATED', confirmed)
      return confirmed
    },
    decline(uid: string): Booking {
      const booking = world.booking(uid)
      if (booking.status !== 'pending') throw new CalError(400, 'Booking cannot be declined')
      const declined = settle(booking, { status: 'rejected' })
      tell('BOOKING_REJECTED', declined)
      return declined
    },
  }
}

export type Bookings = ReturnType<typeof createBookings>

function cancelledAlready({ uid, rescheduledToUid }: Booking, what: 'cancel' | 'reschedule'): CalError {
  if (rescheduledToUid !== undefined)
    return new CalError(
      400,
      `Can't ${what} booking with uid=${uid} because it has been cancelled and rescheduled already to booking with uid=${rescheduledToUid}. You probably want to ${what} ${rescheduledToUid} instead by passing it within the request URL.`,
    )
  return new CalError(400, `Can't ${what} booking with uid=${uid} because it has been cancelled already.`)
}

function refuseOutside(world: World, { eventType, range }: Pick<NewBooking, 'eventType' | 'range'>): void {
  if (range.start < world.now()) throw new CalError(400, 'Attempting to book a meeting in the past.')
  const { earliest, latest } = bookableFrom(world, eventType)
  if (range.start < earliest || range.start > latest)
    throw new CalError(
      400,
      `The event type can't be booked at the "start" time provided. This could be because it's too soon (violating the minimum booking notice) or too far in the future (outside the event's scheduling window).`,
    )
}

/** Any start is taken whose whole length is free, on the grid or off it. Reservations are not looked at. */
function chooseHosts(
  world: World,
  { eventType, range }: Pick<NewBooking, 'eventType' | 'range'>,
  moving?: Booking,
): number[] {
  const question = { eventType, within: aroundDay(range), movingUid: moving?.uid }
  const all = hostsOf(eventType)
  if (all.length === 0) throw new CalError(422, `Team event type with id ${eventType.id} has no hosts`)
  if (eventType.schedulingType === 'collective') {
    if (covers(freeOfEventType(world, question)[0] ?? [], range)) return all
    throw new CalError(400, 'One of the hosts either already has booking at this time or is not available')
  }
  const free = all.filter(userId => covers(freeOfHost(world, userId, question), range))
  const kept = moving?.hosts.find(userId => free.includes(userId))
  const chosen = kept ?? leastBusy(world, free)
  if (chosen !== undefined) return [chosen]
  if (all.length === 1 && isRepeat(world, range, all[0]))
    throw new CalError(409, 'booking_conflict_error', { bare: true })
  throw new CalError(
    400,
    eventType.schedulingType === 'roundRobin'
      ? 'One of the hosts either already has booking at this time or is not available'
      : 'User either already has booking at this time or is not available',
  )
}

function leastBusy(world: World, hosts: readonly number[]): number | undefined {
  const load = (userId: number): number =>
    [...world.bookings.values()].filter(
      booking => booking.status === 'accepted' && booking.hosts.includes(userId),
    ).length
  return [...hosts].sort((one, other) => load(one) - load(other) || one - other)[0]
}

/** The key of accepted bookings is made of start, end and organiser: only an exact repeat meets it. */
function isRepeat(world: World, { start, end }: Range, host: number | undefined): boolean {
  return [...world.bookings.values()].some(
    booking =>
      booking.status === 'accepted' &&
      booking.start === start &&
      booking.end === end &&
      booking.hosts[0] === host,
  )
}

function aroundDay({ start, end }: Range): Range {
  return { start: start - 24 * 60 * MINUTE, end: end + 24 * 60 * MINUTE }
}

export function reserve(
  world: World,
  wanted: { eventType: CalEventType; range: Range; durationMinutes: number },
) {
  const { eventType, range, durationMinutes } = wanted
  const taken = world
    .liveReservations()
    .some(other => other.eventTypeId === eventType.id && overlap(other, range))
  const booked = !freeOfEventType(world, { eventType, within: aroundDay(range) }).some(free =>
    covers(free, range),
  )
  if (taken || booked)
    throw new CalError(422, `Slot with start=${new Date(range.start).toISOString()} is not available`)
  const reservation = {
    uid: world.newUid(),
    eventTypeId: eventType.id,
    ...range,
    durationMinutes,
    until: world.now() + durationMinutes * MINUTE,
  }
  world.reservations.set(reservation.uid, reservation)
  return reservation
}
