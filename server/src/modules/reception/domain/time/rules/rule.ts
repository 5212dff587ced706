import type { Item } from '../item.ts'
import { type Lexeme, UNKNOWN } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'

/** What a rule read at a place, and the first lexeme it left alone. */
export interface Match {
  readonly items: readonly Item[]
  readonly next: number
}

/** Tries to read one thing that starts exactly at `at`. Of all rules that can, the longest reading wins. */
export type Rule = (lexemes: readonly Lexeme[], at: number) => Match | null

export function meaningAt(lexemes: readonly Lexeme[], at: number): Meaning {
  return lexemes[at]?.meaning ?? UNKNOWN
}

export function match(next: number, ...items: readonly Item[]): Match {
  return { items, next }
}

/** The place after "am", "der", "an dem". */
export function skipArticles(lexemes: readonly Lexeme[], at: number): number {
  let next = at
  while (isArticle(meaningAt(lexemes, next))) next += 1
  return next
}

/** The same, with a leading "in": "in der nächsten Woche", "in der Früh". */
export function skipLead(lexemes: readonly Lexeme[], at: number): number {
  return skipArticles(lexemes, meaningAt(lexemes, at).bound === 'in' ? at + 1 : at)
}

export function isMark(lexemes: readonly Lexeme[], at: number, mark: string): boolean {
  const lexeme = lexemes[at]
  return lexeme?.kind === 'mark' && lexeme.text === mark
}

export function isUnknownWord(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  return lexeme?.kind === 'word' && lexeme.meaning === UNKNOWN
}

/** "… am Samstag um 12.", "zwischen 10 und 12.": the last dot ends the sentence. */
export function isSentenceEnd(lexemes: readonly Lexeme[], at: number): boolean {
  if (lexemes[at + 2]?.pause === false) return false
  const { bound, and, or } = meaningAt(lexemes, at - 1)
  if (bound === 'at' || bound === 'about') return lexemes[at - 1]?.text !== 'zu'
  const links = and === true || or === true || bound === 'until' || isMark(lexemes, at - 1, '-')
  return links && lexemes[at - 2]?.kind === 'digits'
}

/** A whole number within limits; article-like number words do not count. */
export function wholeNumber(
  lexemes: readonly Lexeme[],
  at: number,
  [least, most]: readonly [least: number, most: number],
): number | null {
  const { number, weak } = meaningAt(lexemes, at)
  if (number === undefined || weak === true || !Number.isInteger(number)) return null
  return number >= least && number <= most ? number : null
}

function isArticle(meaning: Meaning): boolean {
  return meaning.article === true || meaning.on === true
}
