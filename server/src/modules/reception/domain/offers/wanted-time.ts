import type { EpochRange } from '../../../../platform/time/zoned.ts'
import { localDateOf, localDayRange, startOfLocalDay, wallTimeAt } from '../../../../platform/time/zoned.ts'
import { limitedDay } from '../time/limited-day.ts'
import type { FromWhen, UntilWhen, When } from '../time/time-result.ts'

/** Where to look for free starts: ranges of instants, and a filter on the local time of day. */
export type WantedTime = {
  /** Sorted; starts must lie inside one of them. */
  readonly ranges: readonly EpochRange[]
  /** The very start the caller named, if they named one. */
  readonly exact: number | null
  /** Minutes of the local day, half-open; null: any. */
  readonly clock: { readonly fromMinute: number; readonly untilMinute: number } | null
  /** Local days (`YYYY-MM-DD`) that do not count. */
  readonly exceptDays: ReadonlySet<string>
}

const DAY_MINUTES = 1440
const OPEN_END_DAYS = 14
const SET_WEEKS_DAYS = 28

/** What a resolved phrase asks for. `now` and `zone` bound what is open-ended ("ab Montag", "nicht vor zehn"). */
export function wantedTime(when: When, place: { now: number; zone: string }): WantedTime {
  const any = { clock: null, exceptDays: new Set<string>() }
  const { now, zone } = place
  switch (when.type) {
    case 'day':
      return { ...any, exact: null, ranges: [localDayRange(Temporal.PlainDate.from(when.date), zone)] }
    case 'time': {
      const start = epoch(when.start)
      return { ...any, exact: start, ranges: [{ start, end: start + 1 }] }
    }
    case 'range':
      return { ...any, exact: null, ranges: [{ start: epoch(when.start), end: epoch(when.end) }] }
    case 'from':
    case 'until':
      return { ...any, exact: null, ranges: [openRange(when, place)] }
    case 'clock': {
      const clock = { fromMinute: minuteOf(when.from) ?? 0, untilMinute: minuteOf(when.until) ?? DAY_MINUTES }
      return {
        exact: null,
        clock,
        exceptDays: new Set(),
        ranges: [{ start: now, end: daysLater(now, OPEN_END_DAYS, zone) }],
      }
    }
    case 'set': {
      const parts = when.any.map(part => wantedTime(part, place))
      const ranges =
        when.any.length === 0
          ? [{ start: now, end: daysLater(now, SET_WEEKS_DAYS, zone) }]
          : parts.flatMap(part => part.ranges)
      return {
        exact: null,
        clock: parts.find(part => part.clock)?.clock ?? null,
        exceptDays: new Set(when.except.flatMap(part => (part.type === 'day' ? [part.date] : []))),
        ranges: ranges.toSorted((one, other) => one.start - other.start),
      }
    }
    default:
      return when satisfies never
  }
}

/** "morgen bis zwölf" and "morgen ab 15 Uhr" stay inside the day they name; "ab Montag" and "bis Freitag" do not. */
function openRange(when: FromWhen | UntilWhen, { now, zone }: { now: number; zone: string }): EpochRange {
  const day = limitedDay(when, { now: Temporal.Instant.fromEpochMilliseconds(now), zone })
  const around = day === null ? null : localDayRange(day, zone)
  if (when.type === 'until') return { start: around?.start ?? now, end: epoch(when.end) }
  const start = epoch(when.start)
  return { start, end: around?.end ?? daysLater(start, OPEN_END_DAYS, zone) }
}

/** The earliest times of the coming week, for a caller who named none. */
export function anyTime({ now, zone }: { now: number; zone: string }): WantedTime {
  return {
    exact: null,
    clock: null,
    exceptDays: new Set(),
    ranges: [{ start: now, end: daysLater(now, 8, zone) }],
  }
}

/** True when a start is what the caller asked for. */
export function isWanted(start: number, wanted: WantedTime, zone: string): boolean {
  if (!wanted.ranges.some(range => range.start <= start && start < range.end)) return false
  if (wanted.clock === null && wanted.exceptDays.size === 0) return true
  const local = wallTimeAt(start, zone)
  if (wanted.exceptDays.has(local.toPlainDate().toString())) return false
  const minute = local.hour * 60 + local.minute
  return wanted.clock === null || (wanted.clock.fromMinute <= minute && minute < wanted.clock.untilMinute)
}

/** First and last instant of all ranges. */
export function hullOf(wanted: WantedTime): EpochRange {
  return {
    start: Math.min(...wanted.ranges.map(range => range.start)),
    end: Math.max(...wanted.ranges.map(range => range.end)),
  }
}

/** The whole local days that the wish touches. */
export function daysOf(wanted: WantedTime, zone: string): EpochRange {
  const hull = hullOf(wanted)
  return {
    start: startOfLocalDay(localDateOf(hull.start, zone), zone),
    end: startOfLocalDay(localDateOf(hull.end - 1, zone).add({ days: 1 }), zone),
  }
}

function daysLater(instant: number, days: number, zone: string): number {
  return startOfLocalDay(localDateOf(instant, zone).add({ days }), zone)
}

function epoch(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds
}

function minuteOf(clock: string | undefined): number | null {
  if (clock === undefined) return null
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
