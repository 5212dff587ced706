import { type EpochRange, instantOn, localDateOf } from '../../../../platform/time/zoned.ts'
import type { WantedTime } from './wanted-time.ts'

/** Whoever waits for ten o'clock is asked about half past nine and half past ten too, and may say no. */
const AROUND_MS = 30 * 60_000
/** Days that are looked at one by one: nobody waits for longer than three months. */
const MOST_DAYS = 92
const WHOLE_DAY = { fromMinute: 0, untilMinute: 1440 }

/** What was asked for as windows for a start, day by day where only a part of each day counts; sorted. */
export function wantedWindows(wanted: WantedTime, zone: string): EpochRange[] {
  const { exact, clock, exceptDays } = wanted
  if (exact !== null) return [{ start: exact - AROUND_MS, end: exact + AROUND_MS }]
  if (clock === null && exceptDays.size === 0) return [...wanted.ranges]
  const windows: EpochRange[] = []
  for (const range of wanted.ranges)
    for (const day of daysIn(range, zone)) {
      if (exceptDays.has(day.toString())) continue
      const window = cut(range, day, { zone, clock })
      if (window.start < window.end) windows.push(window)
    }
  return windows
}

function daysIn(range: EpochRange, zone: string): Temporal.PlainDate[] {
  const first = localDateOf(range.start, zone)
  const days = first.until(localDateOf(range.end - 1, zone)).days + 1
  return Array.from({ length: Math.min(days, MOST_DAYS) }, (_, index) => first.add({ days: index }))
}

function cut(
  range: EpochRange,
  day: Temporal.PlainDate,
  { zone, clock }: { zone: string; clock: WantedTime['clock'] },
): EpochRange {
  const { fromMinute, untilMinute } = clock ?? WHOLE_DAY
  return {
    start: Math.max(range.start, instantOn(day, fromMinute, zone)),
    end: Math.min(range.end, instantOn(day, untilMinute, zone)),
  }
}
