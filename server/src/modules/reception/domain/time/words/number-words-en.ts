import { ENGLISH_SMALL } from '../../speech/english-number.ts'
import type { Meaning, WordTable } from '../meaning.ts'
import { spell } from './inflect.ts'

const TENS = ['twenty', 'thirty', 'forty', 'fifty']
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]
const VARIANTS: WordTable = {
  ...spell({ number: 1, weak: true }, 'a', 'an'),
  ...spell({ number: 1.5 }, 'one and a half', 'a and a half'),
  'two and a half': { number: 2.5 },
  ...spell({ ordinalSuffix: true }, 'st', 'nd', 'rd', 'th'),
  oh: { oh: true },
}

/** Cardinals 0 to 59, ordinals 1 to 31, years as they are spoken ("twenty twenty-six"). */
export function englishNumberWords(): WordTable {
  const table: Record<string, Meaning> = {}
  for (let n = 0; n <= 59; n += 1) table[cardinal(n)] = { number: n }
  for (let n = 1; n <= 12; n += 1) table[`${cardinal(n)}ish`] = { number: n }
  for (let n = 1; n <= 31; n += 1) table[ordinal(n)] = { ordinal: n }
  for (let n = 20; n <= 59; n += 1) table[`twenty ${cardinal(n)}`] = { number: 2000 + n }
  return { ...table, ...VARIANTS }
}

function cardinal(n: number): string {
  if (n < 20) return ENGLISH_SMALL[n] ?? ''
  const tens = TENS[Math.floor(n / 10) - 2] ?? ''
  return n % 10 === 0 ? tens : `${tens} ${ENGLISH_SMALL[n % 10]}`
}

function ordinal(n: number): string {
  if (n < 20) return ORDINALS[n - 1] ?? ''
  if (n === 20) return 'twentieth'
  if (n === 30) return 'thirtieth'
  return `${n < 30 ? 'twenty' : 'thirty'} ${ORDINALS[(n % 10) - 1]}`
}
