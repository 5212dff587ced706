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

/** "Um zehn mal" is an hour and no number of times. */
const HOW_OFTEN =
  /(?<!(?:^|[^a-zäöü])(?:um|gegen|ab|bis|vor|nach|halb|viertel|at|from|until)\s+)(?<![a-zäöüß\d])(?:(\d{1,5})\s*x|(\d{1,5}|[a-zäöüß-]+?)[\s-]*(?:mal|times|terminen?|appointments|male|sitzungen|behandlungen|beratungen|(?:beratungs)?gespräche|besuche|sessions|visits|meetings|consultations))(?![a-zäöüß])/gi

/** How many times: "sechsmal", "6 Termine", "six times". In a sentence about something else the unit must be said. */
export function saidTimes(text: string, within: 'number' | 'sentence'): number | null {
  const said = [...text.matchAll(HOW_OFTEN)].map(([, digits, word]) => digits ?? word ?? '')
  const bare = within === 'number' ? [text.trim(), ...wordsOf(text)] : []
  return [...said, ...bare].map(numberOf).find(number => number !== null) ?? null
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['zweite', 'zweiten', 'zweiter', 'zweites', 'andere', 'anderen', 'second', 'other'].map(
    word => [word, 2] as const,
  ),
  ...['dritte', 'dritten', 'dritter', 'drittes', 'third'].map(word => [word, 3] as const),
  ...['vierte', 'vierten', 'vierter', 'viertes', 'fourth'].map(word => [word, 4] as const),
])
const EVERY_WEEK = /^(wöchentlich|weekly)$/
const EVERY_TWO_WEEKS = /^(zweiwöchentlich|vierzehntägig|tägig|biweekly|fortnight|fortnightly)$/
const DAYS_IN_WEEK = 7
/** "Zweiwochentakt", "vierwöchentlich": how many weeks lie between is part of the word. */
const WEEKS_IN_WORD = /^(.+?)(?:wochen(?:takt|rhythmus|abstand)|wöchentliche?[nrs]?)$/

/** How many weeks lie between two: "alle vier Wochen", "alle 14 Tage", "jede zweite Woche", "every 3 weeks", "4". */
export function saidWeeks(text: string): number | null {
  const words = wordsOf(text)
  if (words.some(word => EVERY_TWO_WEEKS.test(word))) return 2
  if (words.some(word => EVERY_WEEK.test(word))) return 1
  const number = words
    .map(word => ORDINALS.get(word) ?? numberOf(WEEKS_IN_WORD.exec(word)?.[1] ?? word))
    .find(found => found !== null && found >= 1 && found <= MOST_SAID)
  if (number === undefined || number === null)
    return words.some(word => /^(jede|jeden|every|woche|week)$/.test(word)) ? 1 : null
  const weeks = words.some(word => /^(tage|tagen|days)$/.test(word)) ? number / DAYS_IN_WEEK : number
  return Number.isInteger(weeks) && weeks <= 52 ? weeks : null
}

const EVERY_MONTHS =
  /(?:([a-zäöüß]+|\d{1,2})\s+)?(?:monat(?:e[ns]?|s)?|months?)(?![a-zäöüß])|monatlich|monthly/i

/** How many months lie between two: "jeden ersten Freitag im Monat", "monatlich", "alle zwei Monate". */
export function saidMonths(text: string): number | null {
  const said = EVERY_MONTHS.exec(text)
  if (said === null) return null
  const word = (said[1] ?? '').toLowerCase()
  return ORDINALS.get(word) ?? numberOf(word) ?? 1
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\d{1,5}|[a-zäöüß]+/g) ?? []
}

function numberOf(said: string): number | null {
  return /^\d{1,5}$/.test(said) ? Number(said) : (WORDS.get(said.toLowerCase()) ?? null)
}

/** `by`: whether a weekday was said ("am ersten Freitag", "am letzten Freitag") or the day by its number. */
export type Monthly = { readonly every: number; readonly by: 'weekday' | 'last_weekday' | 'date' }

const MOST_SURE_WEEKS = 4

function monthlyRule(dates: readonly Temporal.PlainDate[], said: Monthly & { times: number }): string | null {
  const [first] = dates
  if (!first || dates.some(date => date.dayOfWeek !== first.dayOfWeek)) return null
  const rule = `FREQ=MONTHLY;INTERVAL=${said.every}`
  if (said.by === 'date') return `${rule};BYMONTHDAY=${first.day};COUNT=${said.times}`
  const place = Math.ceil(first.day / DAYS_IN_WEEK)
  const nth = said.by === 'last_weekday' || place > MOST_SURE_WEEKS ? -1 : place
  return `${rule};BYDAY=${nth}${WEEKDAYS[first.dayOfWeek - 1]};COUNT=${said.times}`
}

/**
 * By which rule starts come again that a phrase named one by one ("dienstags um zehn": those of the next weeks). Null:
 * it named one only, so that the distance is not known.
 */
export function ruleOfStarts(
  starts: readonly number[],
  known: {
    readonly zone: string
    readonly weeks: number | null
    readonly months?: Monthly | null
    readonly times: number
  },
): string | null {
  const dates = starts.map(start => localDateOf(start, known.zone))
  const [first] = dates
  if (!first) return null
  if (known.months) return monthlyRule(dates, { ...known.months, times: known.times })
  const again = dates.find((date, index) => index > 0 && date.dayOfWeek === first.dayOfWeek)
  const weeks = known.weeks ?? (again ? first.until(again).total('days') / 7 : null)
  if (weeks === null || !Number.isInteger(weeks)) return null
  const days = [...new Set(dates.map(date => date.dayOfWeek))].toSorted((one, other) => one - other)
  const byDay = days.map(day => WEEKDAYS[day - 1]).join(',')
  return `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${byDay};COUNT=${known.times}`
}
