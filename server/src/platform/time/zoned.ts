/** Half-open range of instants in epoch milliseconds: `start` belongs to it, `end` does not. */
export type EpochRange = { readonly start: number; readonly end: number }

/** First and last+1 instant of a local day. A day is 23 or 25 hours long when clocks change. */
export function localDayRange(date: Temporal.PlainDate, zone: string): EpochRange {
  return { start: startOfLocalDay(date, zone), end: startOfLocalDay(date.add({ days: 1 }), zone) }
}

export function startOfLocalDay(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone }).epochMilliseconds
}

/** The instant of a wall time of a day, forward over a gap; minutes from midnight, 1440 is the end of the day. */
export function instantOn(date: Temporal.PlainDate, minute: number, zone: string): number {
  if (minute === 1440) return startOfLocalDay(date.add({ days: 1 }), zone)
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

/** The instant at which the clocks of a zone show this: forward over a gap, the earlier of two. */
export function instantOfWallTime(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return wall.toZonedDateTime(zone).toInstant()
}

/** What the clocks and calendars of a zone show at an instant. */
export function wallTimeAt(instant: Temporal.Instant | number, zone: string): Temporal.ZonedDateTime {
  const exact = typeof instant === 'number' ? Temporal.Instant.fromEpochMilliseconds(instant) : instant
  return exact.toZonedDateTimeISO(zone)
}

/** The first instant of the local calendar month. */
export function startOfLocalMonth(instant: Temporal.Instant, zone: string): Temporal.Instant {
  return wallTimeAt(instant, zone).with({ day: 1 }).startOfDay().toInstant()
}

/** The local date at an instant. */
export function localDateOf(epochMs: number, zone: string): Temporal.PlainDate {
  return wallTimeAt(epochMs, zone).toPlainDate()
}

/** RFC 3339 with the zone's offset at that instant, as the API shows times: `2026-11-24T09:00:00+01:00`. */
export function toOffsetString(instant: Temporal.Instant | number, zone: string): string {
  return wallTimeAt(instant, zone).toString({
    timeZoneName: 'never',
    smallestUnit: 'second',
    calendarName: 'never',
  })
}

/** The same with milliseconds, for what happened rather than what is planned. */
export function toMillisecondString(instant: Temporal.Instant, zone: string): string {
  return instant
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'millisecond', calendarName: 'never' })
}

/** True for a zone name that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
