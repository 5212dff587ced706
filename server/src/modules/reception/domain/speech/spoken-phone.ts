import type { SpeechLanguage } from './speech-language.ts'

const DIGITS: Readonly<Record<SpeechLanguage, readonly string[]>> = {
  de: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}
const HOME_PREFIX = '+49'

/** "null eins sieben eins, drei neun zwei, null null, eins eins": digit by digit, in groups to remember. */
export function spokenPhone(phoneE164: string, lang: SpeechLanguage): string {
  return phoneGroups(phoneE164)
    .map(group => spokenGroup(group, lang))
    .join(', ')
}

/** German numbers as they are dialled at home, prefix first; others with their country code. */
function phoneGroups(phone: string): readonly string[] {
  const compact = phone.replaceAll(/[^\d+]/g, '')
  const home = compact.startsWith(HOME_PREFIX) ? `0${compact.slice(HOME_PREFIX.length)}` : compact
  const prefix = prefixLength(home)
  return [home.slice(0, prefix), ...triples(home.slice(prefix))].filter(group => group.length > 0)
}

function prefixLength(number: string): number {
  if (number.startsWith('+')) return 3
  if (number.startsWith('015') || number.startsWith('016') || number.startsWith('017')) return 4
  return /^0(30|40|69|89)/.test(number) ? 3 : 4
}

/** Groups of three; a remainder of one makes two pairs instead of a lonely digit. */
function triples(digits: string): readonly string[] {
  const groups: string[] = []
  for (let at = 0; at < digits.length; ) {
    const left = digits.length - at
    const size = left === 4 || left === 2 ? 2 : Math.min(3, left)
    groups.push(digits.slice(at, at + size))
    at += size
  }
  return groups
}

function spokenGroup(group: string, lang: SpeechLanguage): string {
  const words = [...group].map(char => (char === '+' ? 'plus' : DIGITS[lang][Number(char)]))
  return words.join(' ')
}
