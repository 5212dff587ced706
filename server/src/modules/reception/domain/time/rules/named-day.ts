import type { DaySpec, Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'
import { isMark, type Match, match, meaningAt, type Rule, skipArticles, skipLead } from './rule.ts'

/** Days by name: "morgen früh", "nächsten Mittwoch", "montags", "Dienstagabend", "am Wochenende", "Ostern". */
export const namedDayRule: Rule = (lexemes, at): Match | null => {
  const start = skipLead(lexemes, at)
  const { which, every } = meaningAt(lexemes, start)
  const named = which === undefined && every !== true ? start : skipArticles(lexemes, start + 1)
  const meaning = meaningAt(lexemes, named)
  const postponed = which === undefined && isAfterNext(lexemes, named + 1)
  if (postponed && meaning.weekend === true) {
    return match(named + 2, { kind: 'day', spec: { type: 'weekend', which: 'after_next' } })
  }
  if (postponed && meaning.weekday !== undefined) {
    const spec: DaySpec = { type: 'weekday', weekday: meaning.weekday, which: 'after_next' }
    return match(named + 2, { kind: 'day', spec })
  }
  if (meaning.otherDay === true) {
    return match(named + 1, { kind: 'except' }, { kind: 'day', spec: { type: 'same_day' } })
  }
  if (meaning.everyday === true && isEverydayHere(lexemes, at, named)) return null
  if (meaning.dayOffset !== undefined && start > at) return null
  const spec = daySpec(meaning, which, every)
  return spec === null ? null : withPart(lexemes, named, { kind: 'day', spec })
}

function daySpec(meaning: Meaning, which: Meaning['which'], every: true | undefined): DaySpec | null {
  const plain = which === undefined && every === undefined
  if (meaning.weekdays !== undefined) return { type: 'weekdays', weekdays: meaning.weekdays }
  if (meaning.weekday !== undefined) {
    if (every) return { type: 'weekdays', weekdays: [meaning.weekday] }
    return { type: 'weekday', weekday: meaning.weekday, which: which ?? 'bare' }
  }
  if (meaning.weekend === true) {
    return every ? { type: 'weekdays', weekdays: [6, 7] } : { type: 'weekend', which: which ?? 'bare' }
  }
  const feast = feastSpec(meaning, which)
  if (feast !== null) return feast
  if (meaning.sameDay === true) return { type: 'same_day' }
  return meaning.dayOffset !== undefined && plain ? { type: 'offset', days: meaning.dayOffset } : null
}

function feastSpec(
  { holiday, publicHoliday, holidays, workday }: Meaning,
  which: Meaning['which'],
): DaySpec | null {
  if (workday === true && (which === 'next' || which === 'coming')) return { type: 'next_workday' }
  if (holiday !== undefined) return { type: 'holiday', name: holiday }
  if (publicHoliday === true) return { type: 'public_holiday' }
  return holidays === true ? { type: 'holidays' } : null
}

/** Part of the day in the same word or after it; behind a day, "morgen" is the morning: "heute morgen". */
function withPart(lexemes: readonly Lexeme[], named: number, day: Item): Match {
  const { part, alsoPart, dayOffset, weekday, weekdays } = meaningAt(lexemes, named)
  const own = alsoPart ?? (dayOffset === undefined ? part : undefined)
  if (own !== undefined && (weekday ?? weekdays ?? dayOffset) !== undefined) {
    return match(named + 1, day, { kind: 'part', part: own })
  }
  const after = meaningAt(lexemes, named + 1)
  const isMorning = after.part !== undefined && after.dayOffset !== undefined
  if (isMorning && lexemes[named + 1]?.pause === false) {
    return match(named + 2, day, { kind: 'part', part: after.part ?? 'early' })
  }
  if (weekday !== undefined && after.plural === true && !endsRange(lexemes, named - 1)) {
    return match(named + 1, { kind: 'day', spec: { type: 'weekdays', weekdays: [weekday] } })
  }
  if (weekday !== undefined && isWeekWord(lexemes, named + 1)) {
    return match(named + 2, day, { kind: 'length', amount: 1, unit: 'week', sign: 1, use: 'from_now' })
  }
  return match(named + 1, day)
}

/** "Tuesday week" is a week after Tuesday. */
function isWeekWord(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.text === 'week' && lexemes[at]?.pause === false
}

/** "Friday after next". */
function isAfterNext(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.text === 'after' && meaningAt(lexemes, at).which === 'after_next'
}

/** "Monday mornings" are all of them, "Monday to Friday mornings" those of one week. */
function endsRange(lexemes: readonly Lexeme[], at: number): boolean {
  return meaningAt(lexemes, at).bound === 'until' || isMark(lexemes, at, '-')
}

/** "the sun", "sat": an article does not make it a day, "on" does. */
function isEverydayHere(lexemes: readonly Lexeme[], at: number, named: number): boolean {
  const { on, which, every } = meaningAt(lexemes, named - 1)
  const led = named > at && (on === true || which !== undefined || every === true)
  return !led && !isClearlyDay(lexemes, named)
}

/** "sat" is Saturday before a date or a stop, and a verb elsewhere. */
function isClearlyDay(lexemes: readonly Lexeme[], at: number): boolean {
  const next = lexemes[at + 1]
  if (next === undefined || next.pause || next.kind !== 'word') return true
  const { which, part, bound } = meaningAt(lexemes, at + 1)
  const timed = bound === 'at' && meaningAt(lexemes, at + 2).number !== undefined
  return which !== undefined || part !== undefined || timed
}
