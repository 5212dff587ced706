import {
  type CaptureEvent,
  type CaptureField,
  capture,
  givenValue,
  MOST_REPAIRS,
  repairsOf,
} from '../capture/capture-detail.ts'
import { withCorrectedEnd } from '../capture/correct-digits.ts'
import type { ActFacts } from '../say/phrases.ts'
import { say } from '../say/say.ts'
import { fold } from '../understand/hear.ts'
import { affirms, intends } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { askAnythingElse, askEmail, askName, askPhone, continueTask, offerCallback } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { ask, type Turn, withLead } from './turn.ts'

/** A yes, the whole again, its end corrected, or a no that asks for it anew. */
export function answerReadBack(field: CaptureField) {
  return (state: DialogueState, heard: Understanding): Turn | null => {
    const anew = {
      name: heard.name?.kind === 'heard',
      phone: heard.phone !== null,
      email: heard.email !== null,
    }
    if (anew[field]) return affirms(heard) ? agreed(state, field) : continueTask(state)
    const corrected = field === 'phone' ? correctedNumber(state, heard) : null
    if (corrected !== null)
      return continueTask(
        captured(state, field, { kind: 'said', value: corrected, source: 'spoken', confidence: 'likely' }),
      )
    if (affirms(heard)) return agreed(state, field)
    return intends(heard, 'no', 'reject') ? repair(state, field, 'denied') : null
  }
}

function agreed(state: DialogueState, field: CaptureField): Turn {
  const next = captured(state, field, { kind: 'agreed' })
  return state.task === 'callback' && state.callback.noted === 'yes'
    ? askAnythingElse(next)
    : continueTask(next)
}

function correctedNumber({ caller, lang }: DialogueState, { text }: Understanding): string | null {
  const known = givenValue(caller.phone)
  return known === null ? null : withCorrectedEnd(known, fold(text), lexiconOf(lang).contact)
}

/** Asked once more, a name at last letter by letter; after two repairs the caller is called back or goes on without. */
export function repair(state: DialogueState, field: CaptureField, why: 'denied' | 'not_understood'): Turn {
  const repaired = captured(state, field, { kind: why })
  const detail = repaired.caller[field]
  if (detail.kind === 'lost') return withoutDetail(repaired, field)
  if (field === 'email') return askEmail(repaired, 'address')
  if (field === 'phone') return askPhone(repaired, 'number')
  return repairsOf(detail) < MOST_REPAIRS && why === 'not_understood'
    ? askName(repaired, 'refused')
    : ask(repaired, 'name', [{ act: 'spell_name', text: say('spell_name', {}, state.lang) }])
}

function withoutDetail(state: DialogueState, field: CaptureField): Turn {
  const apology = (why: ActFacts['apologise']['why']): DialogueState =>
    withLead(state, { act: 'apologise', text: say('apologise', { why }, state.lang) })
  if (field !== 'name' || state.task === 'callback') return continueTask(apology('without'))
  const asked = { ...apology('again'), caller: { ...state.caller, name: { kind: 'open' as const } } }
  return offerCallback(asked, { why: 'lost', said: '' })
}

/** Nobody answers the read-back: what was heard stays as it is, and is not read back again. */
export function leaveAsHeard(state: DialogueState, field: CaptureField): DialogueState {
  const detail = state.caller[field]
  if (detail.kind !== 'given') return state
  return { ...state, caller: { ...state.caller, [field]: { ...detail, repairs: MOST_REPAIRS + 1 } } }
}

function captured(state: DialogueState, field: CaptureField, event: CaptureEvent): DialogueState {
  return { ...state, caller: { ...state.caller, [field]: capture(state.caller[field], event) } }
}
