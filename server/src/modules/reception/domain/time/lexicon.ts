import type { Meaning, WordTable } from './meaning.ts'
import type { TimeLanguage } from './time-result.ts'
import { foldWord, type Token, tokenize } from './tokenize.ts'
import { uniform } from './uniform-meaning.ts'
import { CALENDAR_WORDS_DE } from './words/calendar-words-de.ts'
import { CALENDAR_WORDS_EN } from './words/calendar-words-en.ts'
import { CLOCK_WORDS_DE } from './words/clock-words-de.ts'
import { CLOCK_WORDS_EN } from './words/clock-words-en.ts'
import { FILLER_WORDS_DE } from './words/filler-words-de.ts'
import { FILLER_WORDS_EN } from './words/filler-words-en.ts'
import { HOLIDAY_WORDS_DE } from './words/holiday-words-de.ts'
import { germanNumberWords } from './words/number-words-de.ts'
import { englishNumberWords } from './words/number-words-en.ts'
import { SMALL_WORDS_DE } from './words/small-words-de.ts'
import { SMALL_WORDS_EN } from './words/small-words-en.ts'

/** Tokens that belong together, with what they can mean; an empty meaning is a word we do not know. */
export interface Lexeme {
  readonly text: string
  readonly kind: Token['kind']
  readonly meaning: Meaning
  readonly start: number
  readonly end: number
  readonly glued: boolean
  readonly pause: boolean
}

interface Expression {
  readonly words: readonly string[]
  readonly meaning: Meaning
  /** A single word that changes nothing. */
  readonly onlyFiller: boolean
}

/** Expressions by their first word, the longest first. */
type Lexicon = ReadonlyMap<string, readonly Expression[]>

/** A word that no table has. */
export const UNKNOWN: Meaning = uniform({})
const FRACTIONS = new Map([
  ['5', 0.5],
  ['25', 0.25],
  ['75', 0.75],
])
/** Those of days, hours and minutes. */
const SMALL_NUMBERS: readonly Meaning[] = Array.from({ length: 100 }, (_, number) => uniform({ number }))
const LEXICONS: Readonly<Record<TimeLanguage, Lexicon>> = {
  de: compile([
    germanNumberWords(),
    CALENDAR_WORDS_DE,
    CLOCK_WORDS_DE,
    HOLIDAY_WORDS_DE,
    FILLER_WORDS_DE,
    SMALL_WORDS_DE,
  ]),
  en: compile([englishNumberWords(), CALENDAR_WORDS_EN, CLOCK_WORDS_EN, FILLER_WORDS_EN, SMALL_WORDS_EN]),
}

/** Words and fixed expressions of the phrase in order, without the words that change nothing. */
export function readLexemes(phrase: string, lang: TimeLanguage): readonly Lexeme[] {
  const lexicon = LEXICONS[lang]
  const tokens = tokenize(phrase)
  const lexemes: Lexeme[] = []
  let pause = false
  for (let at = 0; at < tokens.length; ) {
    const { lexeme, next } = lexemeAt(tokens, at, lexicon)
    pause ||= lexeme.pause
    if (lexeme.meaning.filler !== true) {
      lexemes.push(pause === lexeme.pause ? lexeme : { ...lexeme, pause })
      pause = false
    }
    at = next
  }
  return lexemes
}

function lexemeAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { lexeme: Lexeme; next: number } {
  const first = tokens[at] as Token
  if (first.kind === 'mark') return { lexeme: { ...first, meaning: UNKNOWN }, next: at + 1 }
  for (const { words, meaning } of lexicon.get(first.text) ?? []) {
    const next = endOf(words, tokens, { at, lexicon })
    const last = next === null ? undefined : tokens[next - 1]
    if (next === null || last === undefined) continue
    return { lexeme: { ...first, kind: 'word', end: last.end, meaning }, next }
  }
  const part = first.kind === 'digits' ? decimalAt(tokens, at, lexicon) : null
  if (part !== null)
    return { lexeme: { ...first, end: part.end, meaning: uniform({ number: part.number }) }, next: part.next }
  const meaning = first.kind === 'digits' ? numberMeaning(first.text) : UNKNOWN
  return { lexeme: { ...first, meaning }, next: at + 1 }
}

/** "in 1,5 Stunden", "2.5 hours": halves and quarters of what is counted, and no date. */
function decimalAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { number: number; end: number; next: number } | null {
  const dotted = tokens[at + 1]?.kind === 'mark' && tokens[at + 1]?.text === '.'
  const place = dotted ? at + 2 : at + 1
  const [whole, part] = [tokens[at], tokens[place]]
  if (whole === undefined || part?.kind !== 'digits' || part.start !== whole.end + 1) return null
  const fraction = FRACTIONS.get(part.text)
  if (fraction === undefined || (!dotted && !part.pause)) return null
  const counts = lexicon.get(tokens[place + 1]?.text ?? '')?.some(({ meaning }) => meaning.unit !== undefined)
  return counts ? { number: Number(whole.text) + fraction, end: part.end, next: place + 1 } : null
}

function numberMeaning(digits: string): Meaning {
  const number = Number(digits)
  return SMALL_NUMBERS[number] ?? uniform({ number })
}

/** The place after an expression; fillers and the marks of "twenty-two" and "1. Advent" may stand inside it. */
function endOf(
  words: readonly string[],
  tokens: readonly Token[],
  { at, lexicon }: { readonly at: number; readonly lexicon: Lexicon },
): number | null {
  let next = at + 1
  for (let i = 1; i < words.length; i += 1) {
    const word = words[i]
    while (tokens[next]?.text !== word && isSkippable(tokens[next], lexicon)) next += 1
    if (tokens[next]?.text !== word || tokens[next]?.pause === true) return null
    next += 1
  }
  return next
}

function isSkippable(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false
  if (token.kind === 'mark') return token.glued && (token.text === '-' || token.text === '.')
  return lexicon.get(token.text)?.at(-1)?.onlyFiller === true
}

function compile(tables: readonly WordTable[]): Lexicon {
  const meanings = new Map<string, Meaning>()
  for (const table of tables) {
    for (const [key, meaning] of Object.entries(table)) {
      const folded = foldExpression(key)
      meanings.set(folded, { ...meanings.get(folded), ...meaning })
    }
  }
  addPlainVowels(tables, meanings)
  const byFirstWord = new Map<string, Expression[]>()
  for (const [key, meaning] of meanings) {
    const words = key.split(' ')
    const first = words[0] as string
    const expressions = byFirstWord.get(first) ?? []
    expressions.push({
      words,
      meaning: uniform(meaning),
      onlyFiller: words.length === 1 && meaning.filler === true,
    })
    byFirstWord.set(first, expressions)
  }
  for (const expressions of byFirstWord.values()) expressions.sort((a, b) => b.words.length - a.words.length)
  return byFirstWord
}

/** "ubermorgen", "fruh": keyboards and speech recognition lose the dots. */
function addPlainVowels(tables: readonly WordTable[], meanings: Map<string, Meaning>): void {
  for (const key of tables.flatMap(table => Object.keys(table))) {
    const plain = key.normalize('NFD').replaceAll('\u0308', '').replaceAll('ß', 'ss')
    const meaning = meanings.get(foldExpression(key))
    if (meaning !== undefined && !meanings.has(plain)) meanings.set(plain, meaning)
  }
}

function foldExpression(expression: string): string {
  return expression.split(' ').map(foldWord).join(' ')
}
