import { expandRecurrence } from '../../../../platform/time/recurrence.ts'
import { type IcalComponent, type IcalProperty, propertiesOf, propertyOf, textOf } from './content-lines.ts'
import { instantOf, readDuration, readWallTime, type WallTime, type ZoneOf } from './wall-time.ts'

export type Window = { readonly start: Temporal.Instant; readonly end: Temporal.Instant }

export type Occurrence = {
  /** The wall time at which it would begin, or `once`: stays when the occurrence itself is moved. */
  readonly key: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** What an event says about its times, read once. */
export type Timing = {
  readonly start: WallTime
  readonly length: Length
  readonly rules: readonly string[]
  readonly extra: readonly WallTime[]
  readonly excluded: readonly WallTime[]
}

/** From start to end: days count by the calendar, hours by the clock's own ticking. */
type Length = { readonly days: number; readonly exactMs: number }

export type Unreadable = { readonly unreadable: string }

/** Where times stand that name no zone, and how zones are found. */
export type Reader = { readonly zoneOf: ZoneOf; readonly here: string }

/** More of one event within a window is no appointment book. */
const MOST_OCCURRENCES = 20_000
const DAY_MS = 86_400_000

export function readTiming(event: IcalComponent, reader: Reader): Timing | Unreadable {
  const start = readTime(propertyOf(event, 'DTSTART'), reader)
  if (start === null) return { unreadable: 'DTSTART' }
  const length = readLength(event, start, reader)
  if (length === null) return { unreadable: 'DTEND' }
  const extra = readTimes(event, 'RDATE', reader)
  const excluded = readTimes(event, 'EXDATE', reader)
  if (extra === null || excluded === null) return { unreadable: extra === null ? 'RDATE' : 'EXDATE' }
  const rules = propertiesOf(event, 'RRULE').map(({ value }) => value.trim())
  return { start, length, rules, extra, excluded }
}

/** The occurrences that lie in the window at least in part, each with the start that the rule gave it. */
export function occurrencesIn(timing: Timing, window: Window): readonly Occurrence[] | Unreadable {
  const { start, length } = timing
  const isSeries = timing.rules.length > 0 || timing.extra.length > 0
  const starts = isSeries ? startsOfSeries(timing, window) : [instantOf(start)]
  if ('unreadable' in starts) return starts
  const found = starts
    .map(startsAt => ({
      key: isSeries ? keyOf(startsAt) : 'once',
      startsAt,
      endsAt: endOf(startsAt, length, start.zone),
    }))
    .filter(occurrence => touches(occurrence, window))
  return found.length > MOST_OCCURRENCES ? { unreadable: `more than ${MOST_OCCURRENCES} occurrences` } : found
}

/** What names an occurrence of a series: when it should begin. */
export function keyOf(startsAt: Temporal.Instant): string {
  return startsAt.toString({ smallestUnit: 'second' })
}

export function touches(
  { startsAt, endsAt }: Pick<Occurrence, 'startsAt' | 'endsAt'>,
  window: Window,
): boolean {
  return (
    Temporal.Instant.compare(startsAt, window.end) < 0 && Temporal.Instant.compare(endsAt, window.start) > 0
  )
}

export function readTime(property: IcalProperty | null, reader: Reader): WallTime | null {
  return property === null ? null : readWallTime(property.value, property, reader)
}

/** The last exact moment of an occurrence; never before its start. */
export function endOf(startsAt: Temporal.Instant, { days, exactMs }: Length, zone: string): Temporal.Instant {
  const afterDays = days === 0 ? startsAt : startsAt.toZonedDateTimeISO(zone).add({ days }).toInstant()
  return afterDays.add({ milliseconds: exactMs })
}

function startsOfSeries(timing: Timing, window: Window): Temporal.Instant[] | Unreadable {
  const { start, excluded, extra } = timing
  const gone = new Set(excluded.filter(({ isDay }) => !isDay).map(time => keyOf(instantOf(time))))
  // A day that is taken out takes out whatever begins on it, whether the series has times or not.
  const goneDays = new Set(
    excluded.filter(({ isDay }) => isDay).map(({ wall }) => wall.toPlainDate().toString()),
  )
  const found = new Map<string, Temporal.Instant>()
  const take = (startsAt: Temporal.Instant): void => {
    const day = startsAt.toZonedDateTimeISO(start.zone).toPlainDate().toString()
    if (!goneDays.has(day) && !gone.has(keyOf(startsAt))) found.set(keyOf(startsAt), startsAt)
  }
  for (const rrule of timing.rules) {
    const starts = startsOfRule(rrule, timing, window)
    if ('unreadable' in starts) return starts
    starts.forEach(take)
  }
  if (timing.rules.length === 0) take(instantOf(start))
  extra.forEach(time => {
    take(instantOf(time))
  })
  return [...found.values()]
}

function startsOfRule(rrule: string, timing: Timing, window: Window): Temporal.Instant[] | Unreadable {
  const { start, length } = timing
  const reach = window.start.subtract({ milliseconds: length.days * DAY_MS + length.exactMs + 2 * DAY_MS })
  const dtstart = takenUpAt(rrule, start, reach)
  // A day more: where clocks are put forward, starts may change places.
  const before = window.end.add({ milliseconds: DAY_MS })
  const starts = expandRecurrence({ dtstart, zone: start.zone, rrule, before, limit: MOST_OCCURRENCES + 1 })
  if ('problem' in starts) return { unreadable: `RRULE (${starts.problem})` }
  if (starts.length > MOST_OCCURRENCES) return { unreadable: `more than ${MOST_OCCURRENCES} occurrences` }
  return dtstart.equals(start.wall) ? starts : starts.filter(at => Temporal.Instant.compare(at, reach) > 0)
}

/**
 * A rule that counts nothing repeats itself: one which began years ago is taken up shortly before the window, whole
 * intervals later. What is taken up there as the first start lies before `reach`.
 */
function takenUpAt(rrule: string, start: WallTime, reach: Temporal.Instant): Temporal.PlainDateTime {
  const step = stepOf(rrule, start.wall)
  if (step === null) return start.wall
  const goal = reach.toZonedDateTimeISO(start.zone).toPlainDateTime()
  const passed =
    step.years > 0
      ? start.wall.until(goal, { largestUnit: 'years' }).years / step.years
      : start.wall.until(goal, { largestUnit: 'days' }).days / step.days
  const steps = Math.floor(passed) - 1
  return steps > 0 ? start.wall.add({ years: steps * step.years, days: steps * step.days }) : start.wall
}

/** After how long a rule begins anew: an hour's interval fits into as many days, a month's into as many years. */
function stepOf(rrule: string, first: Temporal.PlainDateTime): { years: number; days: number } | null {
  const part = (name: string): string | undefined =>
    new RegExp(`(?:^|;)${name}=([^;]*)`, 'i').exec(rrule)?.[1]?.toUpperCase()
  const interval = Number(part('INTERVAL') ?? 1)
  if (part('COUNT') !== undefined || !(interval >= 1 && interval <= 10_000)) return null
  const frequency = part('FREQ')
  if (frequency === 'WEEKLY') return { years: 0, days: 7 * interval }
  if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') return { years: 0, days: interval }
  // Days that some months lack, and weekdays that follow from the first start, are not the same in each year.
  return first.day <= 28 && part('BYWEEKNO') === undefined ? { years: interval, days: 0 } : null
}

function readLength(event: IcalComponent, start: WallTime, reader: Reader): Length | null {
  const written = propertyOf(event, 'DTEND')
  if (written !== null) {
    const end = readTime(written, reader)
    return end === null ? null : between(start, end)
  }
  const duration = textOf(event, 'DURATION')
  if (duration !== null) {
    const read = readDuration(duration)
    return read === null ? null : { days: read.days, exactMs: read.with({ days: 0 }).total('milliseconds') }
  }
  return { days: start.isDay ? 1 : 0, exactMs: 0 }
}

/** Days by the calendar where both are days; an end before the start is none. */
function between(start: WallTime, end: WallTime): Length {
  if (start.isDay && end.isDay) return { days: Math.max(0, start.wall.until(end.wall).days), exactMs: 0 }
  const exactMs = instantOf(end).epochMilliseconds - instantOf(start).epochMilliseconds
  return { days: 0, exactMs: Math.max(0, exactMs) }
}

/** All values of a property that may come several times, with several values each; null if one is no time. */
function readTimes(event: IcalComponent, name: string, reader: Reader): WallTime[] | null {
  const times: WallTime[] = []
  for (const property of propertiesOf(event, name))
    for (const value of property.value.split(',').filter(part => part.trim() !== '')) {
      // Of a period the start counts; its own length is as good as never written.
      const time = readWallTime(value.split('/')[0] ?? '', property, reader)
      if (time === null) return null
      times.push(time)
    }
  return times
}
