import type { Slot } from '../../scheduling/index.ts'
import type { SpeechLanguage } from '../domain/speech/speech-language.ts'
import { sentencesOf } from './sentences.ts'

/** A slot as a tool offers it: the token, and the words for exactly what it books. */
export function spokenSlots(
  slots: readonly Slot[],
  lang: SpeechLanguage,
): Array<{ token: string; spoken: string }> {
  return slots.map(slot => ({ token: slot.token, spoken: sentencesOf(lang).slot(slot) }))
}
