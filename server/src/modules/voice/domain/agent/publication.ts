/**
 * How a version of a receptionist reaches the callers: one step after the other, each of which can be taken again.
 * Nothing before `bind` is heard by a caller. From there on the numbers are either bound to the new version, or bound
 * back to what they were bound to before: whoever is interrupted in between goes on or turns back, and says which.
 */
export const PUBLICATION_STEPS = ['llm', 'draft', 'publish', 'read_back', 'bind', 'check'] as const
export type PublicationStep = (typeof PUBLICATION_STEPS)[number]

export type PublicationState = 'running' | 'turning_back' | 'live' | 'rolled_back'

/** Why a publication turned back. */
export const PUBLICATION_REASONS = [
  'refused',
  'unreachable',
  'read_back_differs',
  'number_unknown',
  'check_failed',
  'no_connection',
] as const
export type PublicationReason = (typeof PUBLICATION_REASONS)[number]

/** Null: the version is live. */
export function stepAfter(step: PublicationStep): PublicationStep | null {
  return PUBLICATION_STEPS[PUBLICATION_STEPS.indexOf(step) + 1] ?? null
}

/** Where a version begins: one that is frozen at the provider already is only looked at again. */
export function firstStep(version: { frozen: boolean }): PublicationStep {
  return version.frozen ? 'read_back' : 'llm'
}

/** Where it ends that cannot go on: there is nothing to undo before a number was touched. */
export function stateAfterFailure(publication: { touchedNumbers: boolean }): 'turning_back' | 'rolled_back' {
  return publication.touchedNumbers ? 'turning_back' : 'rolled_back'
}
