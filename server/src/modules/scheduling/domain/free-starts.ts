import type { EpochRange } from '../../../platform/time/zoned.ts'

/**
 * Where an appointment can start. Pure: instants are epoch milliseconds, ranges are half-open and sorted.
 *
 * An appointment needs one unit of each need (a person, a room). Starts lie on a grid that begins anew with each
 * working stretch of the first need's unit, and busy time does not shift it; or they are given. A start is free when every part that a
 * need takes lies inside free time of one of its units; gaps between a person's parts ask nothing of them.
 */
export type Part = { readonly offsetMs: number; readonly durationMs: number }

export type Unit = {
  readonly resourceId: string
  readonly lane: number
  /** Working stretches: they anchor the grid. */
  readonly stretches: readonly EpochRange[]
  /** What of them is free. */
  readonly free: readonly EpochRange[]
}

export type Need = { readonly units: readonly Unit[]; readonly parts: readonly Part[] }

export type FreeStart = {
  readonly start: number
  /** For each unit of the first need that can: itself and one unit of every other need. */
  readonly choices: ReadonlyArray<readonly Unit[]>
}

/** Where starts may lie: steps from the beginning of each stretch, or these instants, sorted. */
export type Grid =
  | { readonly kind: 'window'; readonly stepMs: number }
  | { readonly kind: 'fixed'; readonly starts: readonly number[] }

export function findFreeStarts(question: {
  needs: readonly Need[]
  grid: Grid
  /** First and last start that count, both included. */
  earliest: number
  latest: number
  limit: number
}): FreeStart[] {
  const { needs, grid, earliest, latest, limit } = question
  const [first, ...others] = needs
  if (!first) return []
  const byStart = new Map<number, Unit[][]>()
  for (const unit of first.units)
    for (const start of startsOf(unit, grid, { earliest, latest })) {
      if (!fits(unit, first.parts, start)) continue
      const rest = others.map(need => need.units.find(candidate => fits(candidate, need.parts, start)))
      if (rest.some(candidate => candidate === undefined)) continue
      const choice = [unit, ...rest.filter(candidate => candidate !== undefined)]
      const known = byStart.get(start)
      if (known) known.push(choice)
      else byStart.set(start, [choice])
    }
  return [...byStart]
    .sort(([one], [other]) => one - other)
    .slice(0, limit)
    .map(([start, choices]) => ({ start, choices }))
}

function startsOf(unit: Unit, grid: Grid, bounds: { earliest: number; latest: number }): Iterable<number> {
  switch (grid.kind) {
    case 'window':
      return gridStarts(unit.stretches, { stepMs: grid.stepMs, ...bounds })
    case 'fixed':
      return grid.starts.filter(start => start >= bounds.earliest && start <= bounds.latest)
    default:
      return grid satisfies never
  }
}

function* gridStarts(
  stretches: readonly EpochRange[],
  { stepMs, earliest, latest }: { stepMs: number; earliest: number; latest: number },
): Generator<number> {
  for (const stretch of stretches) {
    if (stretch.end <= earliest) continue
    if (stretch.start > latest) return
    const skipped = Math.max(0, Math.ceil((earliest - stretch.start) / stepMs))
    for (
      let start = stretch.start + skipped * stepMs;
      start < stretch.end && start <= latest;
      start += stepMs
    )
      yield start
  }
}

/** True when every part lies inside one free range of the unit. */
export function fits(unit: Unit, parts: readonly Part[], start: number): boolean {
  return parts.every(part => {
    const from = start + part.offsetMs
    const range = lastStartingBy(unit.free, from)
    return range !== undefined && from + part.durationMs <= range.end
  })
}

/** Binary search: the last range that starts at or before the instant. */
function lastStartingBy(ranges: readonly EpochRange[], instant: number): EpochRange | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.start ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1
    else high = middle
  }
  return ranges[low - 1]
}
