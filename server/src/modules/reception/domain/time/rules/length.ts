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

/** Longer than anyone books ahead: such a number means something else. */
const MOST: Readonly<Record<Unit, number>> = {
  minute: 1500,
  hour: 500,
  day: 1000,
  week: 150,
  month: 36,
  year: 5,
}

export const lengthRule: Rule = (lexemes, at): Match | null => {
  const { bound } = meaningAt(lexemes, at)
  const length = lengthAt(lexemes, bound === undefined ? at : skipArticles(lexemes, at + 1))
  if (length === null) return null
  if (meaningAt(lexemes, length.next).ago === true) return placed(length, -1, 'from_now', length.next + 1)
  if (bound === undefined || bound === 'at') return shifted(lexemes, length) ?? fromDay(lexemes, length)
  if (bound === 'in') return placed(length, 1, 'from_now', length.next)
  if (bound === 'within') return placed(length, 1, 'within', length.next)
  return bound === 'before' ? placed(length, -1, 'from_now', length.next) : null
}

/** "eine Stunde später", "am Tag darauf". */
function shifted(lexemes: readonly Lexeme[], length: Length): Match | null {
  const own = meaningAt(lexemes, length.next - 1)
  if (own.amount !== undefined && own.later !== undefined)
    return placed(length, own.later, 'shift', length.next)
  const { later } = meaningAt(lexemes, length.next)
  return later === undefined ? null : placed(length, later, 'shift', length.next + 1)
}

/** "two weeks from now", "a week on Tuesday", "a week tomorrow". */
function fromDay(lexemes: readonly Lexeme[], length: Length): Match | null {
  const { bound, on } = meaningAt(lexemes, length.next)
  const linked = bound === 'from' || bound === 'after' || on === true
  const place = linked ? length.next + 1 : length.next
  const { nowish, weekday, dayOffset } = meaningAt(lexemes, place)
  if (nowish === true && linked) return placed(length, 1, 'from_now', place + 1)
  if (weekday === undefined && dayOffset === undefined) return null
  return placed(length, 1, 'from_day', place)
}

function placed({ amount, unit }: Length, sign: 1 | -1, use: LengthUse, next: number): Match {
  return match(next, { kind: 'length', amount, unit, sign, use })
}

function lengthAt(lexemes: readonly Lexeme[], at: number): Length | null {
  const { amount, unit: whole, number } = meaningAt(lexemes, at)
  if (amount !== undefined && whole !== undefined) return { amount, unit: whole, next: at + 1 }
  const { unit } = meaningAt(lexemes, at + 1)
  if (number === undefined || unit === undefined || number > MOST[unit]) return null
  return { amount: number, unit, next: at + 2 }
}
