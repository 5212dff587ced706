import type { WordTable } from '../meaning.ts'

const ONES = ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const TEENS = [
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
]
const TENS = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig']
const ORDINAL_STEMS = ['', 'erst', 'zweit', 'dritt', 'viert', 'fünft', 'sechst', 'siebt', 'acht', 'neunt']
const ORDINAL_ENDINGS = ['e', 'en', 'er', 'es', 'em']
/** A year has 52 or 53 weeks, which are counted too: "in der achtundvierzigsten Kalenderwoche". */
const MOST_WEEKS = 53
const VARIANTS: WordTable = {
  zweitausend: { number: 2000 },
  eins: { number: 1 },
  ein: { number: 1, weak: true },
  eine: { number: 1, weak: true },
  einen: { number: 1, weak: true },
  einem: { number: 1, weak: true },
  einer: { number: 1, weak: true },
  ner: { number: 1, weak: true },
  nem: { number: 1, weak: true },
  nen: { number: 1, weak: true },
  /** "um achte" is a clock time, "der achte" a day. */
  achte: { ordinal: 8, number: 8 },
  zwo: { number: 2 },
  zweie: { number: 2 },
  zwee: { number: 2 },
  fümf: { number: 5 },
  dreie: { number: 3 },
  viere: { number: 4 },
  fünfe: { number: 5 },
  sechse: { number: 6 },
  siebene: { number: 7 },
  neune: { number: 9 },
  zehne: { number: 10 },
  elfe: { number: 11 },
  zwölfe: { number: 12 },
  fuffzehn: { number: 15 },
  fuffzig: { number: 50 },
  anderthalb: { number: 1.5 },
  eineinhalb: { number: 1.5 },
  einundeinhalb: { number: 1.5 },
  zweieinhalb: { number: 2.5 },
  dreieinhalb: { number: 3.5 },
}

/** Cardinals 0 to 59 with the years 2000 to 2099, ordinals 1 to 53 with all their endings. */
export function germanNumberWords(): WordTable {
  const table: Record<string, WordTable[string]> = {}
  for (let n = 0; n <= 59; n += 1) {
    const word = cardinal(n)
    table[word] = { number: n }
    table[`zweitausend${n === 1 ? 'eins' : word}`] = { number: 2000 + n }
    if (n > 20 && n % 10 === 2) table[word.replace('zwei', 'zwo')] = { number: n }
  }
  for (let n = 1; n <= MOST_WEEKS; n += 1) {
    for (const ending of ORDINAL_ENDINGS) table[ordinalStem(n) + ending] = { ordinal: n }
  }
  for (const ending of ORDINAL_ENDINGS) {
    table[`siebent${ending}`] = { ordinal: 7 }
    table[`zwot${ending}`] = { ordinal: 2 }
  }
  return { ...table, ...VARIANTS }
}

function cardinal(n: number): string {
  if (n < 10) return ONES[n] ?? ''
  if (n < 20) return TEENS[n - 10] ?? ''
  const tens = TENS[Math.floor(n / 10) - 2] ?? ''
  return n % 10 === 0 ? tens : `${ONES[n % 10]}und${tens}`
}

function ordinalStem(n: number): string {
  if (n < 10) return ORDINAL_STEMS[n] ?? ''
  return n < 20 ? `${cardinal(n)}t` : `${cardinal(n)}st`
}
