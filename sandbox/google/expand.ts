/**
 * Occurrences of a series: `FREQ=DAILY|WEEKLY` with INTERVAL, COUNT, UNTIL and BYDAY, on the wall clock of its zone, and
 * EXDATE in UTC. Anything else is refused: a simulator that guesses would be believed.
 */
import { seriesDates } from '../series-dates.ts'
import { GoogleError } from './google-error.ts'
import type { EventResource } from './wire.ts'

type Span = { readonly start: number; readonly end: number }
type Times = Pick<EventResource, 'start' | 'end'>
export type Instance = Times & { readonly stamp: string }

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const MOST = 5000
const HAS_OFFSET = /(Z|[+-]\d\d:\d\d)$/

/** When an event is, whole days in the zone of its calendar. */
export function spanOf({ start, end }: Times, zone: string): Span {
  return { start: instantOf(start, zone), end: instantOf(end, zone) }
}

/** Instances that begin before `until`, in order. */
export function expand(event: EventResource, zone: string, until: number): Instance[] {
  const own = event.start.timeZone ?? zone
  const rule = readRule(event.recurrence ?? [])
  const first = wallOf(event.start, own)
  const length = first.until(wallOf(event.end, own))
  const made: Instance[] = []
  let counted = 0
  for (const date of seriesDates(first.toPlainDate(), rule)) {
    const begin = date.toPlainDateTime(first.toPlainTime())
    const start = begin.toZonedDateTime(own).toInstant()
    const over = rule.until !== null && start.epochMilliseconds > rule.until
    if (over || counted >= rule.count || start.epochMilliseconds >= until || made.length >= MOST) break
    counted += 1
    if (rule.exdates.has(start.epochMilliseconds)) continue
    const whole = event.start.date !== undefined && event.start.date !== null
    const times = {
      start: timeOf(begin, own, whole),
      end: timeOf(begin.add(length), own, whole),
    }
    made.push({ ...times, stamp: stampOf(start, begin, whole) })
  }
  return made
}

function readRule(lines: readonly string[]) {
  const parts = new Map(
    (lines.find(line => line.startsWith('RRULE:'))?.slice(6) ?? '').split(';').map(part => {
      const [name = '', value = ''] = part.split('=')
      return [name, value] as const
    }),
  )
  const frequency = parts.get('FREQ')
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST']
  if (
    (frequency !== 'DAILY' && frequency !== 'WEEKLY') ||
    [...parts.keys()].some(name => !known.includes(name))
  )
    throw new GoogleError(400, 'invalid', 'This simulator does not know that recurrence.')
  const until = parts.get('UNTIL')
  const byDay = parts.get('BYDAY')
  return {
    every: frequency === 'DAILY' ? ('day' as const) : ('week' as const),
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY),
    until: until === undefined ? null : readStamp(until),
    days: byDay === undefined ? [] : byDay.split(',').map(day => DAYS.indexOf(day) + 1),
    exdates: new Set(
      lines
        .filter(line => line.startsWith('EXDATE:'))
        .flatMap(line => line.slice(7).split(',').map(readStamp)),
    ),
  }
}

function readStamp(text: string): number {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(text)
  if (!found) throw new GoogleError(400, 'invalid', `${text} is no date.`)
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found
  return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).epochMilliseconds
}

function stampOf(start: Temporal.Instant, begin: Temporal.PlainDateTime, whole: boolean): string {
  const text = whole ? begin.toPlainDate().toString() : start.toString({ smallestUnit: 'second' })
  return text.replaceAll(/[-:]/g, '')
}

function wallOf(time: EventResource['start'], zone: string): Temporal.PlainDateTime {
  if (time.date) return Temporal.PlainDate.from(time.date).toPlainDateTime()
  const text = time.dateTime ?? ''
  return HAS_OFFSET.test(text)
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(text)
}

function timeOf(wall: Temporal.PlainDateTime, zone: string, whole: boolean): EventResource['start'] {
  if (whole) return { date: wall.toPlainDate().toString() }
  const dateTime = wall.toZonedDateTime(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return { dateTime, timeZone: zone }
}

function instantOf(time: EventResource['start'], zone: string): number {
  const text = time.dateTime ?? ''
  if (HAS_OFFSET.test(text)) return Temporal.Instant.from(text).epochMilliseconds
  const own = time.date ? zone : (time.timeZone ?? zone)
  return wallOf(time, own).toZonedDateTime(own).epochMilliseconds
}
