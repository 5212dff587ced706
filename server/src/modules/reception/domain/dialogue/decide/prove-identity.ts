import type { ToolAnswers } from '../tools.ts'
import { askForCode, cannotProve } from './ask-for-proof.ts'
import { readBack, startAgain } from './change-appointment.ts'
import type { DialogueState, Part } from './dialogue-state.ts'
import type { Turn } from './turn.ts'

/** What was refused is done now: the appointment that was chosen is read back, or they are looked up. */
export function onVerifyCode(state: DialogueState, answer: ToolAnswers['verify_code']): Turn {
  switch (answer.status) {
    case 'verified': {
      const told: Part = { act: null, text: answer.say }
      return state.change?.target ? readBack(state, told) : startAgain(state, told)
    }
    case 'wrong':
    case 'ask':
      return askForCode(state, answer.say)
    default:
      return cannotProve(state, answer.say)
  }
}
