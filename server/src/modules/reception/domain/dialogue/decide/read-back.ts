import { type CaptureField, givenValue, isToBeReadBack } from '../capture/capture-detail.ts'
import { say } from '../say/say.ts'
import type { DialogueState } from './dialogue-state.ts'
import { ask, type Turn } from './turn.ts'

/** Reads back the first of these that may have been misheard; null: none was. */
export function readBack(state: DialogueState, ...fields: readonly CaptureField[]): Turn | null {
  const field = fields.find(one => isToBeReadBack(one, state.caller[one]))
  const value = field && givenValue(state.caller[field])
  if (!field || !value) return null
  const text = {
    name: () => say('confirm_name', { name: value }, state.lang),
    phone: () => say('confirm_phone', { phone: value }, state.lang),
    email: () => say('confirm_email', { email: value }, state.lang),
  }[field]()
  return ask(state, `confirm_${field}`, [{ act: `confirm_${field}`, text }])
}
