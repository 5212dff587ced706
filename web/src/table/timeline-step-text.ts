import type { TimelineEntry } from '../api/contract.ts'
import { withoutMarks } from '../text/without-marks.ts'
import { wordFor, words } from '../text/words.ts'
import { isObject } from '../util/is-object.ts'

export type Speaker = 'caller' | 'receptionist'

/** What a step is called. */
export const stepTitle = (entry: TimelineEntry): string => {
  const speaker = speakerOf(entry)
  if (speaker !== null) return speaker === 'caller' ? words.call.caller : words.call.agent
  return wordFor(words.timeline.stepName, entry.name) ?? entry.name
}

/** Who spoke in a turn; null for every other step. */
export const speakerOf = (entry: TimelineEntry): Speaker | null => {
  if (entry.kind !== 'turn') return null
  return entry.name === 'caller' || entry.name === 'user' ? 'caller' : 'receptionist'
}

/** The sentence that was said or is to be said in a step, if there is one. */
export const spokenIn = (entry: TimelineEntry): string | null => {
  const text =
    firstText(entry.result, ['say', 'text', 'spoken']) ??
    firstText(entry.arguments, ['text', 'say', 'subject', 'phrase', 'reason'])
  return withoutMarks(text ?? null)
}

/** What a tool answered, in a word, and whether that let the call go on as wished. */
export const stepStatus = (
  entry: TimelineEntry,
): { text: string; went: 'well' | 'otherwise' | 'wrong' } | null => {
  const status = firstText(entry.result, ['status', 'state'])
  if (status === null) return null
  return { text: wordFor(words.timeline.status, status) ?? status, went: wentOf(status) }
}

const wentOf = (status: string) => {
  if (WELL.has(status)) return 'well'
  return WRONG.has(status) ? 'wrong' : 'otherwise'
}

const WELL = new Set([
  'ok',
  'free',
  'held',
  'booked',
  'requested',
  'noted',
  'answer',
  'moved',
  'cancelled',
  'sent',
  'joined',
  'transfer',
  'verified',
])
const WRONG = new Set(['failed', 'unknown', 'unknown_tool', 'not_available', 'invalid_token', 'error'])

const firstText = (value: unknown, names: string[]): string | null => {
  if (typeof value === 'string' && value !== '') return value
  if (!isObject(value)) return null
  const name = names.find(candidate => typeof value[candidate] === 'string' && value[candidate] !== '')
  return name === undefined ? null : String(value[name])
}
