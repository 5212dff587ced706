import { addDays, type CivilDate, twoDigits } from '../civil-date.ts'
import { epochDay, steadyOffset } from './zone-offset.ts'

/** A wall time placed on the time line. */
export interface Moment {
  readonly epochMilliseconds: number
  /** "2026-11-24T14:30:00+01:00". */
  readonly text: string
}

const DAY = 1440
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The instant of a wall time; beyond 24 hours the next day, a gap moves forward, a fold takes the earlier. */
export function instantOf(date: CivilDate, minutes: number, zone: string): Moment {
  const days = Math.floor(minutes / DAY)
  const onDay = days === 0 ? date : addDays(date, days)
  const rest = minutes - days * DAY
  const day = epochDay(onDay)
  const offset = day === null ? null : steadyOffset(zone, day)
  if (day === null || offset === null) return askCalendar(onDay, { rest, minutes }, zone)
  return {
    epochMilliseconds: day * DAY_MS + rest * MINUTE_MS - offset.ms,
    text: `${onDay.toString()}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}:00${offset.text}`,
  }
}

export function momentOf(moment: Temporal.ZonedDateTime): Moment {
  return { epochMilliseconds: moment.epochMilliseconds, text: isoInstant(moment) }
}

export function isoInstant(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** Only a plain midnight is the beginning of its day where that begins later. */
function askCalendar(
  date: CivilDate,
  { rest, minutes }: { readonly rest: number; readonly minutes: number },
  zone: string,
): Moment {
  const plainDate = new Temporal.PlainDate(date.year, date.month, date.day)
  if (minutes === 0) return momentOf(plainDate.toZonedDateTime(zone))
  const plainTime = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60)
  return momentOf(plainDate.toZonedDateTime({ timeZone: zone, plainTime }))
}
