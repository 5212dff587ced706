import { type Match, match, meaningAt, type Rule, skipLead } from './rule.ts'

/** "erster Montag im Dezember", "in der zweiten Dezemberwoche": counted inside a month named beside it. */
export const nthOfMonthRule: Rule = (lexemes, at): Match | null => {
  const start = skipLead(lexemes, at)
  const { ordinal, which } = meaningAt(lexemes, start)
  const nth = which === 'last' ? -1 : ordinal
  if (nth === undefined || nth > 5) return null
  const { weekday, weekend, unit, month } = meaningAt(lexemes, start + 1)
  if (weekend === true && ordinal !== undefined) {
    return match(start + 2, { kind: 'day', spec: { type: 'nth_weekend', nth } })
  }
  if (weekday !== undefined && ordinal !== undefined) {
    return match(start + 2, { kind: 'day', spec: { type: 'nth_weekday', nth, weekday } })
  }
  if (unit !== 'week' || (ordinal === undefined && month === undefined)) return null
  const week = { kind: 'day', spec: { type: 'nth_week', nth } } as const
  if (month === undefined) return match(start + 2, week)
  return match(start + 2, week, { kind: 'day', spec: { type: 'named_month', month } })
}
