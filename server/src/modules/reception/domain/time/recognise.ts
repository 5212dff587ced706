import type { Found } from './item.ts'
import { type Lexeme, UNKNOWN } from './lexicon.ts'
import { besideRule } from './rules/beside.ts'
import { calendarDateRule } from './rules/calendar-date.ts'
import { clockRule } from './rules/clock.ts'
import { connectorRule } from './rules/connector.ts'
import { dateRunRule } from './rules/date-run.ts'
import { lengthRule } from './rules/length.ts'
import { namedDayRule } from './rules/named-day.ts'
import { nthOfMonthRule } from './rules/nth-of-month.ts'
import { partOfDayRule } from './rules/part-of-day.ts'
import { periodRule } from './rules/period.ts'
import { type Match, meaningAt, type Rule } from './rules/rule.ts'

/** Where two rules read equally far, the earlier one wins. */
const RULES: readonly Rule[] = [
  clockRule,
  dateRunRule,
  calendarDateRule,
  besideRule,
  nthOfMonthRule,
  namedDayRule,
  periodRule,
  lengthRule,
  partOfDayRule,
  connectorRule,
]
/** All others begin with a meaning. */
const ON_UNKNOWN: readonly Rule[] = [connectorRule]

/**
 * Everything the rules find, from left to right, the longest reading at each place. Of several items read
 * together, all but the first stand at the end of the reading, so that each touches the one before it.
 */
export function recognise(lexemes: readonly Lexeme[]): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < lexemes.length; ) {
    const reading = longestReading(lexemes, at)
    if (reading === null) {
      at += 1
      continue
    }
    for (const [i, item] of reading.items.entries()) {
      found.push({ item, first: i === 0 ? at : reading.next, next: reading.next })
    }
    at = reading.next
  }
  return found
}

function longestReading(lexemes: readonly Lexeme[], at: number): Match | null {
  let longest: Match | null = null
  for (const rule of meaningAt(lexemes, at) === UNKNOWN ? ON_UNKNOWN : RULES) {
    const reading = rule(lexemes, at)
    if (reading !== null && reading.next > (longest?.next ?? at)) longest = reading
  }
  return longest
}
