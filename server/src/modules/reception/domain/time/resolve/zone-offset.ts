import { CivilDate, dateOfEpochDay, epochDayOf } from '../civil-date.ts'

const DAY_MS = 86_400_000
const MINUTE_NS = 60_000_000_000
/** Callers speak of some hundred days; whoever fills a table begins anew. */
const MOST_DAYS = 4000
const MOST_ZONES = 100

interface ZoneOffset {
  readonly ms: number
  /** "+01:00". */
  readonly text: string
}

const zones = new Map<string, Map<number, ZoneOffset | null>>()

/**
 * The offset of a zone on a day counted from 1970 and on the days beside it, so that it may be a day of UTC or of the
 * zone's own clocks. Null where the clocks change near it or the offset is no whole minute: then the calendar is asked.
 */
export function steadyOffset(zone: string, day: number): ZoneOffset | null {
  const days = daysOf(zone)
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= MOST_DAYS) days.clear()
  const offset = readOffset(zone, day)
  days.set(day, offset)
  return offset
}

function daysOf(zone: string): Map<number, ZoneOffset | null> {
  const known = zones.get(zone)
  if (known !== undefined) return known
  if (zones.size >= MOST_ZONES) zones.clear()
  const days = new Map<number, ZoneOffset | null>()
  zones.set(zone, days)
  return days
}

function readOffset(zone: string, day: number): ZoneOffset | null {
  const before = Temporal.Instant.fromEpochMilliseconds((day - 1) * DAY_MS).toZonedDateTimeISO(zone)
  const change = before.getTimeZoneTransition('next')
  if (change !== null && change.epochMilliseconds < (day + 2) * DAY_MS) return null
  if (before.offsetNanoseconds % MINUTE_NS !== 0) return null
  return { ms: before.offsetNanoseconds / 1_000_000, text: before.offset }
}

/** Null for years that are not written with four digits. */
export function epochDay(date: CivilDate): number | null {
  return date.year < 1000 || date.year > 9999 ? null : epochDayOf(date)
}

/** The date on the clocks of a zone. */
export function localDate(now: Temporal.Instant, zone: string): CivilDate {
  const ms = now.epochMilliseconds
  const offset = steadyOffset(zone, Math.floor(ms / DAY_MS))
  if (offset === null) return dateOn(now.toZonedDateTimeISO(zone))
  return dateOfEpochDay(Math.floor((ms + offset.ms) / DAY_MS))
}

/** The date on the clocks of a moment's own zone. */
export function dateOn({ year, month, day }: Temporal.ZonedDateTime): CivilDate {
  return new CivilDate(year, month, day)
}
