import type { PartOfDay } from '../meaning.ts'
import { type Match, match, meaningAt, type Rule, skipLead } from './rule.ts'

const EARLY: Partial<Record<PartOfDay, PartOfDay>> = {
  early: 'early_morning',
  forenoon: 'early_morning',
  afternoon: 'early_afternoon',
  evening: 'early_evening',
}
const LATE: Partial<Record<PartOfDay, PartOfDay>> = {
  early: 'late_morning',
  forenoon: 'late_morning',
  afternoon: 'late_afternoon',
  evening: 'late_evening',
}

/** "vormittags", "am Morgen", "in der Früh", "am späten Nachmittag". */
export const partOfDayRule: Rule = (lexemes, at): Match | null => {
  const lead = skipLead(lexemes, at)
  const today = meaningAt(lexemes, lead).which === 'this'
  const start = today ? lead + 1 : lead
  const first = meaningAt(lexemes, start)
  const shaded = first.early === true || first.late === true
  const place = shaded && meaningAt(lexemes, start + 1).part !== undefined ? start + 1 : start
  const { part, dayOffset, weekday, weekdays } = meaningAt(lexemes, place)
  if (part === undefined || weekday !== undefined || weekdays !== undefined) return null
  const alone = place === at
  if (dayOffset !== undefined && alone) return null
  const item = { kind: 'part', part: shade(part, place > start ? first : {}) } as const
  return today
    ? match(place + 1, { kind: 'day', spec: { type: 'offset', days: 0 } }, item)
    : match(place + 1, item)
}

function shade(part: PartOfDay, adjective: { readonly early?: true; readonly late?: true }): PartOfDay {
  if (adjective.early === true) return EARLY[part] ?? part
  return adjective.late === true ? (LATE[part] ?? part) : part
}
