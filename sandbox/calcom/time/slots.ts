import type { CalEventType } from '../account.ts'
import type { World } from '../world.ts'
import { freeOfEventType } from './free-time.ts'
import { MINUTE, type Range, without } from './ranges.ts'

export type SlotQuestion = {
  readonly eventType: CalEventType
  readonly within: Range
  readonly lengthMinutes: number
  readonly timeZone: string
  readonly movingUid?: string | undefined
}

/**
 * Offered starts: each free gap is rounded up to so many minutes past the hour as shown in the zone that was asked for,
 * then goes on in steps. Reservations hide time here, and nowhere else.
 */
export function slotsOf(world: World, question: SlotQuestion): Range[] {
  const { eventType, lengthMinutes } = question
  const { earliest, latest } = bookableFrom(world, eventType)
  const reserved = world
    .liveReservations()
    .filter(({ eventTypeId }) => sharesHost(world, eventTypeId, eventType))
  const step = (eventType.slotInterval ?? lengthMinutes) * MINUTE
  const length = lengthMinutes * MINUTE
  const starts = new Set<number>()
  for (const gap of freeOfEventType(world, question).flatMap(free => without(free, reserved))) {
    const begin = roundedUp(Math.max(gap.start, earliest), step / MINUTE, question.timeZone)
    for (let start = begin; start + length <= gap.end; start += step)
      if (start >= question.within.start && start < question.within.end && start <= latest) starts.add(start)
  }
  return [...starts].sort((one, other) => one - other).map(start => ({ start, end: start + length }))
}

/** The notice it needs, and how far ahead it can be booked. */
export function bookableFrom(
  world: World,
  { minimumBookingNotice, bookingWindowDays }: CalEventType,
): { earliest: number; latest: number } {
  return {
    earliest: world.now() + minimumBookingNotice * MINUTE,
    latest:
      bookingWindowDays === null
        ? Number.POSITIVE_INFINITY
        : world.now() + bookingWindowDays * 24 * 60 * MINUTE,
  }
}

function sharesHost(world: World, eventTypeId: number, eventType: CalEventType): boolean {
  if (eventTypeId === eventType.id) return true
  const other = world.eventType(eventTypeId)
  return other.ownerId !== null && other.ownerId === eventType.ownerId
}

function roundedUp(ms: number, stepMinutes: number, timeZone: string): number {
  const mark = [60, 30, 20, 15, 10, 5].find(minutes => stepMinutes % minutes === 0) ?? 1
  const offset =
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
  const local = ms + offset
  return Math.ceil(local / (mark * MINUTE)) * (mark * MINUTE) - offset
}
