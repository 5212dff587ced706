import { say } from '../say/say.ts'
import type { Slot } from '../tools.ts'
import { takeApart } from '../understand/find-time.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import {
  askAnythingElse,
  askDay,
  askEmail,
  askIntent,
  askName,
  askPhone,
  askService,
  bookChosen,
  continueTask,
  findSlots,
  startCallback,
} from './continue-task.ts'
import type { DialogueState, WaitsFor } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { misunderstand } from './misunderstand.ts'
import { ask, callTool, sayGoodbye, type Turn } from './turn.ts'

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
  name: answerName,
  email: answerEmail,
  phone: answerPhone,
  confirmation: answerConfirmation,
  correction: answerCorrection,
  callback: answerCallback,
  anything_else: answerAnythingElse,
  ended: state => sayGoodbye(state, 'done'),
}

function answerIntent(state: DialogueState, heard: Understanding): Turn | null {
  return intends(heard, 'no') && !saysWish(heard) && heard.intents.length === 1
    ? askAnythingElse(state)
    : null
}

function answerService(state: DialogueState, heard: Understanding): Turn | null {
  const candidates = state.wish.serviceCandidates
  const chosen = chosenOf(candidates, heard)
  if (chosen !== null && (heard.service === null || heard.service.candidates.length > 1)) {
    return continueTask({ ...state, wish: { ...state.wish, service: chosen, serviceCandidates: [] } })
  }
  const declined = candidates.length > 0 && heard.service === null && intends(heard, 'no', 'reject')
  return declined ? askService(state) : null
}

function answerDay(state: DialogueState, heard: Understanding): Turn | null {
  const chosen = chosenOf(state.wish.whenCandidates, heard)
  const { times } = lexiconOf(state.lang)
  const open = heard.time === null && intends(heard, 'any', 'unsure')
  const phrase = chosen ?? (open ? times.soonest : null)
  if (phrase === null) return withoutDay(state, heard)
  const when = takeApart(phrase, times)
  return continueTask({ ...state, wish: { ...state.wish, when, whenCandidates: [] } })
}

/** "Does it suit you a little later?" may be answered by a yes that still names no day. */
function withoutDay(state: DialogueState, heard: Understanding): Turn | null {
  if (!saysWish(heard) && affirms(heard)) return askDay(state, 'first')
  if (saysWish(heard) || !intends(heard, 'no', 'reject')) return null
  return state.wish.whenCandidates.length > 0 || intends(heard, 'reject')
    ? askDay(state, 'declined')
    : askAnythingElse({ ...state, wish: noWish })
}

/** The candidate that was pointed at, or the only one when it was affirmed. */
function chosenOf(candidates: readonly string[], heard: Understanding): string | null {
  if (heard.choice?.kind === 'one') return candidates[heard.choice.index] ?? null
  const [only] = candidates
  return candidates.length === 1 && only !== undefined && affirms(heard) ? only : null
}

function answerChoice(state: DialogueState, heard: Understanding): Turn | null {
  const slots = state.wish.offer?.slots ?? []
  const [first] = slots
  if (heard.choice?.kind === 'one') return pick(state, slots[heard.choice.index])
  if (heard.choice?.kind === 'several') {
    return askWhich(
      state,
      heard.choice.indexes.flatMap(index => slots[index] ?? []),
    )
  }
  if (saysWish(heard)) return null
  if (affirms(heard)) return slots.length === 1 ? pick(state, first) : askWhich(state, slots)
  if (intends(heard, 'later', 'earlier', 'other', 'goodbye', 'abandon')) return null
  if (intends(heard, 'any') && !intends(heard, 'no', 'reject')) return pick(state, first)
  if (intends(heard, 'no', 'reject')) return askDay(state, 'declined')
  return null
}

function pick(state: DialogueState, slot: Slot | undefined): Turn | null {
  if (slot === undefined) return null
  const wish = { ...state.wish, chosen: { slot, state: 'picked' as const } }
  return callTool({ ...state, wish }, 'hold_slot', { token: slot.token })
}

function askWhich(state: DialogueState, slots: readonly Slot[]): Turn {
  const text = say('offer', { which: slots.map(slot => slot.spoken) }, state.lang)
  const wish = { ...state.wish, offer: { slots, say: text } }
  return ask({ ...state, wish }, 'choice', [{ act: 'offer', text }])
}

function answerOtherStaff(state: DialogueState, heard: Understanding): Turn | null {
  const anyone = affirms(heard) || (intends(heard, 'any') && !intends(heard, 'no', 'reject'))
  if (anyone && !saysWish(heard)) return findSlots({ ...state, wish: { ...state.wish, staff: null } })
  return intends(heard, 'no', 'reject') && !saysWish(heard) ? askDay(state, 'declined') : null
}

function answerName(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.name?.kind === 'heard') return continueTask(state)
  if (heard.name?.kind === 'refused') return misunderstand(state, heard, () => askName(state, 'refused'))
  if (saysWish(heard) || !intends(heard, 'no')) return null
  if (state.task === 'callback') return continueTask(withDetail(state, 'name', 'declined'))
  return misunderstand(state, heard, () => askName(state, 'needed'))
}

function answerEmail(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.email !== null) return continueTask(state)
  if (saysWish(heard)) return null
  if (intends(heard, 'no', 'reject', 'unsure')) return continueTask(withDetail(state, 'email', 'declined'))
  return affirms(heard) ? askEmail(state, 'address') : null
}

function answerPhone(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.phone !== null) return continueTask(state)
  if (saysWish(heard)) return null
  if (intends(heard, 'no', 'reject', 'unsure')) return continueTask(withDetail(state, 'phone', 'declined'))
  return affirms(heard) ? askPhone(state, 'number') : null
}

function answerConfirmation(state: DialogueState, heard: Understanding): Turn | null {
  const changed = !restates(state, heard) && saysWish(heard)
  if (changed) return null
  const corrects =
    heard.name !== null || heard.email !== null || (heard.correcting && heard.aspects.length > 0)
  if (affirms(heard) && !corrects) {
    return bookChosen({ ...state, leaving: intends(heard, 'goodbye') ? 'yes' : 'no' })
  }
  return (
    answerCorrection(state, heard) ?? (intends(heard, 'no', 'reject') ? askIntent(state, 'correction') : null)
  )
}

/** Saying again what was just read back changes nothing. */
function restates(state: DialogueState, heard: Understanding): boolean {
  const sameService = heard.service === null || heard.service.candidates.includes(state.wish.service ?? '')
  const sameSlot = heard.choice !== null || (heard.time === null && heard.staff === null)
  return sameService && sameSlot
}

function answerCorrection(state: DialogueState, heard: Understanding): Turn | null {
  if (saysWish(heard) && !restates(state, heard)) return null
  if (heard.name?.kind === 'heard' || heard.email !== null || heard.phone !== null) return continueTask(state)
  if (intends(heard, 'goodbye', 'abandon', 'later', 'earlier', 'other')) return null
  const [aspect] = heard.aspects
  if (aspect === undefined) return answerCorrectionInGeneral(state, heard)
  return {
    time: () => askDay(state, 'first'),
    service: () => askService(state),
    name: () => askName(withDetail(state, 'name', 'open'), 'refused'),
    email: () => askEmail(withDetail(state, 'email', 'open'), 'address'),
    phone: () => askPhone(withDetail(state, 'phone', 'open'), 'number'),
  }[aspect]()
}

function answerCorrectionInGeneral(state: DialogueState, heard: Understanding): Turn | null {
  if (state.waitsFor !== 'correction') return null
  if (affirms(heard)) return continueTask(state)
  return intends(heard, 'no') ? askAnythingElse({ ...state, wish: noWish }) : null
}

function answerCallback(state: DialogueState, heard: Understanding): Turn | null {
  const wanted = affirms(heard) || (intends(heard, 'callback') && !intends(heard, 'reject'))
  if (wanted) return startCallback(state, { said: state.callback.reason, when: heard.time?.phrase ?? null })
  if (saysWish(heard) || !intends(heard, 'no', 'reject')) return null
  if (intends(heard, 'goodbye')) return sayGoodbye(state, 'done')
  if (state.task === 'none') return askAnythingElse(state)
  return searchFailed(state) ? askDay(state, 'declined') : continueTask(state)
}

/** Asking the same again would fail the same. */
function searchFailed({ task, wish }: DialogueState): boolean {
  return task === 'booking' && wish.service !== null && wish.when !== null && wish.offer === null
}

function answerAnythingElse(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.service !== null || intends(heard, 'book', 'callback', 'human', 'move', 'cancel', 'abandon'))
    return null
  if (intends(heard, 'no', 'thanks', 'goodbye')) return sayGoodbye(state, 'done')
  if (saysWish(heard) || !affirms(heard)) return null
  return askIntent(state, 'again')
}

function withDetail(
  state: DialogueState,
  detail: 'name' | 'email' | 'phone',
  kind: 'open' | 'declined',
): DialogueState {
  return { ...state, caller: { ...state.caller, [detail]: { kind } } }
}

export function intends(heard: Understanding, ...wanted: readonly Intent[]): boolean {
  return wanted.some(intent => heard.intents.includes(intent))
}

export function saysWish(heard: Understanding): boolean {
  return heard.service !== null || heard.time !== null || heard.staff !== null
}

const spoilsYes: readonly Intent[] = [
  'no',
  'reject',
  'later',
  'earlier',
  'other',
  'abandon',
  'wait',
  'repeat',
  'unsure',
  'move',
  'cancel',
  'human',
  'callback',
  'question_hours',
  'question_price',
  'question_services',
]

/** A yes with nothing in it that takes it back: a yes misheard commits, a no misheard costs one more question. */
export function affirms(heard: Understanding): boolean {
  return intends(heard, 'yes') && !intends(heard, ...spoilsYes)
}
