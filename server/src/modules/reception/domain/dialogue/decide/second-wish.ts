import { affirms, intends } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { DialogueState } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { takeWish } from './take-slots.ts'

/**
 * Whether a yes to the read-back comes with a wish for one more appointment: "Ja, noch einen Damenschnitt für meine
 * Frau um elf". Another time alone is no second wish: "Ja, haben Sie noch einen um elf?" may turn down the first.
 */
export function addsWish({ waitsFor }: DialogueState, heard: Understanding): boolean {
  if (waitsFor !== 'confirmation' || !affirms(heard) || heard.correcting) return false
  if (!intends(heard, 'another')) return false
  const somethingElse = heard.service !== null || intends(heard, 'someone_else')
  return somethingElse || (intends(heard, 'book') && !intends(heard, 'question_other'))
}

/** Keeps the second wish until the first is booked. A clock without a day means the day of the first. */
export function withSecondWish(state: DialogueState, heard: Understanding): DialogueState {
  const sameDay = heard.time?.day === null ? state.wish.when : null
  const attendee = intends(heard, 'someone_else') ? ('other' as const) : ('caller' as const)
  const wish = takeWish({ ...noWish, attendee, when: sameDay }, heard)
  return { ...state, leaving: 'no', pendingWish: { wish, name: attendeeOf(state, heard) } }
}

/** Who comes instead of the caller is asked for their name, unless it was said. */
function attendeeOf({ caller }: DialogueState, heard: Understanding): DialogueState['caller']['name'] {
  if (heard.name?.kind === 'heard')
    return { kind: 'given', value: heard.name.value, source: 'spoken', confidence: 'certain' }
  return intends(heard, 'someone_else') ? { kind: 'open' } : caller.name
}
