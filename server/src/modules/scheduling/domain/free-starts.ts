import type { EpochRange } from '../../../platform/time/zoned.ts'

/**
 * Where an appointment can start. Pure: instants are epoch milliseconds, ranges are half-open and sorted.
 *
 * An appointment needs one unit of each need (a person, a room). Starts lie on a grid that begins anew with each
 * working stretch of the first need's unit; busy time does not shift it. A start is free when every part that a
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

export function findFreeStarts(question: {
  needs: readonly Need[]
  gridMs: number
  /** First and last start that count, both included. */
  earliest: number
  latest: number
  limit: number
}): FreeStart[] {
  const { needs, gridMs, earliest, latest, limit } = question
  const [first, ...others] = needs
  if (!first) return []
  const byStart = new Map<number, Unit[][]>()
  for (const unit of first.units)
    for (const start of gridStarts(unit.stretches, { gridMs, earliest, latest })) {
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

function* gridStarts(
  stretches: readonly EpochRange[],
  { gridMs, earliest, latest }: { gridMs: number; earliest: number; latest: number },
): Generator<number> {
  for (const stretch of stretches) {
    if (stretch.end <= earliest) continue
    if (stretch.start > latest) return
    const skipped = Math.max(0, Math.ceil((earliest - stretch.start) / gridMs))
    for (
      let start = stretch.start + skipped * gridMs;
      start < stretch.end && start <= latest;
      start += gridMs
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
