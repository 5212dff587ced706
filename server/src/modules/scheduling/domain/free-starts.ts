import { covers } from '../../../platform/time/intervals.ts'
import { type Calendar, freeGridStarts, type Grid } from './grid.ts'

/**
 * Where an appointment can start. Pure: instants are epoch milliseconds, intervals are half-open and sorted.
 *
 * An appointment needs one unit of each need (a person, a room). Starts lie on the grid of the first need's unit.
 * A start is free when every part that a need takes lies inside free time of one of its units; gaps between a
 * person's parts ask nothing of them.
 */
export type Part = { readonly offsetMs: number; readonly durationMs: number }

/** A lane of a resource. */
export type Unit = Calendar & { readonly resourceId: string; readonly lane: number }

export type Need = { readonly units: readonly Unit[]; readonly parts: readonly Part[] }

export type FreeStart = {
  readonly start: number
  /** For each unit of the first need that can: itself and one unit of every other need. */
  readonly choices: ReadonlyArray<readonly Unit[]>
}

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
  const bounds = { earliest, latest, lengthMs: first.parts[0]?.durationMs ?? 0 }
  const byStart = new Map<number, Unit[][]>()
  for (const unit of first.units) {
    // Nobody's starts behind the first `limit` can be among the first `limit` of all.
    let left = limit
    for (const start of freeGridStarts(unit, grid, bounds)) {
      if (left === 0) break
      const choice = chooseUnits(unit, start, { first, others })
      if (choice === null) continue
      left -= 1
      const known = byStart.get(start)
      if (known) known.push(choice)
      else byStart.set(start, [choice])
    }
  }
  return [...byStart]
    .sort(([one], [other]) => one - other)
    .slice(0, limit)
    .map(([start, choices]) => ({ start, choices }))
}

/** The unit with one of every other need; null when it or one of them is not free. */
function chooseUnits(
  unit: Unit,
  start: number,
  { first, others }: { first: Need; others: readonly Need[] },
): Unit[] | null {
  if (!fits(unit, first.parts, start)) return null
  const choice = [unit]
  for (const need of others) {
    const found = need.units.find(candidate => fits(candidate, need.parts, start))
    if (!found) return null
    choice.push(found)
  }
  return choice
}

/** True when every part lies inside one free interval of the unit. */
export function fits(unit: Unit, parts: readonly Part[], start: number): boolean {
  return parts.every(part => {
    const from = start + part.offsetMs
    return covers(unit.free, from, from + part.durationMs)
  })
}
