/** Graph's times: wall time and the name of a zone, answered in UTC; whole days float, from midnight to midnight. */
import { seriesDates } from '../series-dates.ts'
import { GraphError } from './graph-error.ts'
import type { EventResource, Moment, NewEvent } from './wire.ts'

type Times = Pick<NewEvent, 'start' | 'end' | 'isAllDay'>
type Span = { readonly start: number; readonly end: number }
export type Occurrence = Pick<EventResource, 'start' | 'end'> & { readonly date: string }

/** Windows names, of which some are enough here. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'GMT Standard Time': 'Europe/London',
  'Eastern Standard Time': 'America/New_York',
  'Tokyo Standard Time': 'Asia/Tokyo',
}
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MOST = 2000

/** Whole days count from midnight in the zone of the mailbox. */
export function spanOf(event: Times, mailboxZone: string): Span {
  return { start: instantOf(event.start, event, mailboxZone), end: instantOf(event.end, event, mailboxZone) }
}

/** As it is answered: in UTC, except for whole days, which keep their dates. */
export function toUtc(moment: Moment, isAllDay: boolean | undefined): Moment {
  const wall = Temporal.PlainDateTime.from(moment.dateTime)
  const shown = isAllDay
    ? wall
    : wall.toZonedDateTime(zoneOf(moment.timeZone)).withTimeZone('UTC').toPlainDateTime()
  return { dateTime: shown.toString({ fractionalSecondDigits: 7 }), timeZone: 'UTC' }
}

/** Occurrences that begin before `until`, on the wall clock of the series' zone. */
export function occurrencesOf(series: EventResource, mailboxZone: string, until: number): Occurrence[] {
  const { recurrence, isAllDay } = series
  if (!recurrence) return []
  const { pattern, range } = recurrence
  const first = Temporal.PlainDateTime.from(series.start.dateTime)
  const length = first.until(Temporal.PlainDateTime.from(series.end.dateTime))
  const dates = seriesDates(Temporal.PlainDate.from(range.startDate), {
    every: pattern.type === 'daily' ? 'day' : 'week',
    interval: pattern.interval,
    days: (pattern.daysOfWeek ?? []).map(day => DAYS.indexOf(day) + 1),
  })
  const most = range.type === 'numbered' ? (range.numberOfOccurrences ?? 1) : MOST
  const made: Occurrence[] = []
  for (const date of dates) {
    const begin = date.toPlainDateTime(first.toPlainTime())
    const start = { dateTime: begin.toString(), timeZone: series.start.timeZone }
    const over = range.type === 'endDate' && date.toString() > (range.endDate ?? '')
    if (over || made.length >= most || instantOf(start, { isAllDay }, mailboxZone) >= until) break
    const end = { dateTime: begin.add(length).toString(), timeZone: series.end.timeZone }
    made.push({ start, end, date: date.toString() })
  }
  return made
}

function instantOf(moment: Moment, { isAllDay }: Pick<Times, 'isAllDay'>, mailboxZone: string): number {
  const zone = isAllDay ? mailboxZone : zoneOf(moment.timeZone)
  return Temporal.PlainDateTime.from(moment.dateTime).toZonedDateTime(zone).epochMilliseconds
}

function zoneOf(name: string): string {
  const zone = WINDOWS_ZONES[name] ?? name
  try {
    Temporal.Now.zonedDateTimeISO(zone)
    return zone
  } catch {
    throw new GraphError(
      400,
      'ErrorInvalidTimeZone',
      `A valid TimeZone value must be specified, not ${name}.`,
    )
  }
}
