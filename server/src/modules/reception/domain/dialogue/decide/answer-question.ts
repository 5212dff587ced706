import { affirms, fillsBlank, intends, saysWish } from '../understand/meaning.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { answerConfirmation, answerCorrection } from './answer-confirmation.ts'
import { answerEmail, answerName, answerNote, answerPhone } from './answer-details.ts'
import { answerReadBack } from './answer-read-back.ts'
import { answerChoice, answerDay, answerOtherStaff, answerService } from './answer-wish.ts'
import { answerCode } from './ask-for-proof.ts'
import { answerConfirmCancel, answerConfirmMove, answerWhich } from './change-appointment.ts'
import { askAnythingElse, askDay, askIntent, continueTask, startCallback } from './continue-task.ts'
import type { DialogueState, WaitsFor } from './dialogue-state.ts'
import { answerCompanion } from './group-wish.ts'
import { answerDates, answerRhythm } from './series-wish.ts'
import { sayGoodbye, type Turn } from './turn.ts'
import { answerWaitlist } from './waitlist.ts'

/** Reads an utterance as the answer to the open question; null when it is none. */
export function answerQuestion(state: DialogueState, heard: Understanding): Turn | null {
  return answers[state.waitsFor](state, heard)
}

type Answer = (state: DialogueState, heard: Understanding) => Turn | null

const answers: Readonly<Record<WaitsFor, Answer>> = {
  intent: answerIntent,
  service: answerService,
  day: answerDay,
  choice: answerChoice,
  other_staff: answerOtherStaff,
  times: answerRhythm,
  every: answerRhythm,
  dates: answerDates,
  name: answerName,
  companion: answerCompanion,
  note: answerNote,
  email: answerEmail,
  phone: answerPhone,
  confirm_name: answerReadBack('name'),
  confirm_phone: answerReadBack('phone'),
  confirm_email: answerReadBack('email'),
  confirmation: answerConfirmation,
  correction: answerCorrection,
  which: answerWhich,
  confirm_move: answerConfirmMove,
  confirm_cancel: answerConfirmCancel,
  waitlist: answerWaitlist,
  code: answerCode,
  callback: answerCallback,
  anything_else: answerAnythingElse,
  ended: state => sayGoodbye(state, 'done'),
}

const declining: readonly Intent[] = ['no', 'reject', 'thanks', 'goodbye', 'greeting']

function answerIntent(state: DialogueState, heard: Understanding): Turn | null {
  const nothingMore = heard.intents.every(intent => declining.includes(intent))
  return intends(heard, 'no') && nothingMore && !fillsBlank(heard) ? sayGoodbye(state, 'done') : null
}

function answerCallback(state: DialogueState, heard: Understanding): Turn | null {
  const wanted = affirms(heard) || (intends(heard, 'callback') && !intends(heard, 'reject'))
  if (wanted) return startCallback(state, { said: state.callback.reason, when: heard.time?.phrase ?? null })
  if (saysWish(heard) || !intends(heard, 'no', 'reject')) return null
  if (intends(heard, 'goodbye')) return sayGoodbye(state, 'done')
  if (state.task === 'none') return askAnythingElse(state)
  const next = searchFailed(state) ? askDay(state, 'declined') : continueTask(state)
  // The same question again leads to the same place: whoever is lost in it is let go after a while.
  const lost = state.lastTurn.acts.includes('apologise')
  return lost ? { ...next, state: { ...next.state, misunderstood: state.misunderstood + 1 } } : next
}

/** Asking the same again would fail the same. */
function searchFailed({ task, wish }: DialogueState): boolean {
  return task === 'booking' && wish.service !== null && wish.when !== null && wish.offer === null
}

function answerAnythingElse(state: DialogueState, heard: Understanding): Turn | null {
  const somethingMore =
    intends(heard, 'another') && affirms(heard) && !intends(heard, 'book', 'thanks', 'goodbye')
  if (somethingMore && !saysWish(heard)) return askIntent(state, 'again')
  if (
    heard.service !== null ||
    intends(heard, 'another', 'callback', 'human', 'move', 'cancel', 'appointments')
  )
    return null
  if (intends(heard, 'no', 'thanks', 'goodbye')) return sayGoodbye(state, 'done')
  if (saysWish(heard) || intends(heard, 'book', 'abandon') || !affirms(heard)) return null
  return askIntent(state, 'again')
}
