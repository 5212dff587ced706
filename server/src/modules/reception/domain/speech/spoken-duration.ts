import { englishCardinal } from './english-number.ts'
import { germanCardinal } from './german-number.ts'
import type { SpeechLanguage } from './speech-language.ts'
import { spokenList } from './spoken-list.ts'

const DAY = 1440
const HOUR = 60

/** "eine Stunde und dreißig Minuten", "zwei Tage"; whole minutes. */
export function spokenDuration(minutes: number, lang: SpeechLanguage): string {
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes % DAY) / HOUR)
  const rest = minutes % HOUR
  const parts = [
    ...(days > 0 ? [count(days, lang, { de: ['ein Tag', 'Tage'], en: ['one day', 'days'] })] : []),
    ...(hours > 0 ? [count(hours, lang, { de: ['eine Stunde', 'Stunden'], en: ['one hour', 'hours'] })] : []),
    ...(rest > 0 || minutes === 0
      ? [count(rest, lang, { de: ['eine Minute', 'Minuten'], en: ['one minute', 'minutes'] })]
      : []),
  ]
  return spokenList(parts, lang)
}

type Names = Readonly<Record<SpeechLanguage, readonly [one: string, many: string]>>

function count(n: number, lang: SpeechLanguage, names: Names): string {
  const [one, many] = names[lang]
  if (n === 1) return one
  return `${lang === 'de' ? germanCardinal(n) : englishCardinal(n)} ${many}`
}
