import type { Step } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { BoundWord } from '../meaning.ts'
import { calendarDateRule } from './calendar-date.ts'
import { type Match, match, meaningAt, type Rule, skipArticles, skipLead, wholeNumber } from './rule.ts'

/** A day beside another: "Samstag vor Pfingsten", "zwei Tage nach dem 10.", "die Woche nach Ostern". */
export const besideRule: Rule = (lexemes, at): Match | null => {
  const step = stepAt(lexemes, skipLead(lexemes, at))
  if (step === null) return null
  const { bound } = meaningAt(lexemes, step.next)
  const side = lexemes[step.next]?.text === 'of' ? sideOf('from', step.step) : sideOf(bound, step.step)
  if (side === null) return null
  if (!isDayAt(lexemes, step.next + 1)) return null
  return match(step.next + 1, { kind: 'day', spec: { type: 'beside', side, step: step.step } })
}

/** "die Woche vom 7. Dezember" is the one around that day. */
function sideOf(bound: BoundWord | undefined, step: Step): 'before' | 'after' | 'around' | null {
  if (bound === 'before' || bound === 'after') return bound
  return bound === 'from' && step.type === 'week' ? 'around' : null
}

function stepAt(lexemes: readonly Lexeme[], at: number): { step: Step; next: number } | null {
  const { weekday, number } = meaningAt(lexemes, at)
  if (weekday !== undefined) return { step: { type: 'weekday', weekday }, next: at + 1 }
  const amount = wholeNumber(lexemes, at, [1, 60]) ?? (number === 1 ? 1 : null)
  const { unit } = meaningAt(lexemes, amount === null ? at : at + 1)
  const next = amount === null ? at + 1 : at + 2
  if (unit === 'day') return { step: { type: 'days', amount: amount ?? 1 }, next }
  if (unit !== 'week') return null
  return { step: amount === null ? { type: 'week' } : { type: 'days', amount: amount * 7 }, next }
}

function isDayAt(lexemes: readonly Lexeme[], at: number): boolean {
  const { holiday, publicHoliday, weekend } = meaningAt(lexemes, skipArticles(lexemes, at))
  return holiday !== undefined || publicHoliday || weekend || calendarDateRule(lexemes, at) !== null
}
