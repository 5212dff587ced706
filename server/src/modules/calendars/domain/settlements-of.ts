import type { EntryState } from './plan-write.ts'

/** What a person may decide of a conflict; what they cannot has no meaning for it. */
export type Decision = 'kept_ours' | 'took_theirs' | 'left_as_it_is'

const DECISIONS: Readonly<Record<string, readonly Decision[]>> = {
  taken: ['kept_ours', 'left_as_it_is'],
  refused: ['kept_ours', 'left_as_it_is'],
  moved_outside: ['kept_ours', 'took_theirs', 'left_as_it_is'],
  removed_outside: ['kept_ours', 'took_theirs', 'left_as_it_is'],
  past: ['left_as_it_is'],
  doubled: ['kept_ours', 'left_as_it_is'],
}

export function decisionsFor(kind: string): readonly Decision[] {
  return DECISIONS[kind] ?? []
}

/** Trying at once what waits or was given up; where somebody is asked, they decide first. */
export function mayRetry(state: EntryState): boolean {
  return state === 'pending' || state === 'failed' || state === 'unclear'
}
