import type { Lang } from '../acts.ts'
import { phrases } from '../understand/phrase-pattern.ts'
import { numbers as english } from '../words/english/numbers.ts'
import { numbers as german } from '../words/german/numbers.ts'

const higherTens = ['sixty', 'seventy', 'eighty', 'ninety']

const toHundred: Readonly<Record<Lang, ReadonlyMap<string, number>>> = {
  de: german,
  en: new Map([
    ...english,
    ...higherTens.flatMap((ten, index): [string, number][] => [
      [ten, (index + 6) * 10],
      ...[...english]
        .filter(([, value]) => value > 0 && value < 10)
        .map(([unit, value]): [string, number] => [`${ten} ${unit}`, (index + 6) * 10 + value]),
    ]),
    ...[...english]
      .filter(([, value]) => value > 0 && value < 10)
      .map(([unit, value]): [string, number] => [`oh ${unit}`, value]),
  ]),
}

const gap = '[^a-z0-9]*'
const rest: Readonly<Record<Lang, string>> = { de: alternatives('de'), en: alternatives('en') }

/** The words before the last two figures of a year, and its century. */
const centuries: Readonly<Record<Lang, readonly (readonly [RegExp, number])[]>> = {
  de: [
    [spoken(`neunzehn${gap}hundert(?:${gap}und)?(?:${gap}(?<rest>${rest.de}))?`), 1900],
    [spoken(`zwei${gap}tausend(?:${gap}und)?(?:${gap}(?<rest>${rest.de}))?`), 2000],
  ],
  en: [
    [spoken(`nineteen(?:${gap}hundred(?:${gap}and)?)?${gap}(?<rest>${rest.en})`), 1900],
    [spoken(`two${gap}thousand(?:${gap}and)?(?:${gap}(?<rest>${rest.en}))?`), 2000],
    [spoken(`twenty${gap}(?<rest>(?:twenty|ten|eleven|twelve|[a-z]+teen)(?:${gap}(?:${units()}))?)`), 2000],
  ],
}

/** Years in words as figures: "neunzehnhundertachtzig" and "nineteen eighty" are 1980. Folded spelling. */
export function yearsAsFigures(folded: string, lang: Lang): string {
  return centuries[lang].reduce(
    (text, [pattern, century]) =>
      text.replace(pattern, (said: string, ...groups) => {
        const last = (groups.at(-1) as { rest?: string }).rest
        const years = last === undefined ? 0 : toHundred[lang].get(last.replace(/[^a-z]+/g, ' '))
        return years === undefined ? said : String(century + years)
      }),
    folded,
  )
}

function alternatives(lang: Lang): string {
  return [...toHundred[lang].keys()]
    .sort((one, other) => other.length - one.length)
    .map(word => word.replaceAll(' ', '[^a-z0-9]+'))
    .join('|')
}

function units(): string {
  return [...english].flatMap(([word, value]) => (value > 0 && value < 10 ? word : [])).join('|')
}

function spoken(pattern: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${pattern})(?![a-z])`, 'g')
}

/** Ordinals in words as figures with a full stop: "vierzehnter dritter" is "14. 3.". Folded spelling. */
export function ordinalsAsFigures(folded: string, ordinals: ReadonlyMap<string, number>): string {
  const words = phrases([...ordinals.keys()].filter(word => /^[a-z]/.test(word)).join('|'))
  return folded.replace(words, word => {
    const value = ordinals.get(word.replace(/[^a-z0-9]+/g, ' '))
    return value === undefined ? word : `${value}.`
  })
}
