import { at, type Intervals, intersect, subtract, unite } from '../../../platform/time/intervals.ts'
import { offsetPeriods } from '../../../platform/time/offset-periods.ts'
import { DAY, localMidnights, MINUTE, type Week, workingTime } from '../../../platform/time/working-time.ts'
import { type Calendar, clockMultiple, freeGridRuns, type Grid, type Run } from './grid.ts'

export type Person = {
  readonly week: Week
  /** Start, end, start, end …, with the buffers of what is there already; in any order, may overlap. */
  readonly busy: readonly number[]
}

export type Availability = {
  readonly people: readonly Person[]
  /** any: one of them is enough. all: everybody is needed at once. */
  readonly mode: 'any' | 'all'
  readonly lengthMs: number
  /** What must be free around the appointment; it may lie outside working time. */
  readonly bufferBeforeMs: number
  readonly bufferAfterMs: number
  readonly grid: {
    readonly kind: 'window' | 'free' | 'clock'
    readonly stepMs: number
    readonly offsetMs: number
  }
  /** Zone in which grid clock reads "past the hour"; null: that of the person. */
  readonly displayZone: string | null
  /** No start before it. */
  readonly noticeAt: number
  /** From the first start that counts to the last end. */
  readonly range: { readonly from: number; readonly to: number }
}

/**
 * Free starts as epoch milliseconds, sorted, each once. Null: one of the people has more than `most` of them, or all
 * together have more than ten times as many.
 */
export function availableStarts(question: Availability, most = Number.POSITIVE_INFINITY): number[] | null {
  const { range, lengthMs, noticeAt } = question
  const bounds = { earliest: Math.max(range.from, noticeAt), latest: range.to - lengthMs, lengthMs }
  if (bounds.earliest > bounds.latest) return []
  const lists: Float64Array[] = []
  let left = 10 * most
  for (const { zone, calendar } of calendarsOf(question)) {
    const runs = [...freeGridRuns(calendar, gridOf(question, zone), bounds)]
    const count = runs.reduce((sum, run) => sum + lengthOf(run), 0)
    left -= count
    if (count > most || left < 0) return null
    lists.push(written(runs, count))
  }
  const merged = mergeAll(lists)
  return merged.length > most ? null : Array.from(merged)
}

function lengthOf({ first, last, stepMs }: Run): number {
  return Math.floor((last - first) / stepMs) + 1
}

function written(runs: readonly Run[], count: number): Float64Array {
  const starts = new Float64Array(count)
  let next = 0
  for (const { first, last, stepMs } of runs)
    for (let start = first; start <= last; start += stepMs) {
      starts[next] = start
      next += 1
    }
  return starts
}

/**
 * The calendar of each person, or with mode `all` the one calendar of everybody. What is busy is widened by the
 * buffers of the new appointment, so that the appointment itself only has to lie in what is left.
 */
export function calendarsOf(question: Availability): Array<{ zone: string; calendar: Calendar }> {
  const { people, range } = question
  const each = people.map(person => {
    const stretches = workingTime(person.week, range)
    return { zone: person.week.zone, stretches, taken: takenWithin(stretches, person.busy, question) }
  })
  const [first, ...others] = each
  if (!first) return []
  const calendars =
    question.mode === 'any'
      ? each
      : [
          {
            zone: first.zone,
            stretches: others.reduce((left, other) => intersect(left, other.stretches), first.stretches),
            taken: unite(each.flatMap(person => person.taken)),
          },
        ]
  return calendars.map(({ zone, stretches, taken }) => ({
    zone,
    calendar: {
      stretches,
      free: subtract(stretches, taken),
      midnights: midnightsFor(zone, stretches, range),
    },
  }))
}

/** What is busy, with the buffers of the new appointment; without what lies before or behind all work. */
function takenWithin(
  stretches: Intervals,
  busy: readonly number[],
  { bufferBeforeMs, bufferAfterMs }: { bufferBeforeMs: number; bufferAfterMs: number },
): Intervals {
  const wide: number[] = []
  const from = stretches[0] ?? 0
  const to = stretches.at(-1) ?? 0
  for (let index = 0; index < busy.length; index += 2) {
    const start = at(busy, index) - bufferAfterMs
    const end = at(busy, index + 1) + bufferBeforeMs
    if (end > from && start < to) wide.push(start, end)
  }
  return unite(wide)
}

function midnightsFor(
  zone: string,
  stretches: Intervals,
  range: { from: number; to: number },
): readonly number[] {
  return stretches[0] === Number.NEGATIVE_INFINITY ? localMidnights(zone, range) : []
}

export function gridOf({ grid, displayZone, noticeAt, range }: Availability, zone: string): Grid {
  const { kind, stepMs, offsetMs } = grid
  if (kind !== 'clock') return { kind, stepMs, offsetMs }
  const periods = offsetPeriods(displayZone ?? zone, Math.min(range.from, noticeAt) - DAY, range.to + DAY)
  return {
    kind,
    stepMs,
    offsetMs,
    clockMs: clockMultiple(stepMs),
    periods,
    noticeAt: Math.floor(noticeAt / MINUTE) * MINUTE,
  }
}

/** Sorted lists as one, without doubles, in halves: people start at much the same times, so unions hardly grow. */
function mergeAll(lists: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), second] = lists
  if (second === undefined) return first
  const middle = lists.length >>> 1
  return mergeStarts(mergeAll(lists.slice(0, middle)), mergeAll(lists.slice(middle)))
}

function mergeStarts(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length)
  let left = 0
  let right = 0
  let count = 0
  while (left < one.length || right < other.length) {
    const a = one[left] ?? Number.POSITIVE_INFINITY
    const b = other[right] ?? Number.POSITIVE_INFINITY
    both[count] = a < b ? a : b
    count += 1
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  return both.subarray(0, count)
}
