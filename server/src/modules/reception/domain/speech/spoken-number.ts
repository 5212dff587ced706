import { englishCardinal, englishOrdinal } from './english-number.ts'
import { germanCardinal, germanOrdinalStem } from './german-number.ts'
import type { SpeechLanguage } from './speech-language.ts'

/** "einundzwanzig", "twenty-one"; whole numbers from 0 to 999,999,999. */
export function spokenCardinal(n: number, lang: SpeechLanguage): string {
  return lang === 'de' ? germanCardinal(n) : englishCardinal(n)
}

/** "einundzwanzigste", "twenty-first": the form that stands in a list. */
export function spokenOrdinal(n: number, lang: SpeechLanguage): string {
  return lang === 'de' ? `${germanOrdinalStem(n)}e` : englishOrdinal(n)
}
