import type { Bound, DayUnit, Item, ItemOf, LengthUse } from '../item.ts'
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

/** "in ein paar Wochen". */
const SEVERAL = [2, 4] as const
const LIMITS: Partial<Record<BoundWord, Bound>> = { earliest: 'from', latest: 'until' }

export const lengthRule: Rule = (lexemes, at): Match | null => {
  const { bound, unit, amount, move } = meaningAt(lexemes, at)
  if (move === true) return moved(lexemes, at)
  if (unit !== undefined && amount === undefined) return besideContext(lexemes, at)
  const start = bound === undefined ? at : skipArticles(lexemes, at + 1)
  const special = nextHours(lexemes, start) ?? (bound === 'in' ? limited(lexemes, start) : null)
  if (special !== null) return special
  const length = lengthAt(lexemes, start)
  if (length === null) return bound === 'within' ? thisHour(lexemes, start) : null
  return withSignBehind(lexemes, length) ?? withBound(lexemes, length, bound)
}

/** "eine Woche darauf", "two weeks ago". */
function withSignBehind(lexemes: readonly Lexeme[], length: Length): Match | null {
  const { amount, later } = meaningAt(lexemes, length.next - 1)
  if (amount !== undefined && later !== undefined) return placed(length, later, 'shift', length.next)
  const ago = meaningAt(lexemes, length.next).ago === true
  return ago ? placed(length, -1, 'from_now', length.next + 1) : null
}

function withBound(lexemes: readonly Lexeme[], length: Length, bound: BoundWord | undefined): Match | null {
  if (bound === 'at' && isMoved(lexemes, length.next)) return placed(length, 1, 'shift', length.next)
  if (bound === undefined || bound === 'at') return shifted(lexemes, length) ?? fromDay(lexemes, length)
  if (bound === 'in') return placed(length, 1, 'from_now', length.next)
  if (bound === 'within') return placed(length, 1, 'within', length.next)
  return bound === 'before' ? placed(length, -1, 'from_now', length.next) : null
}

/** "push it back by an hour", "bring it forward half an hour". */
function moved(lexemes: readonly Lexeme[], at: number): Match | null {
  const { later } = meaningAt(lexemes, at)
  const by = meaningAt(lexemes, at + 1).bound === 'latest'
  const length = later === undefined ? null : lengthAt(lexemes, by ? at + 2 : at + 1)
  return length === null || later === undefined ? null : placed(length, later, 'shift', length.next)
}

/** "um eine Woche verschieben": to later, unless another word says otherwise. */
function isMoved(lexemes: readonly Lexeme[], at: number): boolean {
  const { move, later } = meaningAt(lexemes, at)
  return move === true && later === undefined
}

/** "the day after", "the week before", where nothing is named that it comes after. */
function besideContext(lexemes: readonly Lexeme[], at: number): Match | null {
  const { unit } = meaningAt(lexemes, at)
  const { bound } = meaningAt(lexemes, at + 1)
  const ends = lexemes[at + 2] === undefined || lexemes[at + 2]?.pause === true
  if (unit === undefined || !ends || (bound !== 'after' && bound !== 'before')) return null
  return placed({ amount: 1, unit, next: at + 2 }, bound === 'after' ? 1 : -1, 'shift', at + 2)
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

/** "within the hour". */
function thisHour(lexemes: readonly Lexeme[], at: number): Match | null {
  const { unit } = meaningAt(lexemes, at)
  return unit === 'hour' ? placed({ amount: 1, unit, next: at + 1 }, 1, 'within', at + 1) : null
}

/** "in spätestens drei Wochen", "in zwei bis drei Tagen", "in zwei, drei Wochen". */
function limited(lexemes: readonly Lexeme[], at: number): Match | null {
  const { bound, several, unit } = meaningAt(lexemes, at)
  if (several === true && (unit === 'week' || unit === 'month')) return dayRun(SEVERAL, unit, at + 1)
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
  if (meaningAt(lexemes, at + 1).unit !== undefined) return null
  if (unit === 'minute' || unit === 'hour')
    return match(second.next, { ...lengthItem({ amount: number, unit }, 1, 'from_now'), most: amount })
  return dayRun([number, amount], unit, second.next)
}

function dayRun([least, most]: readonly [least: number, most: number], unit: DayUnit, next: number): Match {
  const day = (count: number): Item => ({
    kind: 'day',
    spec: { type: 'in', amount: count, unit, counted: false },
  })
  const until: Item = { kind: 'bound', bound: 'until', negated: false, trailing: 'never' }
  return match(next, day(least), until, day(most))
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

function lengthItem(
  { amount, unit }: Pick<Length, 'amount' | 'unit'>,
  sign: 1 | -1,
  use: LengthUse,
): ItemOf<'length'> {
  return { kind: 'length', amount, unit, sign, use }
}

function lengthAt(lexemes: readonly Lexeme[], at: number): Length | null {
  const { amount, unit: whole, number } = meaningAt(lexemes, at)
  if (amount !== undefined && whole !== undefined) return { amount, unit: whole, next: at + 1 }
  const { unit } = meaningAt(lexemes, at + 1)
  if (number === undefined || unit === undefined || number > MOST[unit]) return null
  return { amount: number, unit, next: at + 2 }
}
