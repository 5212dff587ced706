import type { Found } from './item.ts'
import type { Lexeme } from './lexicon.ts'
import type { Meaning } from './meaning.ts'
import { besideRule } from './rules/beside.ts'
import { cadenceRule } from './rules/cadence.ts'
import { calendarDateRule } from './rules/calendar-date.ts'
import { clockRule } from './rules/clock.ts'
import { connectorRule } from './rules/connector.ts'
import { contrastRule } from './rules/contrast.ts'
import { dateRunRule } from './rules/date-run.ts'
import { lengthRule } from './rules/length.ts'
import { namedDayRule } from './rules/named-day.ts'
import { nthOfMonthRule } from './rules/nth-of-month.ts'
import { partOfDayRule } from './rules/part-of-day.ts'
import { periodRule } from './rules/period.ts'
import { isUnknownWord, type Match, meaningAt, type Rule } from './rules/rule.ts'

/** Words that may stand before what a rule reads: "am", "in der". */
const LEAD = ['article', 'on', 'bound'] as const
/** What each rule can begin with. Where two rules read equally far, the earlier one wins. */
const RULES: readonly (readonly [Rule, readonly (keyof Meaning)[]])[] = [
  [clockRule, ['number', 'half', 'quarters', 'weak', 'clock']],
  [cadenceRule, ['every', 'everyWeeks']],
  [dateRunRule, [...LEAD, 'number', 'ordinal', 'month']],
  [calendarDateRule, [...LEAD, 'number', 'ordinal', 'month', 'which']],
  [besideRule, [...LEAD, 'weekday', 'number', 'unit']],
  [nthOfMonthRule, [...LEAD, 'ordinal', 'number', 'which', 'lastOfMonth']],
  [
    namedDayRule,
    [
      ...LEAD,
      'which',
      'every',
      'weekday',
      'weekdays',
      'weekend',
      'workday',
      'holiday',
      'publicHoliday',
      'holidays',
      'sameDay',
      'otherDay',
      'dayOffset',
    ],
  ],
  [periodRule, [...LEAD, 'which', 'third', 'calendarWeek', 'unit', 'ordinal', 'number', 'month', 'amount']],
  [lengthRule, ['bound', 'which', 'amount', 'number', 'move', 'unit']],
  [partOfDayRule, [...LEAD, 'which', 'early', 'late', 'part']],
  [contrastRule, ['not']],
]

/** The rules that can begin with a meaning; meanings are those of the word tables, so they are few. */
const rulesByMeaning = new WeakMap<Meaning, readonly Rule[]>()

/**
 * Everything the rules find, from left to right, the longest reading at each place. Of several items read
 * together, all but the first stand at the end of the reading, so that each touches the one before it.
 */
export function recognise(lexemes: readonly Lexeme[]): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < lexemes.length; ) {
    const reading = isUnknownWord(lexemes, at) ? null : longestReading(lexemes, at)
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
  for (const rule of rulesFor(meaningAt(lexemes, at))) {
    const reading = rule(lexemes, at)
    if (reading !== null && reading.next > (longest?.next ?? at)) longest = reading
  }
  return longest
}

function rulesFor(meaning: Meaning): readonly Rule[] {
  const known = rulesByMeaning.get(meaning)
  if (known !== undefined) return known
  const begins = RULES.filter(([, beginnings]) => beginnings.some(key => meaning[key] !== undefined))
  const rules = [...begins.map(([rule]) => rule), connectorRule]
  rulesByMeaning.set(meaning, rules)
  return rules
}
