import ICAL from 'ical.js'
import { HERE, WINDOW } from './any-event.ts'

/** What Thunderbird's library makes of the same lines; lengths in exact time, days by the calendar. */
export function expandByReference(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').flatMap(component => {
    const event = new ICAL.Event(component)
    const iterator = event.iterator()
    const seconds = event.duration.toSeconds()
    const found: string[] = []
    for (let next = iterator.next(); next; next = iterator.next()) {
      const startsAt = instantOf(next)
      if (Temporal.Instant.compare(startsAt, WINDOW.end) >= 0) break
      const endsAt = next.isDate
        ? startsAt
            .toZonedDateTimeISO(HERE)
            .add({ days: seconds / 86_400 })
            .toInstant()
        : startsAt.add({ seconds })
      if (Temporal.Instant.compare(endsAt, WINDOW.start) > 0) found.push(`${event.uid} ${startsAt} ${endsAt}`)
      if (!event.isRecurring()) break
    }
    return found
  })
}

function instantOf(time: ICAL.Time): Temporal.Instant {
  const floats = time.isDate || time.zone.tzid === 'floating'
  if (!floats) return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
  const { year, month, day, hour, minute } = time
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute }).toZonedDateTime(HERE).toInstant()
}
