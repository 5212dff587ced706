import { at, type Intervals, intersect } from '../../../platform/time/intervals.ts'
import type { DatedHours } from '../../../platform/time/week.ts'
import { DAY, MINUTE, type WallWindow, workingTime } from '../../../platform/time/working-time.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import { localDateOf, startOfLocalDay } from '../../../platform/time/zoned.ts'
import { periodicHours } from './hours-periods.ts'

export type LocalDay = {
  readonly date: Temporal.PlainDate
  readonly zone: string
  readonly dayStart: number
  readonly dayEnd: number
}

const DAY_MINUTES = 1440

type Hours = {
  readonly hours: readonly DatedHours[]
  /** What counts on dates for which `hours` say nothing. */
  readonly otherwise?: readonly DatedHours[]
  readonly zone: string
  readonly range: EpochRange
  readonly closedDates: ReadonlySet<string>
  /** What counts on a date instead of the week, and of being closed; of several for one date the last. */
  readonly exceptions?: ReadonlyArray<{ readonly date: string; readonly windows: readonly WallWindow[] }>
}

/** The stretches of work that touch the range, with their true beginning. Closed dates (`2026-12-25`) give nothing. */
export function workingStretches(wanted: Hours): Intervals {
  const { hours, otherwise, zone, range, closedDates, exceptions = [] } = wanted
  const overrides = new Map<number, readonly WallWindow[]>()
  for (const date of closedDates) overrides.set(Date.parse(date) / DAY, [])
  for (const { date, windows } of exceptions) overrides.set(Date.parse(date) / DAY, windows)
  const { usual: windows, periods } = periodicHours(hours, otherwise)
  return workingTime({ zone, windows, periods, overrides }, { from: range.start, to: range.end })
}

/** The same as ranges, cut to the local days that touch the range. */
export function expandHours(options: Hours): EpochRange[] {
  const { range, zone } = options
  const first = startOfLocalDay(localDateOf(range.start, zone), zone)
  const last = startOfLocalDay(localDateOf(range.end, zone).add({ days: 1 }), zone)
  const stretches = intersect(workingStretches({ ...options, range: { start: first, end: last } }), [
    first,
    last,
  ])
  const windows: EpochRange[] = []
  for (let index = 0; index < stretches.length; index += 2)
    windows.push({ start: at(stretches, index), end: at(stretches, index + 1) })
  return windows
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

/** A minute of a local day as an instant; 1440 is the end of the day. */
export function instantOn(day: LocalDay, minute: number): number {
  if (minute === DAY_MINUTES) return day.dayEnd
  if (day.dayEnd - day.dayStart === DAY_MINUTES * MINUTE) return day.dayStart + minute * MINUTE
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 }
  return day.date.toPlainDateTime(time).toZonedDateTime(day.zone).epochMilliseconds
}
