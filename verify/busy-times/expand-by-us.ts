import { readCalendars } from '../../server/src/modules/calendars/domain/ical/content-lines.ts'
import { readEvents } from '../../server/src/modules/calendars/domain/ical/read-events.ts'
import { zonesOfFile } from '../../server/src/modules/calendars/domain/ical/zones-of-file.ts'
import { HERE, WINDOW } from './any-event.ts'

/** Each occurrence as `uid start end`. */
export function expandByUs(text: string): string[] {
  const calendars = readCalendars(text)
  if ('problem' in calendars) throw new Error(calendars.problem)
  const zoneOf = zonesOfFile(calendars, { near: HERE, year: 2026 })
  return [...readEvents(calendars, { window: WINDOW, zoneOf, here: HERE, self: null })].flatMap(event => {
    if ('unreadable' in event) throw new Error(`${event.uid} ${event.unreadable}`)
    return event.occurrences.map(({ startsAt, endsAt }) => `${event.uid} ${startsAt} ${endsAt}`)
  })
}
