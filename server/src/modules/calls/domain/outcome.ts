import type { CallState } from './call.ts'

const FACT_KINDS = [
  'booked',
  'moved',
  'cancelled',
  'waitlist',
  'callback',
  'transferred',
  'answered',
  'wish',
  'emergency',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export const OUTCOMES = [...FACT_KINDS, 'abandoned', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What must have happened in a call, what not, and in which states, for it to have this outcome. */
export function conditionsOf(outcome: Outcome): {
  readonly happened: FactKind | null
  readonly not: readonly FactKind[]
  readonly states: readonly CallState[] | null
} {
  if (outcome === 'failed') return { happened: null, not: FACT_KINDS, states: ['failed'] }
  if (outcome === 'abandoned') return { happened: null, not: FACT_KINDS, states: ['ended', 'not_connected'] }
  return { happened: outcome, not: FACT_KINDS.slice(0, FACT_KINDS.indexOf(outcome)), states: null }
}

/**
 * What came of a call, derived from committed facts and never from what was said: the first of the list that
 * happened. Null while the call goes on and nothing has happened yet.
 */
export function outcomeOf(facts: readonly FactKind[], state: CallState): Outcome | null {
  const happened = FACT_KINDS.find(kind => facts.includes(kind))
  if (happened) return happened
  switch (state) {
    case 'ongoing':
      return null
    case 'failed':
      return 'failed'
    case 'ended':
    case 'not_connected':
      return 'abandoned'
    default:
      return state satisfies never
  }
}
