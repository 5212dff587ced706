/** A time in which a zone's clocks do not change: local time is the instant plus the offset. */
export type OffsetPeriod = { readonly start: number; readonly end: number; readonly offsetMs: number }

/** The periods of a zone that cover a range, in order; the first and the last reach beyond it without end. */
export function offsetPeriods(zone: string, from: number, to: number): OffsetPeriod[] {
  const periods: OffsetPeriod[] = []
  let start = Number.NEGATIVE_INFINITY
  for (let at = Math.floor(from); start < Number.POSITIVE_INFINITY; ) {
    const { end: changes, offsetMs } = periodAt(zone, at)
    const end = changes < to ? changes : Number.POSITIVE_INFINITY
    periods.push({ start, end, offsetMs })
    start = end
    at = changes
  }
  return periods
}

/** Zones do not change while a process runs, and asking for a change of the clocks costs more than what is done with it. */
const known = new Map<string, OffsetPeriod[]>()
const MOST_ZONES = 600
/** Twice a year for longer than anybody asks about: what is forgotten in the middle of an answer is asked for again and again. */
const MOST_PERIODS = 1000

function periodAt(zone: string, at: number): OffsetPeriod {
  const ofZone = known.get(zone) ?? []
  const found = ofZone.find(({ start, end }) => start <= at && at < end)
  if (found) return found
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const period = {
    // A change at this very moment is the one before it.
    start:
      moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ??
      Number.NEGATIVE_INFINITY,
    end: moment.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: moment.offsetNanoseconds / 1e6,
  }
  if (known.size >= MOST_ZONES) known.clear()
  if (ofZone.length >= MOST_PERIODS) ofZone.length = 0
  ofZone.push(period)
  known.set(zone, ofZone)
  return period
}

/** The first instant from `from` on at which the zone's clocks show a multiple of so many minutes past the hour. */
export function nextOnTheClock(periods: readonly OffsetPeriod[], from: number, stepMs: number): number {
  for (const period of periods) {
    if (period.end <= from) continue
    const earliest = Math.max(from, period.start)
    const local = earliest + period.offsetMs
    const start = local + ((stepMs - (local % stepMs)) % stepMs) - period.offsetMs
    if (start < period.end) return start
  }
  return Number.POSITIVE_INFINITY
}

/** Writes instants between two as `toOffsetString` does, and asks the zone once instead of for each. */
export function offsetWriter(zone: string, from: number, to: number): (epochMs: number) => string {
  const periods = offsetPeriods(zone, from, to + 1).map(({ start, end, offsetMs }) => {
    const inside = Temporal.Instant.fromEpochMilliseconds(Math.max(start, Math.floor(from)))
    return { end, offsetMs, text: inside.toZonedDateTimeISO(zone).offset }
  })
  const dayText = dayWriter()
  return epochMs => {
    const period = periods.find(({ end }) => epochMs < end)
    if (!period) throw new Error('Periods reach without end.')
    const local = epochMs + period.offsetMs
    const seconds = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 1000)
    return `${dayText(local)}T${clockText(seconds)}${period.text}`
  }
}

const DAY_MS = 86_400_000
/** What clocks show at each full minute of a day. */
const fullMinutes: string[] = []

function clockText(secondOfDay: number): string {
  const minute = secondOfDay / 60
  if (!Number.isInteger(minute)) return writtenClock(secondOfDay)
  const text = fullMinutes[minute] ?? writtenClock(secondOfDay)
  fullMinutes[minute] = text
  return text
}

function writtenClock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, '0')
}

/** The date that clocks show; the one before is kept, because hundreds of times lie on a few days. */
function dayWriter(): (local: number) => string {
  let day = Number.NaN
  let text = ''
  return local => {
    const asked = Math.floor(local / DAY_MS)
    if (asked !== day) text = new Date(local).toISOString().split('T', 1)[0] ?? ''
    day = asked
    return text
  }
}
