import { z } from 'zod'
import { CalError } from '../cal-error.ts'
import type { Booking, World } from '../world.ts'
import { presentBooking } from './present.ts'

const moment = z.iso.datetime({ offset: true }).transform(text => Date.parse(text))
const sort = z.enum(['asc', 'desc'])
export const BookingQuery = z.object({
  status: z.string().optional(),
  attendeeEmail: z.string().optional(),
  attendeeName: z.string().optional(),
  bookingUid: z.string().optional(),
  eventTypeId: z.coerce.number().optional(),
  eventTypeIds: z.string().optional(),
  afterStart: moment.optional(),
  beforeEnd: moment.optional(),
  afterCreatedAt: moment.optional(),
  beforeCreatedAt: moment.optional(),
  afterUpdatedAt: moment.optional(),
  beforeUpdatedAt: moment.optional(),
  sortStart: sort.optional(),
  sortCreated: sort.optional(),
  sortUpdatedAt: sort.optional(),
  take: z.coerce.number().int().min(1).max(250).default(100),
  skip: z.coerce.number().int().min(0).default(0),
  cursor: z.string().optional(),
})
export type BookingQuery = z.infer<typeof BookingQuery>

export type BookingList = { readonly world: World; readonly userId: number; readonly query: BookingQuery }

/** In pages by number (2024-08-13). Live answers count pages from 0, whatever the document says. */
export function listByOffset(list: BookingList): object {
  const { take, skip } = list.query
  const found = matching(list)
  const items = found.slice(skip, skip + take)
  const rest = Math.max(0, found.length - skip - items.length)
  return {
    status: 'success',
    data: items.map(booking => presentBooking(list.world, booking)),
    pagination: {
      ...{ totalItems: found.length, remainingItems: rest, returnedItems: items.length, itemsPerPage: take },
      ...{ currentPage: Math.floor(skip / take), totalPages: Math.ceil(found.length / take) },
      ...{ hasNextPage: rest > 0, hasPreviousPage: skip > 0 },
    },
  }
}

/** In pages by cursor (2026-05-01), which takes one status at most. */
export function listByCursor(list: BookingList): object {
  const { take, cursor, status } = list.query
  if (status?.includes(',')) throw new CalError(400, 'status must contain no more than 1 elements')
  const found = matching(list).sort((one, other) => one.id - other.id)
  const rest = found.filter(({ id }) => cursor === undefined || id > Number(cursor))
  const items = rest.slice(0, take)
  const hasMore = rest.length > items.length
  return {
    status: 'success',
    data: items.map(booking => presentBooking(list.world, booking)),
    pagination: { nextCursor: hasMore ? String(items.at(-1)?.id) : null, hasMore },
  }
}

function matching({ world, userId, query }: BookingList): Booking[] {
  const types = new Set([
    ...(query.eventTypeId === undefined ? [] : [query.eventTypeId]),
    ...(query.eventTypeIds ?? '').split(',').filter(Boolean).map(Number),
  ])
  const { attendeeEmail, attendeeName, bookingUid } = query
  return [...world.bookings.values()]
    .filter(booking => isTheirs(world, userId, booking))
    .filter(({ eventTypeId }) => types.size === 0 || types.has(eventTypeId))
    .filter(
      ({ uid, attendee }) =>
        (bookingUid === undefined || uid === bookingUid) &&
        (attendeeEmail === undefined || attendee.email === attendeeEmail) &&
        (attendeeName === undefined || attendee.name.toLowerCase() === attendeeName.toLowerCase()),
    )
    .filter(booking => inTime(booking, query))
    .filter(booking => hasStatus(booking, query.status, world.now()))
    .sort(order(query))
}

function inTime(booking: Booking, query: BookingQuery): boolean {
  const from = (value: number, least: number | undefined) => least === undefined || value >= least
  const until = (value: number, most: number | undefined) => most === undefined || value <= most
  return (
    from(booking.start, query.afterStart) &&
    until(booking.end, query.beforeEnd) &&
    from(booking.createdAt, query.afterCreatedAt) &&
    until(booking.createdAt, query.beforeCreatedAt) &&
    from(booking.updatedAt, query.afterUpdatedAt) &&
    until(booking.updatedAt, query.beforeUpdatedAt)
  )
}

function hasStatus(booking: Booking, wanted: string | undefined, now: number): boolean {
  if (wanted === undefined) return true
  const over = booking.end <= now
  const dead = booking.status === 'cancelled' || booking.status === 'rejected'
  const states = [
    ...(dead ? ['cancelled'] : []),
    ...(!dead && over ? ['past'] : []),
    ...(booking.status === 'accepted' && !over ? ['upcoming'] : []),
    ...(booking.status === 'pending' && !over ? ['unconfirmed'] : []),
  ]
  return wanted.split(',').some(one => states.includes(one))
}

function order({ sortStart, sortCreated, sortUpdatedAt }: BookingQuery) {
  const by = (value: (booking: Booking) => number, direction: 'asc' | 'desc') => {
    const sign = direction === 'asc' ? 1 : -1
    return (one: Booking, other: Booking) => sign * (value(one) - value(other)) || one.id - other.id
  }
  if (sortUpdatedAt) return by(booking => booking.updatedAt, sortUpdatedAt)
  if (sortCreated) return by(booking => booking.createdAt, sortCreated)
  return by(booking => booking.start, sortStart ?? 'desc')
}

/** One's own, and those of teams one is in. */
export function isTheirs(world: World, userId: number, { hosts, eventTypeId }: Booking): boolean {
  const { teamId } = world.eventType(eventTypeId)
  const team = world.account.teams.find(({ id }) => id === teamId)
  return hosts.includes(userId) || (team?.members.includes(userId) ?? false)
}
