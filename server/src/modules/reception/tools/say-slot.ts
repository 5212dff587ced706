import type { Slot } from '../../scheduling/index.ts'
import { german } from './sentences.ts'

/** A slot as a tool offers it: the token, and the words for exactly what it books. */
export function spokenSlots(slots: readonly Slot[]): Array<{ token: string; spoken: string }> {
  return slots.map(slot => ({ token: slot.token, spoken: german.slot(slot) }))
}
