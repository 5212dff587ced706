import { at, type Intervals, lastUntil, unite } from './intervals.ts'
import { type OffsetPeriod, offsetPeriods } from './offset-periods.ts'

/** A window of wall time in minutes of its day; past 1440 it runs into the next one. */
export type WallWindow = { readonly fromMinute: number; readonly toMinute: number }

/** ISO 8601: 1 is Monday. */
export type WeekWindow = WallWindow & { readonly weekday: number }

/** Windows that count instead of the usual ones from one local date to another, both included, in days since 1970. */
export type Period = {
  readonly firstDay: number
  readonly lastDay: number
  readonly windows: readonly WeekWindow[]
}

export type Week = {
  readonly zone: string
  readonly windows: readonly WeekWindow[]
  /** Of several that have a date the first one counts, on windows that begin on it. */
  readonly periods?: readonly Period[]
  /** What counts instead on a local date, by days since 1970-01-01. Without windows it is closed. */
  readonly overrides: ReadonlyMap<number, readonly WallWindow[]>
}

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE
/**
 * Longer than any stretch that weekly windows alone can make, unless they leave no gap at all. Two weeks and more:
 * the only gap of a week may be the hour that clocks skip.
 */
const LONGEST_STRETCH = 16 * DAY

/**
 * When somebody works, as stretches that touch the range. Windows that touch are one stretch, also across
 * midnight. A stretch has its true start, however long ago; one that never began starts at minus infinity.
 * Ends behind the range may be cut.
 *
 * Working time is membership: an instant counts if its local time is inside a window. So an hour that clocks
 * show twice counts twice, and one that they skip does not exist. All of it is addition within a period of one
 * offset; only the changes of the offset are asked of the time zone.
 */
export function workingTime(week: Week, range: { from: number; to: number }): Intervals {
  const from = range.from - LONGEST_STRETCH
  const stretches = expand(week, { from, to: range.to }).filter(
    (_, index, all) => at(all, index | 1) > range.from && at(all, index & ~1) < range.to,
  )
  const begun = stretches.length === 0 || at(stretches, 0) > from
  return begun ? stretches : [beginningBefore(week, from), ...stretches.slice(1)]
}

/**
 * When the stretch began that goes on at an instant after weeks without a gap. Weekly windows leave none, so the last
 * gap is beside an override or where a period begins or ends, or in the weeks before; without one it never began.
 */
function beginningBefore(week: Week, instant: number): number {
  const borders = (week.periods ?? []).flatMap(({ firstDay, lastDay }) => [firstDay, lastDay + 1])
  const days = [...week.overrides.keys(), ...borders].filter(
    day => Number.isFinite(day) && day * DAY < instant + 2 * DAY,
  )
  for (const day of days.sort((one, other) => other - one)) {
    const around = { from: day * DAY - LONGEST_STRETCH, to: (day + 3) * DAY }
    const begun = expand(week, around).at(-2)
    if (begun !== undefined && begun > around.from) return begun
  }
  return Number.NEGATIVE_INFINITY
}

/** Local midnights from the last at or before the range on. The day's first instant where clocks skip midnight. */
export function localMidnights(zone: string, range: { from: number; to: number }): number[] {
  const midnights: number[] = []
  let known = Number.NEGATIVE_INFINITY
  for (const period of offsetPeriods(zone, range.from - 2 * DAY, range.to)) {
    const from = Math.max(period.start, range.from - 2 * DAY)
    const last = Math.floor((Math.min(period.end, range.to) - 1 + period.offsetMs) / DAY)
    for (let day = Math.floor((from + period.offsetMs) / DAY); day <= last; day += 1) {
      if (day <= known) continue
      known = day
      midnights.push(Math.max(period.start, day * DAY - period.offsetMs))
    }
  }
  return midnights.slice(Math.max(0, lastUntil(midnights, range.from)))
}

function expand(week: Week, range: { from: number; to: number }): Intervals {
  const usual = byWeekday(week.windows)
  const periods = (week.periods ?? []).map(period => ({ ...period, byWeekday: byWeekday(period.windows) }))
  const windowsOn = (day: number): readonly WallWindow[] => {
    const period = periods.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
    return week.overrides.get(day) ?? (period?.byWeekday ?? usual)[weekdayOf(day)] ?? []
  }
  const found: number[] = []
  for (const period of offsetPeriods(week.zone, range.from - 3 * DAY, range.to + 3 * DAY)) {
    const from = Math.max(period.start, range.from - 2 * DAY)
    const to = Math.min(period.end, range.to + 2 * DAY)
    // A window of the day before may reach into the first day.
    const first = Math.floor((from + period.offsetMs) / DAY) - 1
    const last = Math.floor((to + period.offsetMs) / DAY)
    for (let day = first; day <= last; day += 1)
      for (const window of windowsOn(day)) addWindow(found, period, { day, window })
  }
  return unite(found)
}

function byWeekday(windows: readonly WeekWindow[]): WallWindow[][] {
  return Array.from({ length: 7 }, (_, index) => windows.filter(window => window.weekday === index + 1))
}

function addWindow(
  found: number[],
  period: OffsetPeriod,
  { day, window }: { day: number; window: WallWindow },
): void {
  const midnight = day * DAY - period.offsetMs
  const start = Math.max(period.start, midnight + window.fromMinute * MINUTE)
  const end = Math.min(period.end, midnight + window.toMinute * MINUTE)
  if (start < end) found.push(start, end)
}

/** Monday is 0. The first of January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}
