import { englishCardinal } from './english-number.ts'
import { germanCardinal, germanCount } from './german-number.ts'
import type { SpeechLanguage } from './speech-language.ts'

interface CurrencyNames {
  readonly de: { readonly major: string; readonly minor: readonly [one: string, many: string] }
  readonly en: {
    readonly major: readonly [one: string, many: string]
    readonly minor: readonly [one: string, many: string]
  }
}

const CURRENCIES: Readonly<Record<string, CurrencyNames>> = {
  EUR: {
    de: { major: 'Euro', minor: ['Cent', 'Cent'] },
    en: { major: ['euro', 'euros'], minor: ['cent', 'cents'] },
  },
  CHF: {
    de: { major: 'Franken', minor: ['Rappen', 'Rappen'] },
    en: { major: ['franc', 'francs'], minor: ['rappen', 'rappen'] },
  },
  GBP: {
    de: { major: 'Pfund', minor: ['Penny', 'Pence'] },
    en: { major: ['pound', 'pounds'], minor: ['penny', 'pence'] },
  },
  USD: {
    de: { major: 'Dollar', minor: ['Cent', 'Cent'] },
    en: { major: ['dollar', 'dollars'], minor: ['cent', 'cents'] },
  },
}

/** Integer minor units, a hundred to the major one: 4550 EUR is "fünfundvierzig Euro fünfzig". */
export function spokenPrice(minor: number, currency: string, lang: SpeechLanguage): string {
  if (minor < 0) return `minus ${spokenPrice(-minor, currency, lang)}`
  const names = CURRENCIES[currency]
  const major = Math.floor(minor / 100)
  const rest = minor % 100
  if (lang === 'de')
    return germanPrice(major, rest, names?.de ?? { major: currency, minor: ['Cent', 'Cent'] })
  return englishPrice(major, rest, names?.en ?? { major: [currency, currency], minor: ['cent', 'cents'] })
}

function germanPrice(major: number, rest: number, { major: name, minor }: CurrencyNames['de']): string {
  if (major === 0 && rest > 0) return rest === 1 ? `ein ${minor[0]}` : `${germanCardinal(rest)} ${minor[1]}`
  const whole = `${germanCount(major)} ${name}`
  return rest === 0 ? whole : `${whole} ${germanCardinal(rest)}`
}

function englishPrice(major: number, rest: number, { major: names, minor }: CurrencyNames['en']): string {
  if (major === 0 && rest > 0) return `${englishCardinal(rest)} ${rest === 1 ? minor[0] : minor[1]}`
  const whole = `${englishCardinal(major)} ${major === 1 ? names[0] : names[1]}`
  return rest === 0
    ? whole
    : `${whole} ${rest < 10 ? 'and ' : ''}${englishCardinal(rest)}${rest < 10 ? ` ${rest === 1 ? minor[0] : minor[1]}` : ''}`
}
