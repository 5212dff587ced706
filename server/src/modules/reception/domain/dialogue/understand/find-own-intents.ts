import type { Lexicon } from '../words/lexicon.ts'
import { says } from './phrase-pattern.ts'
import type { Intent } from './understanding.ts'

const tasks: readonly Intent[] = [
  'move',
  'cancel',
  'cannot_come',
  'appointments',
  'callback',
  'human',
  'waitlist',
]
const courtesies: readonly Intent[] = ['no', 'thanks', 'goodbye']

/**
 * What somebody wants with an appointment they have, where no set phrase says it: "mein Termin" and "nach hinten"
 * stand anywhere in the sentence. Only what comes at the beginning of a subject is read like this; in answer to a
 * question the same words turn down an offer.
 */
export function findOwnIntents(said: readonly Intent[], folded: string, lexicon: Lexicon): readonly Intent[] {
  if (said.some(intent => tasks.includes(intent))) return []
  const { appointment, anew, move, hear, cancel, insteadOf } = lexicon.own
  const own: readonly Intent[] = says(appointment, folded) && !says(anew, folded) ? ['own_appointment'] : []
  if (says(cancel, folded) && !said.some(intent => courtesies.includes(intent))) return [...own, 'cancel']
  if (says(insteadOf, folded)) return [...own, 'move']
  if (own.length === 0) return []
  if (says(move, folded) || says(lexicon.times.shifts, folded)) return [...own, 'move']
  return says(hear, folded) ? [...own, 'appointments'] : own
}
