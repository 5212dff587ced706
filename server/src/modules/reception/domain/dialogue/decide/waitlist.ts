import { say } from '../say/say.ts'
import type { ToolAnswers } from '../tools.ts'
import { affirms, intends, saysWish } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import {
  askAnythingElse,
  askDay,
  askName,
  askPhone,
  askService,
  continueTask,
  offerCallback,
} from './continue-task.ts'
import type { DialogueState, Part } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { takeWish, withoutOffer } from './take-slots.ts'
import { ask, type Turn, withLead } from './turn.ts'

/** The place on the waiting list that a caller may have for a time that is not free. */
export function offerWaitlist(state: DialogueState): Turn {
  const text = say('ask_waitlist', {}, state.lang)
  return ask(state, 'waitlist', [{ act: 'ask_waitlist', text }])
}

export function answerWaitlist(state: DialogueState, heard: Understanding): Turn | null {
  if (affirms(heard)) return startWaiting(state, heard)
  if (saysWish(heard) || !intends(heard, 'no', 'reject')) return null
  return askDay(state, 'declined')
}

/** Waits for what was asked for, not for what was offered instead of it. */
export function startWaiting(state: DialogueState, heard: Understanding): Turn {
  const wish = withoutOffer(takeWish(state.wish, heard))
  return continueTask({ ...state, task: 'waiting', wish: { ...wish, tried: [] } })
}

export function onJoin(state: DialogueState, answer: ToolAnswers['join_waitlist']): Turn {
  const told: Part = { act: null, text: answer.say }
  if (answer.status === 'joined')
    return askAnythingElse(withLead({ ...state, wish: noWish }, { ...told, act: 'waitlist_joined' }))
  if (answer.status !== 'ask')
    return offerCallback({ ...state, task: 'none', wish: noWish }, { why: 'lost', said: '', told })
  switch (answer.what) {
    case 'service':
      return askService(state, told)
    case 'name':
      return askName({ ...state, caller: { ...state.caller, name: { kind: 'open' } } }, 'refused')
    case 'phone':
      return askPhone({ ...state, caller: { ...state.caller, phone: { kind: 'open' } } }, 'number')
    default:
      return askDay(state, 'first', told)
  }
}
