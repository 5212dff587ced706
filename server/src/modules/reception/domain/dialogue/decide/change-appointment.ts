import { say } from '../say/say.ts'
import type { OwnAppointment, ToolAnswers } from '../tools.ts'
import { findChoice } from '../understand/find-choice.ts'
import { fold, hear } from '../understand/hear.ts'
import { affirms, intends, saysWish } from '../understand/meaning.ts'
import { says } from '../understand/phrase-pattern.ts'
import type { Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { askForProof } from './ask-for-proof.ts'
import { askAnythingElse, askDay, continueTask, offerCallback } from './continue-task.ts'
import type { Change, DialogueState, Part } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { ask, callTool, digress, type Turn, withLead, withoutQuestion } from './turn.ts'

/**
 * A caller's own appointments: heard, moved or cancelled. Which one is meant is asked unless there is one only; what is
 * about to happen is read back, and a fee is named, before the tool that does it is called.
 */
export function startChange(state: DialogueState, kind: Change['kind'], heard: Understanding): Turn {
  const when = kind === 'move' ? heard.towards : null
  const change: Change = { kind, said: withoutNewTime(heard), options: [], target: null, fee: 'not_named' }
  const staff = heard.staff?.kind === 'named' ? heard.staff.name : null
  const wish = kind === 'hear' ? state.wish : { ...noWish, when, staff: kind === 'move' ? staff : null }
  const callback = { ...state.callback, reason: heard.text }
  return callTool({ ...state, wish, change, callback }, 'my_appointments', {})
}

/** "Auf Freitag" is where it shall go; any other time says which one is meant. */
function withoutNewTime({ text, towards }: Understanding): string {
  return towards === null ? text : text.replace(towards.phrase, ' ')
}

export function onMyAppointments(state: DialogueState, answer: ToolAnswers['my_appointments']): Turn {
  const { change } = state
  if (answer.status !== 'ok' || change === null) return noneFound(state, answer)
  if (change.kind === 'hear') return tellAppointments(state, answer.say)
  return chooseAmong(state, change, answer.appointments)
}

function noneFound(state: DialogueState, answer: ToolAnswers['my_appointments']): Turn {
  if (answer.status === 'not_identified' && answer.proof !== undefined)
    return askForProof(state, { proof: answer.proof, text: answer.say })
  const told: Part = { act: answer.status === 'none' ? 'list_appointments' : null, text: answer.say }
  const forgotten = { ...state, change: null }
  if (answer.status === 'none' && state.change?.kind === 'hear')
    return askAnythingElse(withLead(forgotten, told))
  return offerCallback(forgotten, {
    why: 'not_here',
    said: state.callback.reason,
    told: { ...told, act: null },
  })
}

function tellAppointments(before: DialogueState, text: string): Turn {
  const state = withLead({ ...before, change: null }, { act: 'list_appointments', text })
  const open = state.waitsFor !== 'intent' && state.waitsFor !== 'anything_else'
  return open ? digress(state, []) : askAnythingElse(state)
}

function chooseAmong(state: DialogueState, change: Change, options: readonly OwnAppointment[]): Turn {
  const meant = meantBy(state, change.said, options)
  const [only, ...others] = meant
  if (only !== undefined && others.length === 0) return withTarget(state, { ...change, options }, only)
  return askWhich(state, { ...change, options: meant.length > 0 ? meant : options })
}

/** By the service, and by what tells the appointments apart: weekday, date, clock, person. */
function meantBy(
  state: DialogueState,
  said: string,
  options: readonly OwnAppointment[],
): readonly OwnAppointment[] {
  if (options.length < 2) return options
  const heard = hear(said)
  const named = options.filter(({ service }) => heard.folded.includes(hear(service).folded))
  const among = named.length > 0 ? named : options
  const choice = findChoice(heard, among.map(spokenOf), { lexicon: lexiconOf(state.lang), staff: [] })
  const indexes = choice === null ? [] : choice.kind === 'one' ? [choice.index] : choice.indexes
  const chosen = indexes.flatMap(index => among[index] ?? [])
  return chosen.length > 0 ? chosen : among
}

function spokenOf({ service, spoken }: OwnAppointment): string {
  return `${service}, ${spoken}`
}

function askWhich(state: DialogueState, change: Change): Turn {
  const text = say('ask_which', { which: change.options.map(spokenOf) }, state.lang)
  return ask({ ...state, change }, 'which', [{ act: 'ask_which', text }])
}

export function answerWhich(state: DialogueState, heard: Understanding): Turn | null {
  const { change } = state
  if (change === null) return null
  if (heard.choice?.kind === 'one') {
    const target = change.options[heard.choice.index]
    return target === undefined ? null : withTarget(state, change, target)
  }
  const named = change.options.filter(({ service }) => heard.service?.candidates.includes(service))
  const meant = meantBy(state, heard.text, named.length > 0 ? named : change.options)
  const [only, ...others] = meant
  if (only !== undefined && others.length === 0 && saysWish(heard)) return withTarget(state, change, only)
  if (intends(heard, 'no', 'reject', 'abandon') && !saysWish(heard)) return leaveAsItIs(state)
  return null
}

function withTarget(state: DialogueState, change: Change, target: OwnAppointment): Turn {
  const chosen = { ...state, change: { ...change, target } }
  if (change.kind !== 'move') return confirmCancel(chosen, target)
  return continueTask({ ...chosen, task: 'moving', wish: { ...state.wish, service: target.service } })
}

/** The appointment that was chosen, once more, for the same yes as before. */
export function readBack(state: DialogueState, told: Part): Turn {
  const { change } = state
  return change?.target ? withTarget(withLead(state, told), change, change.target) : startAgain(state, told)
}

/** The appointments are asked for as at first. */
export function startAgain(state: DialogueState, told: Part): Turn {
  return callTool(withLead(state, told), 'my_appointments', {})
}

function confirmCancel(state: DialogueState, { service, spoken }: OwnAppointment): Turn {
  const text = say('confirm_cancel', { service, slot: spoken }, state.lang)
  return ask(state, 'confirm_cancel', [{ act: 'confirm_cancel', text }])
}

export function answerConfirmCancel(state: DialogueState, heard: Understanding): Turn | null {
  const target = state.change?.target
  if (!state.change || !target) return null
  // "Ja, bitte absagen" repeats the wish; it takes back nothing.
  const repeated = { ...heard, intents: heard.intents.filter(intent => intent !== 'cancel') }
  const agrees =
    affirms(repeated) ||
    notNeeded(state, heard) ||
    (intends(heard, 'cancel') && !intends(heard, 'no', 'reject', 'abandon', 'move'))
  if (agrees) {
    return callTool(state, 'cancel_appointment', {
      reference: target.reference,
      ...(state.change.fee === 'named' ? { confirmed: true } : {}),
    })
  }
  if (intends(heard, 'move')) return null
  return intends(heard, 'no', 'reject', 'abandon') ? leaveAsItIs(state) : null
}

/** "Richtig, den brauche ich nicht mehr" denies the need and nothing else. */
function notNeeded({ lang }: DialogueState, heard: Understanding): boolean {
  if (intends(heard, 'abandon', 'move')) return false
  const { own, clearNo } = lexiconOf(lang)
  const folded = fold(heard.text)
  return (says(own.needless, folded) || says(own.cancel, folded)) && !says(clearNo, folded)
}

export function answerConfirmMove(state: DialogueState, heard: Understanding): Turn | null {
  const { change, wish } = state
  if (!change?.target || wish.chosen === null) return null
  const repeated = { ...heard, intents: heard.intents.filter(intent => intent !== 'move') }
  const otherTime = heard.time !== null && heard.choice === null
  const orders = intends(heard, 'move') && !intends(heard, 'no', 'reject', 'abandon', 'cancel')
  if ((affirms(repeated) || orders) && !otherTime) {
    return callTool(state, 'move_appointment', {
      reference: change.target.reference,
      token: wish.chosen.slot.token,
      ...(change.fee === 'named' ? { confirmed: true } : {}),
    })
  }
  if (saysWish(heard)) return null
  if (change.fee === 'named' && intends(heard, 'no', 'reject', 'abandon')) return leaveAsItIs(state)
  return intends(heard, 'no', 'reject') ? askDay(state, 'declined') : null
}

function leaveAsItIs(state: DialogueState): Turn {
  return askAnythingElse(settledChange(state))
}

function settledChange(state: DialogueState): DialogueState {
  return { ...state, task: 'none', wish: noWish, change: null }
}

type Changed = ToolAnswers['cancel_appointment'] | ToolAnswers['move_appointment']

/** What the tools that change have in common: a fee to agree to, a rule against it, which one is meant. */
export function onChange(state: DialogueState, answer: Changed): Turn {
  switch (answer.status) {
    case 'cancelled':
    case 'moved':
      return askAnythingElse(withLead(settledChange(state), { act: answer.status, text: answer.say }))
    case 'confirm':
      return nameFee(state, answer.say)
    case 'not_allowed':
      return informOfRule(state, { text: answer.say, next: answer.next })
    case 'ask':
      return answer.what === 'which' && answer.appointments !== undefined && state.change !== null
        ? askWhich(state, { ...state.change, options: answer.appointments })
        : askDay(state, 'first', { act: null, text: answer.say })
    case 'not_identified':
      if (answer.proof !== undefined) return askForProof(state, { proof: answer.proof, text: answer.say })
      return cannotChange(state, answer.say)
    default:
      return cannotChange(state, answer.say)
  }
}

function cannotChange(state: DialogueState, text: string): Turn {
  const told: Part = { act: null, text }
  return offerCallback(settledChange(state), { why: 'not_here', said: state.callback.reason, told })
}

function nameFee(state: DialogueState, text: string): Turn {
  if (state.change === null) return askAnythingElse(state)
  const change: Change = { ...state.change, fee: 'named' }
  const act = change.kind === 'move' ? 'confirm_move' : 'confirm_cancel'
  return ask({ ...state, change }, act, [{ act, text }])
}

/** Who can help is asked at once: a person who picks up now, else somebody who calls back. */
function informOfRule(
  before: DialogueState,
  { text, next }: { text: string; next: 'transfer' | 'callback' | 'none' },
): Turn {
  const state = settledChange(before)
  const told: Part = { act: 'inform_policy', text }
  switch (next) {
    case 'transfer': {
      // The transfer answers the question whether to put through.
      const rule = { ...told, text: withoutQuestion(text) }
      return callTool(withLead(state, rule), 'transfer_call', { reason: state.callback.reason })
    }
    case 'callback':
      return offerCallback(withLead(state, { ...told, text: '' }), {
        why: 'not_here',
        said: state.callback.reason,
        told: { act: null, text },
      })
    case 'none':
      return askAnythingElse(withLead(state, told))
    default:
      return next satisfies never
  }
}
