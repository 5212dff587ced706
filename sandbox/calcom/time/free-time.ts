/** When hosts are free for an event type: their schedule, without what else they do. */
import type { CalEventType, CalSchedule } from '../account.ts'
import { type Booking, hostsOf, type World } from '../world.ts'
import { common, MINUTE, merged, type Range, without } from './ranges.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

type Question = {
  readonly eventType: CalEventType
  readonly within: Range
  /** A booking that does not count, because it is the one to be moved. */
  readonly movingUid?: string | undefined
}

/** What the event type needs before and after, besides its own time. */
export function freeOfHost(world: World, userId: number, question: Question): Range[] {
  const { eventType, within } = question
  const schedule = scheduleOf(world, userId, eventType)
  if (schedule === undefined) return []
  return without(workingRanges(schedule, within), busyOf(world, userId, question))
}

/** One list for each host who could take it alone; of collective events one, for all of them together. */
export function freeOfEventType(world: World, question: Question): Range[][] {
  const free = hostsOf(question.eventType).map(userId => freeOfHost(world, userId, question))
  return question.eventType.schedulingType === 'collective' ? [common(free)] : free
}

function scheduleOf(world: World, userId: number, { scheduleId }: CalEventType): CalSchedule | undefined {
  const { schedules } = world.account
  const own = schedules.filter(({ ownerId }) => ownerId === userId)
  return own.find(({ id }) => id === scheduleId) ?? own.find(({ isDefault }) => isDefault)
}

function workingRanges({ availability, overrides, timeZone }: CalSchedule, within: Range): Range[] {
  const first = dateAt(within.start, timeZone)
  const last = dateAt(within.end, timeZone)
  const ranges: Range[] = []
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const day = DAYS[date.dayOfWeek - 1]
    const replaced = overrides.filter(override => override.date === date.toString())
    const windows =
      replaced.length > 0 ? replaced : availability.filter(({ days }) => days.some(one => one === day))
    for (const { startTime, endTime } of windows)
      ranges.push({ start: at(date, startTime, timeZone), end: endAt(date, endTime, timeZone) })
  }
  return merged(ranges)
}

function busyOf(world: World, userId: number, { eventType, movingUid }: Question): Range[] {
  const before = eventType.beforeEventBuffer * MINUTE
  const after = eventType.afterEventBuffer * MINUTE
  const calendars = world.account.busy
    .filter(busy => busy.userId === userId)
    .map(({ start, end }) => ({ start: Date.parse(start) - after, end: Date.parse(end) + before }))
  const bookings = [...world.bookings.values()]
    .filter(booking => booking.uid !== movingUid && booking.hosts.includes(userId) && blocks(world, booking))
    .map(booking => {
      const own = world.eventType(booking.eventTypeId)
      return {
        start: booking.start - own.beforeEventBuffer * MINUTE - after,
        end: booking.end + own.afterEventBuffer * MINUTE + before,
      }
    })
  return [...calendars, ...bookings]
}

/** What waits for confirmation blocks only where the event type says so. */
function blocks(world: World, { status, eventTypeId }: Booking): boolean {
  if (status === 'pending') return world.eventType(eventTypeId).blockUnconfirmedBookingsInBooker
  return status === 'accepted'
}

function dateAt(ms: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate()
}

function at(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
}

/** 23:59 counts as midnight. */
function endAt(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return time === '23:59' ? at(date.add({ days: 1 }), '00:00', timeZone) : at(date, time, timeZone)
}
