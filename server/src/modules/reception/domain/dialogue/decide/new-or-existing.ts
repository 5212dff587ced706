import { say } from '../say/say.ts'
import { intends, saysWish } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { DialogueState } from './dialogue-state.ts'
import { askMoveOrCancel } from './means-own.ts'
import { takeWish } from './take-slots.ts'
import { ask, type Turn } from './turn.ts'

/**
 * "Es geht um Freitag zehn Uhr" from somebody who has an appointment may be about that one: they are asked, once, and
 * never booked a second one for it.
 */
export function asksNewOrExisting(state: DialogueState, heard: Understanding): Turn | null {
  const first = state.waitsFor === 'intent' && !state.lastTurn.acts.includes('ask_intent')
  if (!first || state.task !== 'none' || !mayMeanOwn(state, heard)) return null
  const text = say('ask_intent', { why: 'new_or_existing' }, state.lang)
  return ask({ ...state, wish: takeWish(state.wish, heard) }, 'intent', [{ act: 'ask_intent', text }])
}

function mayMeanOwn({ upcoming = [] }: DialogueState, heard: Understanding): boolean {
  if (heard.group !== null || heard.rhythm !== null || intends(heard, 'another')) return false
  if (intends(heard, 'own_appointment')) return true
  if (upcoming.length === 0 || !saysWish(heard) || intends(heard, 'book')) return false
  // Who names a service wishes for one, "einen Herrenschnitt, bitte", unless they speak of it as known.
  if (heard.service === null) return !intends(heard, 'someone_else')
  return intends(heard, 'perhaps_own') && heard.service.candidates.some(name => upcoming.includes(name))
}

/** "Um den, den ich habe": what is to become of it. */
export function asksMoveOrCancel(state: DialogueState, heard: Understanding): Turn | null {
  const asked = state.waitsFor === 'intent' && state.lastTurn.acts.includes('ask_intent')
  const wishes = intends(heard, 'book') && heard.service !== null
  if (!asked || wishes || !intends(heard, 'own_appointment')) return null
  return askMoveOrCancel(state)
}
