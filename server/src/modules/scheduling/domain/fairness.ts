import { drawWeighted } from './weighted-draw.ts'

/**
 * Who of several who could is offered a start. Pure: the same start and the same state choose the same person, and
 * the decision says why.
 * - first: the owner's order.
 * - weighted: drawn by weight from service and start; who was booked last rests while somebody else can (`coolDown`).
 * - least_loaded: who has the fewest minutes booked on the day of the start, for their weight.
 * - last_served: whose last booking of the service is longest ago.
 * Whoever is equal by the rule goes by the rule below it, and at last by the owner's order.
 */
export type Strategy = 'first' | 'weighted' | 'least_loaded' | 'last_served'

export type Candidate = {
  readonly key: string
  readonly weight: number
  /** Minutes booked on the day of the start. */
  readonly minutes: number
  /** When the service was last booked with them, in epoch milliseconds; null: not lately. */
  readonly lastServed: number | null
}

/** `only`: nobody else could. `asked`: the person was wished for. */
export type Decision = {
  readonly by: Strategy | 'only' | 'asked'
  /** How many could, without those who rest. */
  readonly among: number
}

export function chooseFairly<T extends Candidate>(question: {
  strategy: Strategy
  /** How many of those booked last rest. */
  coolDown: number
  seed: string
  /** In the owner's order. */
  candidates: readonly T[]
}): { chosen: T | undefined; decision: Decision } {
  const { strategy, seed } = question
  const candidates = strategy === 'weighted' ? withoutResting(question) : question.candidates
  const decision: Decision = {
    by: question.candidates.length === 1 ? 'only' : strategy,
    among: candidates.length,
  }
  switch (strategy) {
    case 'first':
      return { chosen: candidates[0], decision }
    case 'weighted':
      return { chosen: drawWeighted(seed, candidates), decision }
    case 'least_loaded':
      return {
        chosen: candidates.toSorted((one, other) => load(one) - load(other) || ago(one, other))[0],
        decision,
      }
    case 'last_served':
      return { chosen: candidates.toSorted(ago)[0], decision }
    default:
      return strategy satisfies never
  }
}

/** Whoever weighs twice as much takes twice as many. */
function load({ minutes, weight }: Candidate): number {
  return minutes / weight
}

/** Longest ago first; never is longest ago. */
function ago(one: Candidate, other: Candidate): number {
  return (one.lastServed ?? 0) - (other.lastServed ?? 0)
}

function withoutResting<T extends Candidate>({
  coolDown,
  candidates,
}: {
  coolDown: number
  candidates: readonly T[]
}): readonly T[] {
  const served = candidates
    .filter(candidate => candidate.lastServed !== null)
    .toSorted((one, other) => ago(other, one))
  const resting = new Set(served.slice(0, Math.min(coolDown, candidates.length - 1)))
  return candidates.filter(candidate => !resting.has(candidate))
}
