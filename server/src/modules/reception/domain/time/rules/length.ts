import type { LengthUse } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { Unit } from '../meaning.ts'
import { type Match, match, meaningAt, type Rule, skipArticles } from './rule.ts'

/** Lengths of time that place something: "in zwei Wochen", "eine Stunde später", "binnen 14 Tagen". */
interface Length {
  readonly amount: number
  readonly unit: Unit
  readonly next: number
}

export const lengthRule: Rule = (lexemes, at): Match | null => {
  const { bound } = meaningAt(lexemes, at)
  const length = lengthAt(lexemes, bound === undefined ? at : skipArticles(lexemes, at + 1))
  if (length === null) return null
  const { later } = meaningAt(lexemes, length.next)
  if (later !== undefined && (bound === undefined || bound === 'at')) {
    return placed(length, later, 'shift', length.next + 1)
  }
  if (bound === 'in') return placed(length, 1, 'from_now', length.next)
  if (bound === 'within') return placed(length, 1, 'within', length.next)
  return bound === 'before' ? placed(length, -1, 'from_now', length.next) : null
}

function placed({ amount, unit }: Length, sign: 1 | -1, use: LengthUse, next: number): Match {
  return match(next, { kind: 'length', amount, unit, sign, use })
}

function lengthAt(lexemes: readonly Lexeme[], at: number): Length | null {
  const { minutes, number } = meaningAt(lexemes, at)
  if (minutes !== undefined) return { amount: minutes, unit: 'minute', next: at + 1 }
  const { unit } = meaningAt(lexemes, at + 1)
  if (number === undefined || unit === undefined) return null
  return { amount: number, unit, next: at + 2 }
}
