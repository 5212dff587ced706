import type { Bound, Item, LengthUse } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { BoundWord, Unit } from '../meaning.ts'
import { isMark, type Match, match, meaningAt, type Rule, skipArticles } from './rule.ts'

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

const LIMITS: Partial<Record<BoundWord, Bound>> = { earliest: 'from', latest: 'until' }

export const lengthRule: Rule = (lexemes, at): Match | null => {
  const { bound } = meaningAt(lexemes, at)
  const start = bound === undefined ? at : skipArticles(lexemes, at + 1)
  const special = nextHours(lexemes, start) ?? (bound === 'in' ? limited(lexemes, start) : null)
  if (special !== null) return special
  const length = lengthAt(lexemes, start)
  if (length === null) return null
  const { amount, later } = meaningAt(lexemes, length.next - 1)
  if (amount !== undefined && later !== undefined) return placed(length, later, 'shift', length.next)
  if (meaningAt(lexemes, length.next).ago === true) return placed(length, -1, 'from_now', length.next + 1)
  if (bound === undefined || bound === 'at') return shifted(lexemes, length) ?? fromDay(lexemes, length)
  if (bound === 'in') return placed(length, 1, 'from_now', length.next)
  if (bound === 'within') return placed(length, 1, 'within', length.next)
  return bound === 'before' ? placed(length, -1, 'from_now', length.next) : null
}

/** "in den nächsten zwei Stunden", "in der nächsten halben Stunde", "within the next hour". */
function nextHours(lexemes: readonly Lexeme[], at: number): Match | null {
  const { which } = meaningAt(lexemes, at)
  if (which !== 'next' && which !== 'coming') return null
  const { unit } = meaningAt(lexemes, at + 1)
  const length = lengthAt(lexemes, at + 1) ?? (unit === undefined ? null : { amount: 1, unit, next: at + 2 })
  if (length === null || (length.unit !== 'hour' && length.unit !== 'minute')) return null
  return placed(length, 1, 'within', length.next)
}

/** "in spätestens drei Wochen", "in zwei bis drei Tagen", "in zwei, drei Wochen". */
function limited(lexemes: readonly Lexeme[], at: number): Match | null {
  const { bound } = meaningAt(lexemes, at)
  const limit = bound === undefined ? undefined : LIMITS[bound]
  const length = limit === undefined && bound !== 'about' ? null : lengthAt(lexemes, at + 1)
  if (length === null) return lengthRun(lexemes, at)
  const item = lengthItem(length, 1, 'from_now')
  if (limit === undefined) return match(length.next, item)
  return match(length.next, { kind: 'bound', bound: limit, negated: false, trailing: 'never' }, item)
}

function lengthRun(lexemes: readonly Lexeme[], at: number): Match | null {
  const { number } = meaningAt(lexemes, at)
  const second = lengthAt(lexemes, isLink(lexemes, at + 1) ? at + 2 : at + 1)
  if (number === undefined || second === null || second.amount <= number || !Number.isInteger(number))
    return null
  const { amount, unit } = second
  if (unit === 'minute' || unit === 'hour' || meaningAt(lexemes, at + 1).unit !== undefined) return null
  const day = (count: number): Item => ({
    kind: 'day',
    spec: { type: 'in', amount: count, unit, counted: false },
  })
  const until: Item = { kind: 'bound', bound: 'until', negated: false, trailing: 'never' }
  return match(second.next, day(number), until, day(amount))
}

function isLink(lexemes: readonly Lexeme[], at: number): boolean {
  const { or, bound } = meaningAt(lexemes, at)
  return or === true || bound === 'until' || isMark(lexemes, at, '-')
}

/** "eine Stunde später". */
function shifted(lexemes: readonly Lexeme[], length: Length): Match | null {
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
  return match(next, lengthItem({ amount, unit }, sign, use))
}

function lengthItem({ amount, unit }: Pick<Length, 'amount' | 'unit'>, sign: 1 | -1, use: LengthUse): Item {
  return { kind: 'length', amount, unit, sign, use }
}

function lengthAt(lexemes: readonly Lexeme[], at: number): Length | null {
  const { amount, unit: whole, number } = meaningAt(lexemes, at)
  if (amount !== undefined && whole !== undefined) return { amount, unit: whole, next: at + 1 }
  const { unit } = meaningAt(lexemes, at + 1)
  if (number === undefined || unit === undefined || number > MOST[unit]) return null
  return { amount: number, unit, next: at + 2 }
}
