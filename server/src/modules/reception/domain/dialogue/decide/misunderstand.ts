import { givenValue } from '../capture/capture-detail.ts'
import { say } from '../say/say.ts'
import type { Understanding } from '../understand/understanding.ts'
import { leaveAsHeard } from './answer-read-back.ts'
import { continueTask, offerCallback } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { withCompanion, withoutNote } from './take-slots.ts'
import { callTool, digress, sayGoodbye, type Turn, withLead } from './turn.ts'

const offersCallbackAfter = 2
const givesUpAfter = 5

/**
 * Counts a turn that led nowhere. The second in a row leads out: what is optional is skipped, for the rest a callback
 * is offered. `ask` puts the question in other words; without it, it is put again.
 */
export function misunderstand(state: DialogueState, heard: Understanding, ask?: () => Turn): Turn {
  const counted = { ...state, misunderstood: state.misunderstood + 1 }
  if (counted.misunderstood >= givesUpAfter) {
    return sayGoodbye(counted, state.task === 'booking' ? 'unfinished' : 'done')
  }
  if (counted.misunderstood >= offersCallbackAfter) return wayOut(counted, heard)
  if (ask !== undefined) return counting(ask(), counted)
  const apology = { act: 'apologise', text: say('apologise', { why: 'misunderstood' }, state.lang) } as const
  const mayListServices = state.waitsFor === 'service' && state.wish.serviceCandidates.length === 0
  return mayListServices
    ? callTool(withLead(counted, apology), 'list_services', {})
    : digress(counted, [apology])
}

function wayOut(state: DialogueState, heard: Understanding): Turn {
  const { waitsFor, caller } = state
  if (waitsFor === 'anything_else') return sayGoodbye(state, 'done')
  if (waitsFor === 'note') return continueTask(withoutNote(state))
  if (waitsFor === 'email')
    return continueTask({ ...state, caller: { ...caller, email: { kind: 'declined' } } })
  if (waitsFor === 'phone')
    return continueTask({ ...state, caller: { ...caller, phone: { kind: 'declined' } } })
  if (waitsFor === 'companion') return continueTask(withCompanion(state, givenValue(state.caller.name) ?? ''))
  if (waitsFor === 'confirm_name') return continueTask(leaveAsHeard(state, 'name'))
  if (waitsFor === 'confirm_phone') return continueTask(leaveAsHeard(state, 'phone'))
  if (waitsFor === 'confirm_email') return continueTask(leaveAsHeard(state, 'email'))
  if (waitsFor === 'name' && state.task === 'callback') {
    return continueTask({ ...state, caller: { ...caller, name: { kind: 'declined' } } })
  }
  const apology = { act: 'apologise', text: say('apologise', { why: 'again' }, state.lang) } as const
  return offerCallback(withLead(state, apology), { why: 'lost', said: heard.text })
}

function counting(turn: Turn, { misunderstood }: DialogueState): Turn {
  return { ...turn, state: { ...turn.state, misunderstood } }
}
