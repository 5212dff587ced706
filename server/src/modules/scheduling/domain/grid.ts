import { at, covers, type Intervals, indexAt, lastUntil } from '../../../platform/time/intervals.ts'
import { nextOnTheClock, type OffsetPeriod } from '../../../platform/time/offset-periods.ts'

/**
 * Where an appointment may start.
 * - window: steps from the beginning of the working stretch; busy time does not shift them.
 * - free: steps begin anew with every free gap, so that nothing is wasted behind an odd length.
 * - clock: like free, but each gap's beginning (or the notice inside it) is rounded up to a multiple of `clockMs`
 *   past the hour on the clocks of `periods`.
 * - fixed: these instants, which are in order of time.
 * The offset is added before the first start and to each step.
 */
export type Grid =
  | { readonly kind: 'window' | 'free'; readonly stepMs: number; readonly offsetMs: number }
  | {
      readonly kind: 'clock'
      readonly stepMs: number
      readonly offsetMs: number
      readonly clockMs: number
      readonly periods: readonly OffsetPeriod[]
      readonly noticeAt: number
    }
  | { readonly kind: 'fixed'; readonly starts: readonly number[] }

/** Working stretches, what of them is free, and local midnights: they anchor a stretch that never began. */
export type Calendar = {
  readonly stretches: Intervals
  readonly free: Intervals
  readonly midnights?: readonly number[]
}

/** First and last start that count, both included, and for how long it must be free from there. */
export type Bounds = { readonly earliest: number; readonly latest: number; readonly lengthMs: number }

const MINUTE = 60_000
const MULTIPLES = [60, 30, 20, 15, 10, 5]

/** What grid clock rounds to: the largest of 60, 30, 20, 15, 10 and 5 minutes that divides the step, else one. */
export function clockMultiple(stepMs: number): number {
  return (MULTIPLES.find(minutes => stepMs % (minutes * MINUTE) === 0) ?? 1) * MINUTE
}

/** Starts at equal distances, first and last included. */
export type Run = { readonly first: number; readonly last: number; readonly stepMs: number }

/** Starts on the grid from which the calendar is free long enough, in order of time. */
export function* freeGridStarts(calendar: Calendar, grid: Grid, bounds: Bounds): Generator<number> {
  for (const { first, last, stepMs } of freeGridRuns(calendar, grid, bounds))
    for (let start = first; start <= last; start += stepMs) yield start
}

/** The same as runs: a year has a hundred thousand starts in a few hundred of them. */
export function* freeGridRuns(calendar: Calendar, grid: Grid, bounds: Bounds): Generator<Run> {
  if (grid.kind === 'fixed') {
    for (const start of fixedStarts(calendar, grid.starts, bounds))
      yield { first: start, last: start, stepMs: MINUTE }
    return
  }
  const { free } = calendar
  for (let index = Math.max(0, indexAt(free, bounds.earliest)); index < free.length; index += 2) {
    const gap = { start: at(free, index), end: at(free, index + 1) }
    if (gap.start > bounds.latest) return
    const within = {
      earliest: Math.max(gap.start, bounds.earliest),
      latest: Math.min(bounds.latest, gap.end - bounds.lengthMs),
    }
    for (const anchor of anchorsOf(calendar, grid, { gap, within })) {
      const run = runFrom(anchor, grid, within)
      if (run.first <= run.last) yield run
    }
  }
}

function fixedStarts({ free }: Calendar, starts: readonly number[], bounds: Bounds): number[] {
  return starts.filter(
    start =>
      start >= bounds.earliest && start <= bounds.latest && covers(free, start, start + bounds.lengthMs),
  )
}

/** From where steps are counted, and before which instant they end. */
type Anchor = { readonly from: number; readonly until: number }

type Within = { readonly earliest: number; readonly latest: number }

function* anchorsOf(
  calendar: Calendar,
  grid: Exclude<Grid, { kind: 'fixed' }>,
  { gap, within }: { gap: { start: number; end: number }; within: Within },
): Generator<Anchor> {
  const start = anchorOf(calendar, grid, gap)
  if (start !== Number.NEGATIVE_INFINITY) {
    yield { from: start, until: Number.POSITIVE_INFINITY }
    return
  }
  const midnights = calendar.midnights ?? []
  for (let index = Math.max(0, lastUntil(midnights, within.earliest)); index < midnights.length; index += 1) {
    const from = at(midnights, index)
    if (from > within.latest) return
    yield { from, until: midnights[index + 1] ?? Number.POSITIVE_INFINITY }
  }
}

function anchorOf(
  { stretches }: Calendar,
  grid: Exclude<Grid, { kind: 'fixed' }>,
  gap: { start: number },
): number {
  if (grid.kind === 'clock')
    return nextOnTheClock(grid.periods, Math.max(gap.start, grid.noticeAt), grid.clockMs)
  if (grid.kind === 'free') return Math.ceil(gap.start / MINUTE) * MINUTE
  return at(stretches, Math.max(0, indexAt(stretches, gap.start)))
}

function runFrom(
  anchor: Anchor,
  grid: { readonly stepMs: number; readonly offsetMs: number },
  { earliest, latest }: Within,
): Run {
  const stepMs = grid.stepMs + grid.offsetMs
  const begin = anchor.from + grid.offsetMs
  const skipped = Math.max(0, Math.ceil((earliest - begin) / stepMs))
  return { first: begin + skipped * stepMs, last: Math.min(latest, anchor.until - 1), stepMs }
}
