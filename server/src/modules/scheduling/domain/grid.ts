import { at, covers, type Intervals, indexAt } from '../../../platform/time/intervals.ts'
import { nextOnTheClock, type OffsetPeriod } from '../../../platform/time/offset-periods.ts'

/**
 * Where an appointment may start.
 * - window: steps from the beginning of the working stretch; busy time does not shift them.
 * - free: steps begin anew with every free gap, so that nothing is wasted behind an odd length.
 * - clock: like free, but each gap's beginning (or the notice inside it) is rounded up to a multiple of `clockMs`
 *   past the hour on the clocks of `periods`.
 * - fixed: these instants.
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

/** Starts on the grid from which the calendar is free long enough, in order of time. */
export function* freeGridStarts(calendar: Calendar, grid: Grid, bounds: Bounds): Generator<number> {
  if (grid.kind === 'fixed') {
    yield* fixedStarts(calendar, grid.starts, bounds)
    return
  }
  const { free } = calendar
  for (let index = Math.max(0, indexAt(free, bounds.earliest)); index < free.length; index += 2) {
    const gap = { start: at(free, index), end: at(free, index + 1) }
    if (gap.start > bounds.latest) return
    for (const anchor of anchorsOf(calendar, grid, gap)) yield* steps(anchor, { grid, gap, bounds })
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

function anchorsOf(
  calendar: Calendar,
  grid: Exclude<Grid, { kind: 'fixed' }>,
  gap: { start: number; end: number },
): readonly Anchor[] {
  const start = anchorOf(calendar, grid, gap)
  if (start !== Number.NEGATIVE_INFINITY) return [{ from: start, until: gap.end }]
  const midnights = calendar.midnights ?? []
  return midnights.map((midnight, index) => ({
    from: midnight,
    until: midnights[index + 1] ?? Number.POSITIVE_INFINITY,
  }))
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

function* steps(
  anchor: Anchor,
  {
    grid,
    gap,
    bounds,
  }: { grid: { stepMs: number; offsetMs: number }; gap: { start: number; end: number }; bounds: Bounds },
): Generator<number> {
  const step = grid.stepMs + grid.offsetMs
  const first = anchor.from + grid.offsetMs
  const earliest = Math.max(gap.start, bounds.earliest)
  const latest = Math.min(bounds.latest, gap.end - bounds.lengthMs)
  const skipped = Math.max(0, Math.ceil((earliest - first) / step))
  for (let start = first + skipped * step; start <= latest && start < anchor.until; start += step) yield start
}
