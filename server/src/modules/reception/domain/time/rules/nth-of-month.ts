import type { DaySpec } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import { isMark, type Match, match, meaningAt, type Rule, skipLead, wholeNumber } from './rule.ts'

/** A month has no more weeks, and no more of any weekday. */
const MOST = 5

/** "erster Montag im Dezember", "in der zweiten Dezemberwoche", "am letzten des Monats": counted inside a month. */
export const nthOfMonthRule: Rule = (lexemes, at): Match | null => {
  const start = skipLead(lexemes, at)
  const { which, lastOfMonth } = meaningAt(lexemes, start)
  if (lastOfMonth === true) return withOwnMonth(start + 1, { type: 'nth_day', nth: -1 }, undefined)
  if (which === 'last') return lastOf(lexemes, start + 1)
  const nth = countAt(lexemes, start)
  return nth === null ? null : nthOf(lexemes, nth.next, nth)
}

interface Count {
  readonly count: number
  readonly next: number
  /** "2." may be a date, "zweiter" beside a weekday is none. */
  readonly spoken: boolean
}

function countAt(lexemes: readonly Lexeme[], at: number): Count | null {
  const { ordinal } = meaningAt(lexemes, at)
  if (ordinal !== undefined) return ordinal > MOST ? null : { count: ordinal, next: at + 1, spoken: true }
  const count = isMark(lexemes, at + 1, '.') ? wholeNumber(lexemes, at, [1, MOST]) : null
  return count === null ? null : { count, next: at + 2, spoken: false }
}

function nthOf(lexemes: readonly Lexeme[], at: number, { count: nth, spoken }: Count): Match | null {
  const { weekday, weekend, workday, unit, month } = meaningAt(lexemes, at)
  if (workday === true && isInMonthOrYear(lexemes, at + 1))
    return match(at + 1, { kind: 'day', spec: { type: 'nth_workday', nth } })
  if (!spoken && !isInMonth(lexemes, at + 1)) return null
  if (weekend === true) return match(at + 1, { kind: 'day', spec: { type: 'nth_weekend', nth } })
  if (weekday !== undefined)
    return match(at + 1, { kind: 'day', spec: { type: 'nth_weekday', nth, weekday } })
  if (unit === 'week') return withOwnMonth(at + 1, { type: 'nth_week', nth }, month)
  if (unit !== 'day' || (month === undefined && !isInMonth(lexemes, at + 1))) return null
  return withOwnMonth(at + 1, { type: 'nth_day', nth }, month)
}

function lastOf(lexemes: readonly Lexeme[], at: number): Match | null {
  const { unit, month, workday } = meaningAt(lexemes, at)
  if (workday === true && isInMonthOrYear(lexemes, at + 1))
    return match(at + 1, { kind: 'day', spec: { type: 'nth_workday', nth: -1 } })
  if (unit === 'week' && (month !== undefined || isMonthUnit(lexemes, at + 1)))
    return withOwnMonth(at + 1, { type: 'nth_week', nth: -1 }, month)
  if (unit === 'day' && (month !== undefined || isInMonth(lexemes, at + 1)))
    return withOwnMonth(at + 1, { type: 'nth_day', nth: -1 }, month)
  return isMonthUnit(lexemes, at) ? match(at, { kind: 'day', spec: { type: 'nth_day', nth: -1 } }) : null
}

/** "Dezemberwoche" names its month itself. */
function withOwnMonth(next: number, spec: DaySpec, month: number | undefined): Match {
  const day = { kind: 'day', spec } as const
  return month === undefined
    ? match(next, day)
    : match(next, day, { kind: 'day', spec: { type: 'named_month', month } })
}

function isInMonth(lexemes: readonly Lexeme[], at: number): boolean {
  const { month, unit } = meaningAt(lexemes, skipLead(lexemes, at))
  return (month !== undefined && unit === undefined) || isMonthUnit(lexemes, at)
}

/** "erster Werktag im neuen Jahr". */
function isInMonthOrYear(lexemes: readonly Lexeme[], at: number): boolean {
  return isInMonth(lexemes, at) || meaningAt(lexemes, skipLead(lexemes, at)).unit === 'year'
}

/** "des Monats", "im nächsten Monat". */
function isMonthUnit(lexemes: readonly Lexeme[], at: number): boolean {
  const place = skipLead(lexemes, at)
  const { which, unit } = meaningAt(lexemes, place)
  const month = unit ?? (which === undefined ? undefined : meaningAt(lexemes, place + 1).unit)
  return place > at && month === 'month'
}
