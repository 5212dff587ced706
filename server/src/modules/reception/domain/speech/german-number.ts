const ONES = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
]
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']
const TEENS: Readonly<Record<number, string>> = { 16: 'sechzehn', 17: 'siebzehn' }
const ORDINALS: Readonly<Record<number, string>> = { 1: 'erst', 3: 'dritt', 7: 'siebt', 8: 'acht' }

/** "einundzwanzig"; whole numbers from 0 to 999,999,999. */
export function germanCardinal(n: number): string {
  return n % 100 === 1 ? `${stem(n)}s` : stem(n)
}

/** "ein" before a noun: "ein Uhr", "hundertein Tage". */
export function germanCount(n: number): string {
  return stem(n)
}

/** "einundzwanzigste" without its ending: the caller of this adds "e", "er" or "en". */
export function germanOrdinalStem(n: number): string {
  const rest = n % 100
  const irregular = ORDINALS[rest]
  if (irregular !== undefined) return n > 100 ? `${stem(n - rest)}${irregular}` : irregular
  return `${stem(n)}${rest > 0 && rest < 20 ? 't' : 'st'}`
}

/** "zweitausendsechsundzwanzig", "neunzehnhundertneunundneunzig". */
export function germanYear(year: number): string {
  if (year < 1100 || year > 1999) return germanCardinal(year)
  const rest = year % 100
  return `${stem(Math.floor(year / 100))}hundert${rest === 0 ? '' : germanCardinal(rest)}`
}

function stem(n: number): string {
  if (n < 13) return ONES[n] ?? ''
  if (n < 20) return TEENS[n] ?? `${ONES[n - 10]}zehn`
  if (n < 100) {
    const tens = TENS[Math.floor(n / 10)] ?? ''
    return n % 10 === 0 ? tens : `${ONES[n % 10]}und${tens}`
  }
  if (n < 1000) return group(n, 100, 'hundert')
  if (n < 1_000_000) return group(n, 1000, 'tausend')
  const millions = Math.floor(n / 1_000_000)
  const rest = n % 1_000_000
  const head = millions === 1 ? 'eine Million' : `${germanCardinal(millions)} Millionen`
  return rest === 0 ? head : `${head} ${stem(rest)}`
}

function group(n: number, size: number, name: string): string {
  const rest = n % size
  return `${stem(Math.floor(n / size))}${name}${rest === 0 ? '' : stem(rest)}`
}
