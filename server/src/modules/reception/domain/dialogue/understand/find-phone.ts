import type { ContactWords } from '../words/lexicon.ts'
import type { Heard, Span } from './hear.ts'
import { says } from './phrase-pattern.ts'

type Found = { readonly phone: string; readonly span: Span }

const fewestDigits = 6
const mostDigits = 15

/**
 * A telephone number in digits or words, as digits with an optional plus; whether it exists is for others to say.
 * `any` takes every long enough run; `announced` only one that is called a number or cannot be anything else.
 */
export function findPhone(
  heard: Heard,
  {
    words,
    numbers,
    reading,
  }: { words: ContactWords; numbers: ReadonlyMap<string, number>; reading: 'any' | 'announced' },
): Found | null {
  const longest = runsOfDigits(heard.folded, words, numbers).sort(
    (a, b) => b.phone.length - a.phone.length,
  )[0]
  if (longest === undefined) return null
  const digits = longest.phone.replace('+', '').length
  if (digits < fewestDigits || digits > mostDigits) return null
  const unmistakable = digits >= 9 && /^[0+]/.test(longest.phone)
  if (reading === 'any' || unmistakable || says(words.phoneAnnouncements, heard.folded)) return longest
  return null
}

type Token = { readonly digits: string | null; readonly span: Span }

function runsOfDigits(folded: string, words: ContactWords, numbers: ReadonlyMap<string, number>): Found[] {
  const runs: Found[] = []
  let before: Token | null = null
  for (const token of tokensOf(folded, words, numbers)) {
    const run = runs.at(-1)
    const between =
      before === null ? '' : folded.slice(before.span[1], token.span[0]).replaceAll(words.betweenDigits, ' ')
    const continues = before?.digits != null && onlySeparators(between)
    if (token.digits !== null && run && continues) {
      runs[runs.length - 1] = { phone: run.phone + token.digits, span: [run.span[0], token.span[1]] }
    } else if (token.digits !== null) {
      runs.push({ phone: token.digits, span: token.span })
    }
    before = token
  }
  return runs.filter(({ phone }) => /^\+?\d+$/.test(phone))
}

function tokensOf(folded: string, words: ContactWords, numbers: ReadonlyMap<string, number>): Token[] {
  const tokens: Token[] = []
  let doubledFrom: number | null = null
  for (const match of folded.matchAll(/\+|\d+|[a-z]+/g)) {
    if (says(words.doubled, match[0])) {
      doubledFrom = match.index
      continue
    }
    // "0171, dann 392, und dann 00 57"
    if (tokens.length > 0 && says(words.betweenDigits, match[0])) continue
    const digits = digitsOf(match[0], words, numbers)
    tokens.push({
      digits: digits === null || doubledFrom === null ? digits : digits.repeat(2),
      span: [doubledFrom ?? match.index, match.index + match[0].length],
    })
    doubledFrom = null
  }
  return tokens
}

/** All digits of an utterance, one after the other. */
export function tokenDigits(folded: string, words: ContactWords): string {
  return tokensOf(folded, words, words.digits)
    .map(token => token.digits ?? '')
    .join('')
    .replaceAll('+', '')
}

function onlySeparators(between: string): boolean {
  return /^[\s,/()-]*$/.test(between)
}

function digitsOf(word: string, words: ContactWords, numbers: ReadonlyMap<string, number>): string | null {
  if (/^\d+$/.test(word)) return word
  if (word === '+' || says(words.plus, word)) return '+'
  const value = numbers.get(word)
  return value === undefined ? null : String(value)
}
