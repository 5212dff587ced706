import type { EpochRange } from '../../../platform/time/zoned.ts'
import { localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'

/** One window of a week in local wall time. `weekday`: 1 is Monday (ISO 8601). */
export type WeeklyHours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

export type LocalDay = {
  readonly date: Temporal.PlainDate
  readonly zone: string
  readonly dayStart: number
  readonly dayEnd: number
}

const MINUTE = 60_000
const DAY_MINUTES = 1440

/**
 * The windows of every local day that touches the range, as instants, sorted; windows that touch are one.
 * Closed dates (`2026-12-25`) give nothing. Wall times move with the clock: 09:00 is 09:00 on every day, also
 * on the two days of the year that are 23 or 25 hours long.
 */
export function expandHours(options: {
  hours: readonly WeeklyHours[]
  zone: string
  range: EpochRange
  closedDates: ReadonlySet<string>
}): EpochRange[] {
  const { hours, zone, range, closedDates } = options
  const byWeekday = Map.groupBy(hours, window => window.weekday)
  const windows: EpochRange[] = []
  for (const day of localDaysOf(range, zone))
    if (!closedDates.has(day.date.toString()))
      for (const window of byWeekday.get(day.date.dayOfWeek) ?? []) windows.push(windowOn(day, window))
  return mergeTouching(windows.filter(window => window.start < window.end))
}

/** Every local day that touches a range. */
export function* localDaysOf(range: EpochRange, zone: string): Generator<LocalDay> {
  let date = localDateOf(range.start, zone)
  const last = localDateOf(range.end, zone)
  let dayStart = startOfLocalDay(date, zone)
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const next = date.add({ days: 1 })
    const dayEnd = startOfLocalDay(next, zone)
    yield { date, zone, dayStart, dayEnd }
    date = next
    dayStart = dayEnd
  }
}

function windowOn(day: LocalDay, window: WeeklyHours): EpochRange {
  return { start: instantOn(day, window.fromMinute), end: instantOn(day, window.toMinute) }
}

/** A minute of a local day as an instant; 1440 is the end of the day. */
export function instantOn(day: LocalDay, minute: number): number {
  if (minute === DAY_MINUTES) return day.dayEnd
  if (day.dayEnd - day.dayStart === DAY_MINUTES * MINUTE) return day.dayStart + minute * MINUTE
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 }
  return day.date.toPlainDateTime(time).toZonedDateTime(day.zone).epochMilliseconds
}

/** Sorted, and with overlapping or touching ranges made one. */
export function mergeTouching(ranges: readonly EpochRange[]): EpochRange[] {
  const merged: EpochRange[] = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const previous = merged.at(-1)
    if (previous && range.start <= previous.end)
      merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) }
    else merged.push(range)
  }
  return merged
}
