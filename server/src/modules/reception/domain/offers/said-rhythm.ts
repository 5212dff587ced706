import { localDateOf } from '../../../../platform/time/zoned.ts'
import { spokenCardinal } from '../speech/spoken-number.ts'

/** Numbers that people say of how often and how many: what a series may have, and more, so that it is refused as such. */
const MOST_SAID = 365
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const WORDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: MOST_SAID - 1 }, (_, index) => index + 2).flatMap(n =>
    (['de', 'en'] as const).map(lang => [spokenCardinal(n, lang).toLowerCase(), n] as const),
  ),
)

/** How many times: "sechsmal", "6 Termine", "six times". In a sentence about something else the unit must be said. */
export function saidTimes(text: string, within: 'number' | 'sentence'): number | null {
  const found =
    /(?:^|\s|,)(?:(\d{1,5})\s*x|(\d{1,5}|[a-zäöüß-]+?)\s*(?:mal|times|terminen?|appointments))\b/i.exec(text)
  const said = found?.[1] ?? found?.[2] ?? (within === 'number' ? text.trim() : undefined)
  if (said === undefined) return null
  return /^\d{1,5}$/.test(said) ? Number(said) : (WORDS.get(said.toLowerCase()) ?? null)
}

/** How many weeks lie between two: "alle vier Wochen", "every 3 weeks", "4". */
export function saidWeeks(text: string): number | null {
  const words = text.toLowerCase().match(/\d{1,2}|[a-zäöüß-]+/g) ?? []
  if (words.some(word => /^(wöchentlich|weekly)$/.test(word))) return 1
  const found = words.map(word => (/^\d/.test(word) ? Number(word) : (WORDS.get(word) ?? null)))
  const weeks = found.find(number => number !== null && number >= 1 && number <= 52) ?? null
  if (weeks !== null) return weeks
  return words.some(word => /^(jede|every|woche|week)$/.test(word)) ? 1 : null
}

/**
 * By which rule starts come again that a phrase named one by one ("dienstags um zehn": those of the next weeks). Null:
 * it named one only, so that the distance is not known.
 */
export function ruleOfStarts(
  starts: readonly number[],
  known: { readonly zone: string; readonly weeks: number | null; readonly times: number },
): string | null {
  const dates = starts.map(start => localDateOf(start, known.zone))
  const [first] = dates
  if (!first) return null
  const again = dates.find((date, index) => index > 0 && date.dayOfWeek === first.dayOfWeek)
  const weeks = known.weeks ?? (again ? first.until(again).total('days') / 7 : null)
  if (weeks === null || !Number.isInteger(weeks)) return null
  const days = [...new Set(dates.map(date => date.dayOfWeek))].toSorted((one, other) => one - other)
  const byDay = days.map(day => WEEKDAYS[day - 1]).join(',')
  return `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${byDay};COUNT=${known.times}`
}
