import { englishCardinal } from '../english-number.ts'
import { germanCardinal, germanCount } from '../german-number.ts'
import type { SpeechLanguage } from '../speech-language.ts'

const MINUTES: Readonly<Record<string, number>> = {
  Minute: 1,
  Minuten: 1,
  minute: 1,
  minutes: 1,
  Stunde: 60,
  Stunden: 60,
  hour: 60,
  hours: 60,
  Tag: 1440,
  Tage: 1440,
  day: 1440,
  days: 1440,
}
const MAJOR = /^(Euro|Franken|Pfund|Dollar|euros?|francs?|pounds?|dollars?)$/
const MINOR = /^(Cent|Rappen|Penny|Pence|cents?|rappen|penny|pence)$/
const SMALL = 1000
const numbers = { de: wordsOf('de'), en: wordsOf('en') }

/** The number that some words say; NaN where they say none. Thousands are read apart, so no two numbers sound alike. */
export function readNumber(words: string, lang: SpeechLanguage): number {
  const thousand = lang === 'de' ? 'tausend' : ' thousand'
  const cut = words.indexOf(thousand)
  if (cut === -1) return numbers[lang].get(words) ?? Number.NaN
  const rest = words.slice(cut + thousand.length).replace(/^ (and )?/, '')
  const thousands = numbers[lang].get(words.slice(0, cut)) ?? Number.NaN
  return thousands * SMALL + (rest === '' ? 0 : (numbers[lang].get(rest) ?? Number.NaN))
}

/** "eine Stunde und dreißig Minuten" in minutes. */
export function readDuration(spoken: string, lang: SpeechLanguage): number {
  return readList(spoken, lang).reduce((minutes, part) => {
    const cut = part.lastIndexOf(' ')
    const count = part.slice(0, cut)
    const one = count === 'eine' || count === 'ein' || count === 'one'
    return minutes + (one ? 1 : readNumber(count, lang)) * (MINUTES[part.slice(cut + 1)] ?? Number.NaN)
  }, 0)
}

/** "fünfundvierzig Euro fünfzig", "two euros and five cents" in minor units. */
export function readPrice(spoken: string, lang: SpeechLanguage): number {
  if (spoken.startsWith('minus ')) return -readPrice(spoken.slice('minus '.length), lang)
  const words = spoken.split(' ')
  const major = words.findIndex(word => MAJOR.test(word))
  const rest = words.slice(major + 1).filter(word => word !== 'and' && !MINOR.test(word))
  const minor = rest.length === 0 ? 0 : readNumber(rest.join(' '), lang)
  return major === -1 ? minor : 100 * readNumber(words.slice(0, major).join(' '), lang) + minor
}

/** The parts of "A, B und C". */
export function readList(
  spoken: string,
  lang: SpeechLanguage,
  join: 'and' | 'or' = 'and',
): readonly string[] {
  const word = { de: { and: ' und ', or: ' oder ' }, en: { and: ' and ', or: ' or ' } }[lang][join]
  const cut = spoken.lastIndexOf(word)
  if (cut === -1) return spoken === '' ? [] : [spoken]
  return [...spoken.slice(0, cut).split(', '), spoken.slice(cut + word.length)]
}

function wordsOf(lang: SpeechLanguage): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (let n = 0; n < SMALL; n += 1) {
    for (const word of lang === 'de' ? [germanCardinal(n), germanCount(n)] : [englishCardinal(n)]) {
      if (words.has(word) && words.get(word) !== n) throw new Error(`"${word}" is two numbers.`)
      words.set(word, n)
    }
  }
  return words
}
