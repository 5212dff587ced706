/** Everything the simulator knows: the account, and what became of it through requests. Nothing outlives the process. */
import { randomBytes } from 'node:crypto'
import { Account, type AccountInput, type CalEventType, type CalUser, EventType } from './account.ts'
import { CalError } from './cal-error.ts'

export type BookingStatus = 'accepted' | 'pending' | 'cancelled' | 'rejected'

export type Attendee = {
  readonly name: string
  readonly email: string
  readonly timeZone: string
  readonly language: string
  readonly phoneNumber: string | null
}

export type Booking = {
  readonly id: number
  readonly uid: string
  readonly eventTypeId: number
  readonly title: string
  readonly start: number
  readonly end: number
  readonly hosts: readonly number[]
  readonly attendee: Attendee
  readonly metadata: Readonly<Record<string, string>>
  readonly responses: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly status: BookingStatus
  readonly updatedAt: number
  readonly cancellationReason?: string
  readonly reschedulingReason?: string
  readonly rescheduledFromUid?: string
  readonly rescheduledToUid?: string
}

export type Reservation = {
  readonly uid: string
  readonly eventTypeId: number
  readonly start: number
  readonly end: number
  readonly durationMinutes: number
  readonly until: number
}

export type Webhook = {
  readonly id: number
  readonly userId: number
  readonly subscriberUrl: string
  readonly triggers: readonly string[]
  readonly active: boolean
  readonly secret: string | null
  readonly payloadTemplate: string | null
}

export type World = ReturnType<typeof createWorld>

export function createWorld(now: () => number, account: AccountInput) {
  const world = {
    now,
    account: Account.parse(account),
    bookings: new Map<string, Booking>(),
    reservations: new Map<string, Reservation>(),
    webhooks: new Map<number, Webhook>(),
  }
  let lastId = 1000

  return Object.assign(world, {
    nextId: (): number => {
      lastId += 1
      return lastId
    },
    /** In the form of Cal.com's short ids. */
    newUid: (): string => randomBytes(24).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, 22),
    replaceAccount: (given: AccountInput): void => {
      world.account = Account.parse(given)
      world.bookings.clear()
      world.reservations.clear()
      world.webhooks.clear()
    },
    changeEventType: (id: number, change: Readonly<Record<string, unknown>>): void => {
      const eventTypes = world.account.eventTypes.map(one =>
        one.id === id ? EventType.parse({ ...one, ...change }) : one,
      )
      world.account = { ...world.account, eventTypes }
    },
    user: (id: number): CalUser => {
      const found = world.account.users.find(user => user.id === id)
      if (!found) throw new CalError(404, `User with id ${id} not found`)
      return found
    },
    eventType: (id: number): CalEventType => {
      const found = world.account.eventTypes.find(one => one.id === id)
      if (!found) throw new CalError(404, `Event type with id ${id} not found`)
      return found
    },
    booking: (uid: string): Booking => {
      const found = world.bookings.get(uid)
      if (!found) throw new CalError(404, `Booking with uid=${uid} was not found in the database`)
      return found
    },
    save: (booking: Booking): Booking => {
      world.bookings.set(booking.uid, booking)
      return booking
    },
    /** Those whose time has come are gone. */
    liveReservations: (): Reservation[] => {
      for (const [uid, { until }] of world.reservations) if (until <= now()) world.reservations.delete(uid)
      return [...world.reservations.values()]
    },
  })
}

/** Who may be asked to take an event: the hosts of a team's, the owner of a user's. */
export function hostsOf(eventType: CalEventType): number[] {
  if (eventType.teamId !== null) return eventType.hosts.map(({ userId }) => userId)
  return eventType.ownerId === null ? [] : [eventType.ownerId]
}
