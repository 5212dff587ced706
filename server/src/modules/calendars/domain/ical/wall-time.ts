import type { IcalProperty } from './content-lines.ts'

/** A time as a calendar file says it: what clocks show, and where; a day alone (`isDay`) begins at its midnight. */
export type WallTime = {
  readonly wall: Temporal.PlainDateTime
  readonly zone: string
  readonly isDay: boolean
}

/** Finds the zone for a `TZID`; null: nobody knows it. */
export type ZoneOf = (tzid: string) => string | null

const TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/

/**
 * One value of `DTSTART`, `EXDATE` and the like. Days and floating times are in `here`. Null for what is no time, or
 * in a zone that nobody knows.
 */
export function readWallTime(
  value: string,
  property: IcalProperty,
  { zoneOf, here }: { zoneOf: ZoneOf; here: string },
): WallTime | null {
  const match = TIME.exec(value.trim())
  if (match === null) return null
  const [, year, month, day, hour, minute, second, utc] = match
  const wall = plainDateTime([year, month, day, hour, minute, second])
  if (wall === null) return null
  if (hour === undefined) return { wall, zone: here, isDay: true }
  if (utc !== undefined) return { wall, zone: 'UTC', isDay: false }
  const tzid = property.params.get('TZID')
  const zone = tzid === undefined ? here : zoneOf(tzid)
  return zone === null ? null : { wall, zone, isDay: false }
}

export function instantOf({ wall, zone }: WallTime): Temporal.Instant {
  return wall.toZonedDateTime(zone).toInstant()
}

const DURATION = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/

/** A length such as `PT1H30M` or `P1D`; null for what is none, or goes backwards. */
export function readDuration(text: string): Temporal.Duration | null {
  const match = DURATION.exec(text.trim())
  if (match === null || match[1] === '-' || !/\d/.test(text)) return null
  const [, , weeks, days, hours, minutes, seconds] = match.map(part => Number(part ?? 0))
  return Temporal.Duration.from({
    days: (weeks ?? 0) * 7 + (days ?? 0),
    hours: hours ?? 0,
    minutes: minutes ?? 0,
    seconds: seconds ?? 0,
  })
}

function plainDateTime(parts: ReadonlyArray<string | undefined>): Temporal.PlainDateTime | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(part =>
    Number(part ?? 0),
  )
  try {
    // A leap second is the last one of its minute.
    return Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second: Math.min(second, 59) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
