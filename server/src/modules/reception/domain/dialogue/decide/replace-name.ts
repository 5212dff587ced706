import { givenValue } from '../capture/capture-detail.ts'
import { fold } from '../understand/hear.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { DialogueState } from './dialogue-state.ts'

/** "Nicht Anna, Hanna" is the caller's name, whole and corrected, once the wrong words are part of the known one. */
export function withReplacedName({ caller }: DialogueState, heard: Understanding): Understanding {
  const known = givenValue(caller.name)
  if (known === null || heard.replacedName === null) return heard
  const value = replaced(known.split(' '), heard.replacedName)
  return value === null
    ? heard
    : { ...heard, name: { kind: 'heard', value, source: 'announced' }, staff: null }
}

function replaced(
  known: readonly string[],
  { wrong, right }: NonNullable<Understanding['replacedName']>,
): string | null {
  const count = wrong.split(/\s+/).length
  const at = known.findIndex((_, index) => fold(known.slice(index, index + count).join(' ')) === wrong)
  if (at === -1) return null
  return right.includes(' ') ? right : [...known.slice(0, at), right, ...known.slice(at + count)].join(' ')
}
