import { say } from '../say/say.ts'
import type { ToolAnswers } from '../tools.ts'
import { intends } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import { offerCallback } from './continue-task.ts'
import type { DialogueState, Part } from './dialogue-state.ts'
import { ask, callTool, type Turn } from './turn.ts'

/** What own appointments may take besides the number: a code that is sent, or a date of birth. */
type WantedProof = 'code' | 'birth_date'

/** A code is sent at once, because the caller asked for what needs it; a date of birth is asked for. */
export function askForProof(
  state: DialogueState,
  { proof, text }: { proof: WantedProof; text: string },
): Turn {
  if (proof === 'code') return callTool(state, 'send_code', { channel: 'email' })
  return askForCode(state, text)
}

export function askForCode(state: DialogueState, text: string): Turn {
  return ask(state, 'code', [{ act: 'ask_code', text }])
}

export function onSendCode(state: DialogueState, answer: ToolAnswers['send_code']): Turn {
  if (answer.status === 'sent') return askForCode(state, answer.say)
  return cannotProve(state, answer.say)
}

/** Whatever has a figure or a word for one in it is taken for an answer; the tool knows which it is. */
export function answerCode(state: DialogueState, heard: Understanding): Turn | null {
  const declines = intends(heard, 'no', 'reject', 'unsure', 'abandon')
  if (declines && !/\d/.test(heard.text)) return cannotProve(state, '')
  if (intends(heard, 'goodbye', 'book')) return null
  return callTool(state, 'verify_code', { code: heard.text.slice(0, 100) })
}

/** The question in words of our own, when the language has changed. */
export function askCodeAgain(state: DialogueState): Turn {
  return askForCode(state, say('ask_code', {}, state.lang))
}

export function cannotProve(state: DialogueState, text: string): Turn {
  const told: Part = { act: null, text }
  return offerCallback(
    { ...state, change: null },
    { why: 'not_here', said: state.callback.reason, ...(text === '' ? {} : { told }) },
  )
}
