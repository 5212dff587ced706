import { say } from '../say/say.ts'
import type { ToolAnswers, ToolName } from '../tools.ts'
import { fold } from '../understand/hear.ts'
import { says } from '../understand/phrase-pattern.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { onSendCode } from './ask-for-proof.ts'
import { onChange, onMyAppointments } from './change-appointment.ts'
import {
  askAnythingElse,
  askDay,
  askIntent,
  askPhone,
  continueTask,
  findSlots,
  offerCallback,
} from './continue-task.ts'
import type { DialogueState, Part } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { onGroup } from './group-wish.ts'
import { couldNotFindOut, offerSlots, onFindSlots } from './on-find-slots.ts'
import { onVerifyCode } from './prove-identity.ts'
import { readBack } from './read-back.ts'
import { onSeries } from './series-wish.ts'
import { withoutOffer } from './take-slots.ts'
import {
  ask,
  digress,
  isQuestion,
  putThrough,
  sayGoodbye,
  type Turn,
  withLead,
  withoutQuestion,
} from './turn.ts'
import { onWish } from './unmet-wish.ts'
import { onJoin } from './waitlist.ts'
import { askPending } from './yes-and-question.ts'

/** What follows from a tool's answer. What it reports is spoken in its own sentence. */
export function onToolAnswer<Name extends ToolName>(
  state: DialogueState,
  name: Name,
  answer: ToolAnswers[Name],
): Turn {
  return couldNot(state, name, answer) ?? readers[name](state, answer)
}

type Reader<Name extends ToolName> = (state: DialogueState, answer: ToolAnswers[Name]) => Turn

const readers: { readonly [Name in ToolName]: Reader<Name> } = {
  list_services: onAnswer,
  find_slots: onFindSlots,
  hold_slot: onHold,
  book_appointment: onBook,
  book_group: onGroup,
  book_series: onSeries,
  request_callback: onCallback,
  join_waitlist: onJoin,
  record_wish: onWish,
  transfer_call: onTransfer,
  answer_question: onQuestion,
  my_appointments: onMyAppointments,
  move_appointment: onMove,
  cancel_appointment: onChange,
  send_code: onSendCode,
  verify_code: onVerifyCode,
}

function couldNot(
  state: DialogueState,
  name: ToolName,
  answer: { status: string; say: string },
): Turn | null {
  const apology = { act: 'apologise', text: answer.say } as const
  switch (answer.status) {
    case 'not_available':
      return sayGoodbye(state, apology)
    case 'invalid_token':
      return name === 'find_slots' ? askDay(state, 'first', apology) : searchAnew(state, answer.say)
    case 'unknown':
    case 'unknown_tool':
      if (name === 'answer_question' || name === 'record_wish') return null
      return name === 'request_callback'
        ? askAnythingElse(withLead({ ...state, wish: noWish }, apology))
        : couldNotFindOut(state, answer.say)
    default:
      return null
  }
}

function onAnswer(state: DialogueState, answer: ToolAnswers['list_services' | 'answer_question']): Turn {
  const answered = withLead(state, { act: 'answer', text: answer.say })
  const { waitsFor, wish, task } = state
  const settled =
    waitsFor === 'choice' ? wish.chosen !== null : waitsFor === 'confirmation' && task === 'none'
  const open = waitsFor !== 'intent' && waitsFor !== 'anything_else'
  if (open && !settled) return digress(answered, [])
  return state.task === 'none' ? askAnythingElse(answered) : continueTask(answered)
}

/** What nobody could answer is asked back, or a person is to answer it; a booking goes on where it was. */
function onQuestion(state: DialogueState, answer: ToolAnswers['answer_question']): Turn {
  if (answer.status === 'answer') return onAnswer(state, answer)
  const told: Part = { act: null, text: answer.say }
  const { chosen } = state.wish
  if (state.task === 'booking' && chosen !== null)
    return digress(withLead(state, { act: null, text: withoutQuestion(answer.say) }), [])
  if (mayBeWish(state))
    return askIntent(withLead(state, { ...told, text: withoutQuestion(answer.say) }), 'again')
  return offerCallback(state, { why: 'unknown', said: state.callback.reason, told })
}

/** "Wann haste denn mal Zeit?" is asked back once, before anybody calls back about it. */
function mayBeWish({ waitsFor, task, lastTurn, callback, lang }: DialogueState): boolean {
  const first = waitsFor === 'intent' && task === 'none' && !lastTurn.acts.includes('ask_intent')
  return first && says(lexiconOf(lang).asksWhen, fold(callback.reason))
}

function onHold(state: DialogueState, answer: ToolAnswers['hold_slot']): Turn {
  const { chosen: picked } = state.wish
  switch (answer.status) {
    case 'held': {
      const slot =
        picked && (picked.slot.spoken === '' ? { ...picked.slot, spoken: answer.spoken } : picked.slot)
      const askNote = answer.ask_note ?? null
      const chosen = slot && { slot, state: 'held' as const, askNote }
      const wish = { ...state.wish, chosen, kept: slot?.token ?? state.wish.kept }
      const held = withLead({ ...state, wish }, { act: null, text: answer.say })
      return askPending(held) ?? continueTask(held)
    }
    case 'taken':
      return offerSlots(state, { slots: answer.alternatives, say: answer.say, found: 'instead' })
    default:
      return searchAnew(state, answer.say)
  }
}

function onBook(state: DialogueState, answer: ToolAnswers['book_appointment']): Turn {
  switch (answer.status) {
    case 'booked':
    case 'requested': {
      const act = answer.status === 'booked' ? 'booked' : 'inform_policy'
      return askAnythingElse(withLead({ ...state, wish: noWish }, { act, text: answer.say }))
    }
    case 'taken':
      return offerSlots(state, { slots: answer.alternatives, say: answer.say, found: 'instead' })
    case 'ask':
      return askDetail(state, answer) ?? searchAnew(state, answer.say)
    default:
      return searchAnew(state, answer.say)
  }
}

function onMove(state: DialogueState, answer: ToolAnswers['move_appointment']): Turn {
  switch (answer.status) {
    case 'taken':
      return offerSlots(state, { slots: answer.alternatives, say: answer.say, found: 'instead' })
    case 'expired':
      return searchAnew(state, answer.say)
    default:
      return onChange(state, answer)
  }
}

function onCallback(state: DialogueState, answer: ToolAnswers['request_callback']): Turn {
  if (answer.status === 'noted') {
    const noted = { ...state, wish: noWish, callback: { ...state.callback, noted: 'yes' as const } }
    const asked: Part = { act: 'ask_phone', text: answer.say }
    if (isQuestion(answer.say)) return ask(noted, 'phone', [{ act: 'callback_noted', text: '' }, asked])
    const told = withLead(noted, { act: 'callback_noted', text: answer.say })
    // Noted first: who hangs up now is called back at the number that was heard (failure 86).
    return (state.leaving === 'yes' ? null : readBack(told, 'phone')) ?? askAnythingElse(told)
  }
  const refuses = ['declined', 'lost'].includes(state.caller.phone.kind) || state.leaving === 'yes'
  const refused = answer.status === 'ask' && answer.what === 'phone' && refuses
  if (refused) {
    const text = say('apologise', { why: 'no_callback' }, state.lang)
    return askAnythingElse(withLead({ ...state, wish: noWish }, { act: 'apologise', text }))
  }
  if (answer.status === 'ask') return askDetail(state, answer) ?? askPhone(state, 'callback')
  return askAnythingElse(withLead({ ...state, wish: noWish }, { act: 'apologise', text: answer.say }))
}

function onTransfer(state: DialogueState, answer: ToolAnswers['transfer_call']): Turn {
  if (answer.status === 'transfer') return putThrough(state, answer.say)
  const told: Part = { act: null, text: answer.say }
  return offerCallback(state, { why: 'person', said: state.callback.reason, told })
}

function askDetail(state: DialogueState, { what, say: text }: { what: string; say: string }): Turn | null {
  if (what !== 'name' && what !== 'phone' && what !== 'email') return null
  const caller = { ...state.caller, [what]: { kind: 'open' as const } }
  return ask({ ...state, caller }, what, [{ act: `ask_${what}`, text }])
}

/** A token that no longer counts: the same wish is looked up again, and the caller chooses anew. */
function searchAnew(state: DialogueState, apology: string): Turn {
  return findSlots(
    withLead({ ...state, wish: withoutOffer(state.wish) }, { act: 'apologise', text: apology }),
  )
}
