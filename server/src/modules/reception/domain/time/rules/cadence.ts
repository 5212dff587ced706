import type { Lexeme } from '../lexicon.ts'
import { isMark, type Match, match, meaningAt, type Rule, skipArticles, wholeNumber } from './rule.ts'

/** Farther apart than a year nobody names weeks. */
const MOST_WEEKS = 52

/** What comes again: "jeden zweiten Dienstag", "alle 14 Tage", "jede Woche", "wöchentlich", "every other Friday". */
export const cadenceRule: Rule = (lexemes, at): Match | null => {
  const { everyWeeks, every, everyOther } = meaningAt(lexemes, at)
  if (everyWeeks !== undefined) return match(at + 1, { kind: 'cadence', weeks: everyWeeks })
  if (every !== true) return null
  const whole = weeksAt(lexemes, at + 1)
  if (whole !== null) return match(whole.next, { kind: 'cadence', weeks: whole.weeks })
  const nth = everyOther === true ? { count: 2, next: at + 1 } : ordinalAt(lexemes, at + 1)
  if (nth === null) return null
  const { weekday, unit } = meaningAt(lexemes, nth.next)
  if (unit === 'week') return match(nth.next + 1, { kind: 'cadence', weeks: nth.count })
  if (weekday === undefined || isCountedInMonth(lexemes, nth.next + 1)) return null
  return match(
    nth.next + 1,
    { kind: 'cadence', weeks: nth.count },
    { kind: 'day', spec: { type: 'weekdays', weekdays: [weekday] } },
  )
}

/** "zwei Wochen", "14 Tage", "Woche". */
function weeksAt(lexemes: readonly Lexeme[], at: number): { weeks: number; next: number } | null {
  const { unit: single, amount } = meaningAt(lexemes, at)
  if (single === 'week') return { weeks: amount ?? 1, next: at + 1 }
  const count = wholeNumber(lexemes, at, [1, 7 * MOST_WEEKS])
  const { unit } = meaningAt(lexemes, at + 1)
  const weeks = count === null ? 0 : unit === 'week' ? count : unit === 'day' ? count / 7 : 0
  return weeks >= 1 && weeks <= MOST_WEEKS && Number.isInteger(weeks) ? { weeks, next: at + 2 } : null
}

/** "zweiten", "2.". */
function ordinalAt(lexemes: readonly Lexeme[], at: number): { count: number; next: number } | null {
  const { ordinal } = meaningAt(lexemes, at)
  if (ordinal !== undefined) return ordinal > MOST_WEEKS ? null : { count: ordinal, next: at + 1 }
  const count = wholeNumber(lexemes, at, [2, MOST_WEEKS])
  return count !== null && isMark(lexemes, at + 1, '.') ? { count, next: at + 2 } : null
}

/** "jeden zweiten Dienstag im Monat" is counted in each month. */
function isCountedInMonth(lexemes: readonly Lexeme[], at: number): boolean {
  const place = meaningAt(lexemes, at).bound === 'in' ? at + 1 : at
  const { month, unit } = meaningAt(lexemes, skipArticles(lexemes, place))
  return month !== undefined || unit === 'month'
}
