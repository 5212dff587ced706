import { givenValue } from '../capture/capture-detail.ts'
import { fold } from '../understand/hear.ts'
import { affirms, fillsBlank, intends, saysWish } from '../understand/meaning.ts'
import { says } from '../understand/phrase-pattern.ts'
import type { Understanding } from '../understand/understanding.ts'
import { lexiconOf } from '../words/lexicons.ts'
import { repair } from './answer-read-back.ts'
import { askEmail, askName, askNote, askPhone, continueTask } from './continue-task.ts'
import type { DialogueState } from './dialogue-state.ts'
import { misunderstand } from './misunderstand.ts'
import { withoutNote } from './take-slots.ts'
import type { Turn } from './turn.ts'

export function answerName(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.name?.kind === 'heard') return continueTask(state)
  if (heard.name?.kind === 'refused') return repair(state, 'name', 'not_understood')
  if (saysWish(heard) || !intends(heard, 'no')) return null
  if (state.task === 'callback') return continueTask(withDetail(state, 'name', 'declined'))
  return misunderstand(state, heard, () => askName(state, 'needed'))
}

const longestNote = 300

/** Whatever is said is the note, in the caller's words; who does not know goes on without one. */
export function answerNote(state: DialogueState, heard: Understanding): Turn | null {
  const hasDigits = /\d/.test(heard.text)
  if (!hasDigits && intends(heard, 'unsure') && heard.service === null)
    return continueTask(withoutNote(state))
  if (heard.correcting && (fillsBlank(heard) || heard.aspects.length > 0)) return null
  if (intends(heard, 'abandon', 'move', 'cancel', 'goodbye')) return null
  if (!hasDigits && intends(heard, 'no', 'reject', 'unsure')) return continueTask(withoutNote(state))
  const label = state.wish.chosen?.askNote
  const saysNothing = !hasDigits && (affirms(heard) || intends(heard, 'question_other'))
  if (label && saysNothing) return misunderstand(state, heard, () => askNote(state, label))
  const note = { kind: 'given', value: heard.text.slice(0, longestNote) } as const
  return continueTask({ ...state, wish: { ...state.wish, note } })
}

export function answerEmail(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.email !== null || correctsName(state, heard)) return continueTask(state)
  if (saysWish(heard)) return null
  if (declines(state, heard)) return continueTask(withDetail(state, 'email', 'declined'))
  return affirms(heard) ? misunderstand(state, heard, () => askEmail(state, 'address')) : null
}

export function answerPhone(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.phone !== null || correctsName(state, heard)) return continueTask(state)
  if (saysWish(heard)) return null
  if (declines(state, heard)) return continueTask(withDetail(state, 'phone', 'declined'))
  return affirms(heard) ? misunderstand(state, heard, () => askPhone(state, 'number')) : null
}

/** What is optional is declined by any sentence that denies, whatever it denies: "Internet habe ich nicht". */
function declines({ lang }: DialogueState, heard: Understanding): boolean {
  if (intends(heard, 'no', 'reject', 'unsure')) return true
  const denies = says(lexiconOf(lang).negation, fold(heard.text))
  return denies && !intends(heard, 'wait', 'repeat', 'question_other', 'question_about')
}

/** A correction of what was asked before, or the surname after the first name; the open question follows again. */
function correctsName({ caller }: DialogueState, { name, correcting }: Understanding): boolean {
  if (name?.kind !== 'heard') return false
  return name.source !== 'left_over' || correcting || name.value === givenValue(caller.name)
}

export function withDetail(
  state: DialogueState,
  detail: 'name' | 'email' | 'phone',
  kind: 'open' | 'declined',
): DialogueState {
  return { ...state, caller: { ...state.caller, [detail]: { kind } } }
}
