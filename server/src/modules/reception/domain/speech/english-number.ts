/** Zero to nineteen. */
export const ENGLISH_SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** "twenty-one"; whole numbers from 0 to 999,999,999. */
export function englishCardinal(n: number): string {
  if (n < 20) return ENGLISH_SMALL[n] ?? ''
  if (n < 100) {
    const tens = TENS[Math.floor(n / 10)] ?? ''
    return n % 10 === 0 ? tens : `${tens}-${ENGLISH_SMALL[n % 10]}`
  }
  if (n < 1000) return group(n, 100, 'hundred')
  return n < 1_000_000 ? group(n, 1000, 'thousand') : group(n, 1_000_000, 'million')
}

/** "twenty-first". */
export function englishOrdinal(n: number): string {
  const cardinal = englishCardinal(n)
  const cut = Math.max(cardinal.lastIndexOf('-'), cardinal.lastIndexOf(' ')) + 1
  const last = cardinal.slice(cut)
  const ordinal = ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return cardinal.slice(0, cut) + ordinal
}

/** "twenty twenty-six", "two thousand", "nineteen ninety-nine". */
export function englishYear(year: number): string {
  const rest = year % 100
  const century = Math.floor(year / 100)
  if (year < 1100 || year > 9999 || (century % 10 === 0 && rest < 10)) return englishCardinal(year)
  if (rest === 0) return `${englishCardinal(century)} hundred`
  return `${englishCardinal(century)} ${rest < 10 ? 'oh ' : ''}${englishCardinal(rest)}`
}

function group(n: number, size: number, name: string): string {
  const rest = n % size
  const head = `${englishCardinal(Math.floor(n / size))} ${name}`
  if (rest === 0) return head
  return `${head}${rest < 100 ? ' and' : ''} ${englishCardinal(rest)}`
}
