import { type Calendar, clockMultiple, freeGridStarts, type Grid } from './grid.ts'
import { at, type Intervals, intersect, subtract, unite } from './intervals.ts'
import { offsetPeriods } from './offset-periods.ts'
import { DAY, localMidnights, MINUTE, type Week, workingTime } from './working-time.ts'

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

/** Free starts as epoch milliseconds, sorted, each once. */
export function availableStarts(question: Availability): number[] {
  const { range, lengthMs, noticeAt } = question
  const bounds = { earliest: Math.max(range.from, noticeAt), latest: range.to - lengthMs, lengthMs }
  if (bounds.earliest > bounds.latest) return []
  const found = calendarsOf(question).map(({ zone, calendar }) => [
    ...freeGridStarts(calendar, gridOf(question, zone), bounds),
  ])
  return found.length === 1 ? (found[0] ?? []) : uniteStarts(found)
}

/**
 * The calendar of each person, or with mode `all` the one calendar of everybody. What is busy is widened by the
 * buffers of the new appointment, so that the appointment itself only has to lie in what is left.
 */
function calendarsOf(question: Availability): Array<{ zone: string; calendar: Calendar }> {
  const { people, range } = question
  const each = people.map(person => ({
    zone: person.week.zone,
    stretches: workingTime(person.week, range),
    taken: widened(person.busy, question),
  }))
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

function widened(
  busy: readonly number[],
  { bufferBeforeMs, bufferAfterMs }: { bufferBeforeMs: number; bufferAfterMs: number },
): Intervals {
  const wide = new Array<number>(busy.length)
  for (let index = 0; index < busy.length; index += 2) {
    wide[index] = at(busy, index) - bufferAfterMs
    wide[index + 1] = at(busy, index + 1) + bufferBeforeMs
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

function gridOf({ grid, displayZone, noticeAt, range }: Availability, zone: string): Grid {
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

function uniteStarts(lists: ReadonlyArray<readonly number[]>): number[] {
  const all = Float64Array.from(lists.flat()).sort()
  return [...all].filter((start, index) => index === 0 || start !== all[index - 1])
}
