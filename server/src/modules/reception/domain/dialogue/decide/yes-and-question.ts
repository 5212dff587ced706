import type { ToolArgs } from '../tools.ts'
import { agreesAndAsks } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { DialogueState } from './dialogue-state.ts'
import { callTool, type Turn } from './turn.ts'

/** "What does that cost?" is about the service that was chosen. */
export function questionOf(
  { wish }: DialogueState,
  { text, service }: Understanding,
): ToolArgs['answer_question'] {
  return { question: text, ...(wish.service === null || service !== null ? {} : { service: wish.service }) }
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
