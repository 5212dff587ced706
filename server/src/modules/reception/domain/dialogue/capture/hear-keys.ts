import type { Expecting, Understanding } from '../understand/understanding.ts'

const KEYS = /^#[\d*#]+$/
const fewestOfNumber = 6

/** The digits of an utterance that was typed: "#01713920011", as a line writes what came from the keypad; else null. */
export function keysIn(utterance: string): string | null {
  const typed = utterance.trim()
  return KEYS.test(typed) ? typed.replaceAll(/[*#]/g, '') : null
}

/** What typed digits say: 1 is yes, 2 no, 0 a person, one of several its place, more of them a number, code or date. */
export function hearKeys(keys: string, expecting: Expecting, silence: Understanding): Understanding {
  const typed: Understanding = { ...silence, text: keys, silent: keys === '', by: 'keypad' }
  if (keys === '0') return { ...typed, intents: ['human'] }
  const options = expecting.kind === 'choice' ? expecting.options.length : 0
  if (options > 1) {
    const index = Number(keys) - 1
    return index < options ? { ...typed, choice: { kind: 'one', index } } : typed
  }
  if (keys === '1' || keys === '2') return { ...typed, intents: [keys === '1' ? 'yes' : 'no'] }
  const asksNumber =
    expecting.kind === 'phone' || (expecting.kind === 'read_back' && expecting.of === 'phone')
  return asksNumber && keys.length >= fewestOfNumber ? { ...typed, phone: keys } : typed
}
