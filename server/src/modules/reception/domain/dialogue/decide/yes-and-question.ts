import type { ToolArgs } from '../tools.ts'
import { fold } from '../understand/hear.ts'
import { agreesAndAsks } from '../understand/meaning.ts'
import { says } from '../understand/phrase-pattern.ts'
import type { Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import type { DialogueState } from './dialogue-state.ts'
import { callTool, type Turn } from './turn.ts'

/** "What does that cost?" is about the service that was chosen. */
export function questionOf(
  state: DialogueState,
  { text, service }: Understanding,
): ToolArgs['answer_question'] {
  const { wish, lang } = state
  if (asksFee(state, { text, service })) return { question: lexiconOf(lang).feeOfChange[changeAsked(state)] }
  return { question: text, ...(wish.service === null || service !== null ? {} : { service: wish.service }) }
}

/** "Kostet mich das was?", asked while an appointment is cancelled or moved, is about that. */
export function asksFee(
  { waitsFor, task, change, lang }: DialogueState,
  { text, service }: Pick<Understanding, 'text' | 'service'>,
): boolean {
  const changing = task === 'moving' || waitsFor === 'confirm_cancel' || waitsFor === 'confirm_move'
  const ofAnother =
    service !== null && !(change?.target && service.candidates.includes(change.target.service))
  return changing && !ofAnother && says(lexiconOf(lang).asksFee, fold(text))
}

function changeAsked({ task, change }: DialogueState): 'move' | 'cancel' {
  return task === 'moving' || change?.kind === 'move' ? 'move' : 'cancel'
}

/**
 * "Ja, und was kostet das?" says yes to what was read back or to the only time offered. A yes to a cancellation or a
 * move is not taken beside a question: it may be about the fee.
 */
export function agreesToOffer({ waitsFor, wish }: DialogueState, heard: Understanding): boolean {
  const asked = waitsFor === 'confirmation' || (waitsFor === 'choice' && wish.offer?.slots.length === 1)
  return asked && agreesAndAsks(heard) && heard.time === null && heard.service === null
}

export function withQuestion(state: DialogueState, heard: Understanding): DialogueState {
  return { ...state, pendingQuestion: questionOf(state, heard) }
}

/** The question that was kept, now that what was agreed to is done; null: there is none. */
export function askPending(state: DialogueState): Turn | null {
  const question = state.pendingQuestion
  if (!question) return null
  const callback = { ...state.callback, reason: question.question }
  return callTool({ ...state, callback, pendingQuestion: null }, 'answer_question', question)
}
