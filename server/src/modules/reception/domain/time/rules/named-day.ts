import type { Item } from '../item.ts'
import type { Lexeme } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'
import { type Match, match, meaningAt, type Rule, skipArticles, skipLead } from './rule.ts'

/** Days by name: "morgen früh", "nächsten Mittwoch", "montags", "Dienstagabend", "am Wochenende". */
export const namedDayRule: Rule = (lexemes, at): Match | null => {
  const start = skipLead(lexemes, at)
  const { which, every } = meaningAt(lexemes, start)
  const named = which === undefined && every !== true ? start : skipArticles(lexemes, start + 1)
  const meaning = meaningAt(lexemes, named)
  const day = dayItem(meaning, every === true, which)
  if (day === null || (meaning.dayOffset !== undefined && start > at)) return null
  const attached = meaning.part !== undefined && meaning.dayOffset === undefined ? meaning.part : null
  if (attached !== null) return match(named + 1, day, { kind: 'part', part: attached })
  return withTrailingPart(lexemes, named + 1, day)
}

function dayItem(meaning: Meaning, every: boolean, which: Meaning['which']): Item | null {
  if (meaning.weekdays !== undefined) {
    return { kind: 'day', spec: { type: 'weekdays', weekdays: meaning.weekdays } }
  }
  if (meaning.weekday !== undefined) {
    if (every) return { kind: 'day', spec: { type: 'weekdays', weekdays: [meaning.weekday] } }
    return { kind: 'day', spec: { type: 'weekday', weekday: meaning.weekday, which: which ?? 'bare' } }
  }
  if (meaning.weekend === true) {
    if (every) return { kind: 'day', spec: { type: 'weekdays', weekdays: [6, 7] } }
    return { kind: 'day', spec: { type: 'weekend', which: which ?? 'bare' } }
  }
  if (meaning.dayOffset === undefined || which !== undefined || every) return null
  return { kind: 'day', spec: { type: 'offset', days: meaning.dayOffset } }
}

/** After a day, "morgen" is the morning: "heute morgen", "Montag morgen". */
function withTrailingPart(lexemes: readonly Lexeme[], next: number, day: Item): Match {
  const { part, dayOffset } = meaningAt(lexemes, next)
  const isMorning = part !== undefined && dayOffset !== undefined && lexemes[next]?.pause === false
  return isMorning ? match(next + 1, day, { kind: 'part', part }) : match(next, day)
}
