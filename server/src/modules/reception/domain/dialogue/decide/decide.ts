import { say } from '../say/say.ts'
import type { Slot } from '../tools.ts'
import { hear, wordsAt } from '../understand/hear.ts'
import { fillsBlank, intends, saysErrand, saysWish } from '../understand/meaning.ts'
import { spansOf } from '../understand/phrase-pattern.ts'
import type { Intent, Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { withDetail } from './answer-details.ts'
import { answerQuestion } from './answer-question.ts'
import { startChange } from './change-appointment.ts'
import { askDay, askIntent, continueTask, findSlots, noteCallback, startCallback } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { startGroup } from './group-wish.ts'
import { askMoveOrCancel, meansOwn } from './means-own.ts'
import { misunderstand } from './misunderstand.ts'
import { asksMoveOrCancel, asksNewOrExisting } from './new-or-existing.ts'
import { withReplacedName } from './replace-name.ts'
import { addsWish } from './second-wish.ts'
import { takeDetails, takeWish } from './take-slots.ts'
import { callTool, digress, sayGoodbye, type Turn, utter } from './turn.ts'
import { giveUpWish } from './unmet-wish.ts'
import { startWaiting } from './waitlist.ts'
import { agreesToOffer, asksFee, questionOf } from './yes-and-question.ts'

type Rule = (state: DialogueState, heard: Understanding) => Turn | null

/**
 * The first that applies decides. Who asks for a person, a callback or a price is answered that, even in one breath
 * with a no; then comes the answer to the open question, then whatever else changes the subject.
 */
const rules: readonly Rule[] = [
  warns,
  repeats,
  waits,
  asksWhoSpeaks,
  wantsPerson,
  wantsCallback,
  wantsToWait,
  meansOwn,
  asksQuestion,
  answerQuestion,
  leaves,
  asksForAnotherTask,
  givesUp,
  completesCallback,
  wantsOtherSlots,
  asksNewOrExisting,
  asksMoveOrCancel,
  wishes,
  staysPolite,
  asksSomethingElse,
]

/** What follows from an utterance: words to speak, or a tool to call. */
export function decide(state: DialogueState, said: Understanding): Turn {
  if (state.waitsFor === 'ended') return sayGoodbye(state, 'done')
  if (said.silent) return remind(state)
  const heard = withReplacedName(state, said)
  const ofOthers = state.waitsFor === 'companion' || namesCompanion(heard)
  const ofThisWish = addsWish(state, heard) || ofOthers ? { ...heard, name: null } : heard
  const informed = takeDetails({ ...state, silences: 0, leaving: leaving(heard) }, ofThisWish)
  const turn = rules.reduce<Turn | null>((decided, rule) => decided ?? rule(informed, heard), null)
  return turn === null ? misunderstand(informed, heard) : settled(state, turn)
}

/** A name among several who come is not the caller's own, unless it is announced as that. */
function namesCompanion({ group, name }: Understanding): boolean {
  if (group === null || name?.kind !== 'heard') return false
  return name.source !== 'announced' || group.some(part => part.name === name.value)
}

function leaving(heard: Understanding): DialogueState['leaving'] {
  return intends(heard, 'goodbye') ? 'yes' : 'no'
}

/** Only misunderstandings in a row count. */
function settled(before: DialogueState, turn: Turn): Turn {
  if (turn.state.misunderstood > before.misunderstood) return turn
  return { ...turn, state: { ...turn.state, misunderstood: 0 } }
}

const hangsUpAfterSilences = 3

function remind(state: DialogueState): Turn {
  const silences = state.silences + 1
  if (silences >= hangsUpAfterSilences) return hangUp({ ...state, silences }, 'silence')
  const text = `${say('remind', {}, state.lang)} ${state.question.text}`
  return utter({ ...state, silences }, [{ act: 'remind', text }])
}

function warns(state: DialogueState, heard: Understanding): Turn | null {
  if (!intends(heard, 'emergency')) return null
  return digress(state, [{ act: 'emergency', text: say('emergency', {}, state.lang) }])
}

function repeats(state: DialogueState, heard: Understanding): Turn | null {
  const wantsMore = saysErrand(heard) || intends(heard, 'abandon', 'goodbye')
  if (!intends(heard, 'repeat') || fillsBlank(heard) || wantsMore) return null
  return { state, next: { kind: 'speak', ...state.lastTurn, afterwards: 'listen' } }
}

/** "Ach warten Sie, lieber eine Stunde später" asks for no time to think. */
const goesOn: readonly Intent[] = ['yes', 'no', 'goodbye', 'later', 'earlier', 'other']

function waits(state: DialogueState, heard: Understanding): Turn | null {
  const saysMore = fillsBlank(heard) || saysErrand(heard) || intends(heard, ...goesOn)
  if (!intends(heard, 'wait') || saysMore) return null
  return utter(state, [{ act: 'hold_on', text: say('hold_on', {}, state.lang) }])
}

function leaves(state: DialogueState, heard: Understanding): Turn | null {
  if (!intends(heard, 'goodbye')) return null
  return hangUp(state, state.task === 'booking' ? 'unfinished' : 'done')
}

/** A callback that was agreed outlives the call, whoever ends it. */
function hangUp(state: DialogueState, why: 'unfinished' | 'done' | 'silence'): Turn {
  const agreed = state.task === 'callback' && state.callback.noted === 'no'
  return agreed ? noteCallback({ ...state, leaving: 'yes' }) : sayGoodbye(state, why)
}

function asksWhoSpeaks(state: DialogueState, heard: Understanding): Turn | null {
  if (!intends(heard, 'are_you_human')) return null
  return digress(state, [{ act: 'disclose', text: say('disclose', {}, state.lang) }])
}

function wantsCallback(state: DialogueState, heard: Understanding): Turn | null {
  if (state.waitsFor === 'callback' || !intends(heard, 'callback') || intends(heard, 'reject')) return null
  return startCallback(state, { said: heard.text, when: heard.time?.phrase ?? null })
}

/** Whoever asks for the list is put on it; who asks for an appointment as well is offered times first. */
function wantsToWait(state: DialogueState, heard: Understanding): Turn | null {
  if (!intends(heard, 'waitlist') || intends(heard, 'book') || intends(heard, 'reject')) return null
  if (state.waitsFor === 'waitlist' && intends(heard, 'no')) return null
  return startWaiting(state, heard)
}

function wantsPerson(state: DialogueState, heard: Understanding): Turn | null {
  if (!intends(heard, 'human')) return null
  const callback = { ...state.callback, reason: heard.text }
  return callTool({ ...state, callback }, 'transfer_call', { reason: heard.text })
}

function asksForAnotherTask(state: DialogueState, heard: Understanding): Turn | null {
  if (state.task === 'booking' && state.wish.offer !== null) {
    const changesMind = intends(heard, 'cancel') || (intends(heard, 'move') && heard.time !== null)
    if (changesMind) return null
  }
  if (intends(heard, 'cancel')) return startChange(state, 'cancel', heard)
  if (cannotCome(state, heard)) return askMoveOrCancel(state)
  if (intends(heard, 'move') && state.task !== 'moving') return startChange(state, 'move', heard)
  return intends(heard, 'appointments') ? startChange(state, 'hear', heard) : null
}

/** At the beginning it speaks of an appointment there is; later it may turn an offer down. */
function cannotCome({ waitsFor }: DialogueState, heard: Understanding): boolean {
  const opening = waitsFor === 'intent' || waitsFor === 'anything_else'
  return opening && intends(heard, 'cannot_come') && !intends(heard, 'move', 'appointments')
}

function givesUp(state: DialogueState, heard: Understanding): Turn | null {
  if (saysWish(heard) || !intends(heard, 'abandon', 'cancel')) return null
  return giveUpWish(state)
}

/** Facts are the tools'; a wish said in the same breath is kept and followed after the answer. */
function asksQuestion(state: DialogueState, heard: Understanding): Turn | null {
  if (answersWithFullName(state, heard) || agreesToOffer(state, heard)) return null
  if (declinesFee(state, heard)) return null
  if (!(asksForFacts(heard) || asksAbout(state, heard) || asksFee(state, heard))) return null
  const ofTheBusiness = intends(heard, 'question_hours') || asksForPresence(heard)
  const alsoBooks = intends(heard, 'book') || (heard.time !== null && !ofTheBusiness)
  const next: DialogueState = alsoBooks
    ? { ...state, task: 'booking', wish: takeWish(state.wish, heard) }
    : { ...state, wish: state.task === 'none' ? takeWish(state.wish, heard) : state.wish }
  return askTool(next, heard)
}

/** "No, not if it costs something" is a no to the fee that was named, and no question about prices. */
function declinesFee({ waitsFor }: DialogueState, heard: Understanding): boolean {
  return (waitsFor === 'confirm_cancel' || waitsFor === 'confirm_move') && intends(heard, 'no')
}

/** What the catalogue answers. */
function asksForFacts(heard: Understanding): boolean {
  const mayBook = intends(heard, 'book') || (heard.service !== null && heard.time !== null)
  const hours = intends(heard, 'question_hours') && !mayBook
  const wantsAnyone = heard.staff?.kind === 'anyone' || intends(heard, 'any', 'book') || heard.time !== null
  const staff = intends(heard, 'question_staff') && !wantsAnyone && !intends(heard, 'move')
  return (
    hours ||
    staff ||
    asksForPresence(heard) ||
    intends(heard, 'question_price', 'question_duration', 'question_services', 'question_rules')
  )
}

/** "Arbeitet Aylin auch nachmittags um vier?" wishes for nothing yet. */
function asksForPresence(heard: Understanding): boolean {
  const ofSomebody = intends(heard, 'question_presence') && heard.staff?.kind === 'named'
  return ofSomebody && heard.service === null && !intends(heard, 'book')
}

/** "Ich bin allergisch gegen Haarfarbe, was machen Sie da?" names a service and wishes for none. */
function asksAbout({ waitsFor }: DialogueState, heard: Understanding): boolean {
  const ofOwn = intends(heard, 'appointments', 'move', 'cancel')
  return (
    intends(heard, 'question_about') &&
    !ofOwn &&
    waitsFor !== 'note' &&
    heard.time === null &&
    !intends(heard, 'book')
  )
}

function askTool(state: DialogueState, heard: Understanding): Turn {
  const callback = { ...state.callback, reason: heard.text }
  return callTool({ ...state, callback }, 'answer_question', questionOf(state, heard))
}

/** "Petra Preis" asks for no price. */
function answersWithFullName({ waitsFor }: DialogueState, { name }: Understanding): boolean {
  return waitsFor === 'name' && name?.kind === 'heard' && name.value.includes(' ')
}

function completesCallback(state: DialogueState, heard: Understanding): Turn | null {
  if (state.callback.noted === 'no' || heard.phone === null || saysWish(heard)) return null
  return continueTask({ ...state, task: 'callback' })
}

function wantsOtherSlots(state: DialogueState, heard: Understanding): Turn | null {
  const slots = state.wish.offer?.slots ?? []
  const [first, last] = [slots[0], slots.at(-1)]
  if (first === undefined || last === undefined || heard.time !== null || heard.service !== null) return null
  const looking = { ...state, wish: takeWish({ ...state.wish, chosen: null }, heard) }
  if (intends(heard, 'earlier') && !intends(heard, 'later') && looking.wish.group.length === 0) {
    return findSlots(looking, { before_slot: first.token })
  }
  if (!intends(heard, 'later', 'other')) return null
  const shift = shiftSaid(looking, heard)
  if (shift !== null) return findShifted(looking, shift, first)
  return looking.wish.group.length > 0
    ? askDay(looking, 'declined')
    : findSlots(looking, { after_slot: last.token })
}

/** "Einen Tag später", with its length. */
function shiftSaid({ lang, wish }: DialogueState, { text }: Understanding): string | null {
  const heard = hear(text)
  const [shift] = spansOf(lexiconOf(lang).times.shifts, heard.folded)
  return shift === undefined || wish.group.length > 0 ? null : wordsAt(heard, shift)
}

/** Later than the first that was offered; the day that was asked for stays what a correction refers to. */
function findShifted(state: DialogueState, phrase: string, { token }: Slot): Turn {
  const shifted = { ...state.wish, when: { phrase, day: null, clock: phrase } }
  const turn = findSlots({ ...state, wish: shifted }, { after_slot: token })
  return { ...turn, state: { ...turn.state, wish: { ...turn.state.wish, when: state.wish.when } } }
}

const asksForDetails = ['name', 'companion', 'note', 'email', 'phone'] as const

function wishes(state: DialogueState, heard: Understanding): Turn | null {
  if (state.task === 'callback' && heard.service === null && !intends(heard, 'book')) {
    return heard.time === null
      ? null
      : continueTask({ ...state, callback: { ...state.callback, when: heard.time.phrase } })
  }
  // "Acht Uhr" in answer to the question for a name is no change of plan unless the caller says so.
  const offTopic = asksForDetails.some(detail => detail === state.waitsFor) && !heard.correcting
  if (offTopic || !(saysWish(heard) || heard.group !== null || intends(heard, 'book'))) return null
  const group = startGroup(state, heard)
  if (group) return group
  return continueTask(
    forWhom({ ...state, task: taskOf(state, heard), wish: takeWish(state.wish, heard) }, heard),
  )
}

/** A time said while an appointment is moved is its new one; another service is another appointment. */
function taskOf(state: DialogueState, heard: Understanding): 'booking' | 'moving' | 'waiting' {
  const { service } = heard
  if (state.task === 'waiting' && !intends(heard, 'book')) return 'waiting'
  const target = state.change?.target
  const other = service !== null && target && !service.candidates.includes(target.service)
  return state.task === 'moving' && !other ? 'moving' : 'booking'
}

/** An appointment "für meine Frau" is not in the name of the caller. */
function forWhom(state: DialogueState, heard: Understanding): DialogueState {
  if (!intends(heard, 'someone_else') || state.task === 'moving') return state
  const other: DialogueState = { ...state, wish: { ...state.wish, attendee: 'other' } }
  // A name that is announced is the caller's own; one left over in the sentence is that of whoever comes.
  const named = heard.name?.kind === 'heard' && heard.name.source === 'left_over'
  return named ? other : withDetail(other, 'name', 'open')
}

function staysPolite(state: DialogueState, heard: Understanding): Turn | null {
  if (state.waitsFor === 'intent' && heard.name?.kind === 'heard') return askIntent(state, 'again')
  return intends(heard, 'greeting', 'thanks') ? digress(state, []) : null
}

function asksSomethingElse(state: DialogueState, heard: Understanding): Turn | null {
  return intends(heard, 'question_other') ? askTool(state, heard) : null
}
