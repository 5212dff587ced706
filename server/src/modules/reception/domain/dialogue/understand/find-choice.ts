import type { Clock, Lexicon } from '../words/lexicon.ts'
import { fold, type Heard, type Span, without } from './hear.ts'
import { numbersSaid } from './numbers-said.ts'
import { type Phrases, says, spansOf } from './phrase-pattern.ts'
import type { HeardChoice } from './understanding.ts'

/**
 * Which of the sentences just spoken the caller chooses: by what distinguishes it (clock, weekday, day of the month,
 * person) or by its place in the row. Clauses that turn something down are not read. A day that depends on today
 * ("morgen um zehn") chooses nothing: which date it means is for the time phrases to say, not for likeness.
 */
export function findChoice(
  heard: Heard,
  options: readonly string[],
  { lexicon, staff }: { lexicon: Lexicon; staff: readonly string[] },
): HeardChoice | null {
  if (options.length === 0) return null
  const { folded } = without(withoutRejected(heard, lexicon), spansOf(lexicon.intents.wait, heard.folded))
  if (says(lexicon.times.relativeDays, folded)) return null
  const spoken = options.map(fold)
  if (namesOtherDate(folded, spoken, lexicon)) return null
  const evidence = evidenceIn(folded, spoken, { lexicon, staff: staff.map(fold) })
  if (evidence.length === 0) return byPlace(folded, spoken.length, lexicon)
  const indexes = spoken.flatMap((option, index) => (evidence.every(holds => holds(option)) ? [index] : []))
  return choiceOf(indexes)
}

/** Blanks the clauses that turn something down; a limit ("nicht vor zehn") turns nothing down. */
export function withoutRejected(heard: Heard, lexicon: Lexicon): Heard {
  const rejected = clausesOf(heard.folded, lexicon.choices.clauseBreak).filter(([start, end]) => {
    const clause = heard.folded.slice(start, end)
    return says(lexicon.intents.reject, clause) && !says(lexicon.times.limits, clause)
  })
  return without(heard, rejected)
}

function clausesOf(folded: string, clauseBreak: RegExp): Span[] {
  const breaks = [...folded.matchAll(clauseBreak)].map(({ index }) => index)
  return [0, ...breaks].map((start, place): Span => [start, breaks[place] ?? folded.length])
}

type Evidence = (option: string) => boolean

function evidenceIn(
  folded: string,
  options: readonly string[],
  { lexicon, staff }: { lexicon: Lexicon; staff: readonly string[] },
): Evidence[] {
  return [
    ...lexicon.times.weekdays.map(word => named(folded, word)),
    ...lexicon.times.months.map(word => named(folded, word)),
    ...staff.map(name => named(folded, wordPattern(name.split(' ').at(-1) ?? name))),
    dayOfMonth(folded, options, lexicon),
    clock(folded, options, lexicon),
  ].filter(test => test !== null)
}

function named(folded: string, word: Phrases): Evidence | null {
  return says(word, folded) ? option => says(word, option) : null
}

/**
 * An ordinal is a day of the month if some offers lie on that day, and else a place in the row. Where it could be
 * either ("den ersten" of three, the second of which is on the first), it is the place unless "am", the month or the
 * weekday is said with it.
 */
function dayOfMonth(folded: string, options: readonly string[], lexicon: Lexicon): Evidence | null {
  const said = daysOfMonth(folded, lexicon)
  const fits = (option: string): boolean => daysOfMonth(option, lexicon).some(day => said.includes(day))
  if (said.length === 0 || !options.some(fits)) return null
  if (options.length < 2 || namesDay(folded, lexicon)) return fits
  const place = byPlace(folded, options.length, lexicon)
  const inRow = place?.kind === 'one' ? options[place.index] : undefined
  const isElsewhere = inRow !== undefined && !fits(inRow) && !says(lexicon.choices.beforeDay, folded)
  return options.every(fits) || isElsewhere ? null : fits
}

/** "Am 24. Dezember um elf" chooses none of the offers on the 29th: it is another wish. */
function namesOtherDate(folded: string, options: readonly string[], lexicon: Lexicon): boolean {
  const said = daysOfMonth(folded, lexicon)
  const offered = options.flatMap(option => daysOfMonth(option, lexicon))
  return said.length > 0 && namesMonth(folded, lexicon) && !said.some(day => offered.includes(day))
}

function namesMonth(folded: string, { times }: Lexicon): boolean {
  return times.months.some(month => says(month, folded))
}

function namesDay(folded: string, lexicon: Lexicon): boolean {
  return namesMonth(folded, lexicon) || lexicon.times.weekdays.some(day => says(day, folded))
}

function daysOfMonth(folded: string, lexicon: Lexicon): number[] {
  const words = numbersSaid(folded, lexicon.choices.ordinals)
  const digits = [...folded.matchAll(/(?<!\d)(\d{1,2})\.(?!\d\d(?!\.))/g)].map(match => Number(match[1]))
  return [...words, ...digits, ...besideMonths(folded, lexicon)]
}

/** "22 January", "January 22". */
function besideMonths(folded: string, { times }: Lexicon): number[] {
  return times.months
    .flatMap(month => spansOf(month, folded))
    .flatMap(([start, end]) => {
      const before = /(?<!\d)(\d{1,2})(?: of)? $/.exec(folded.slice(0, start))?.[1]
      const after = /^ (\d{1,2})(?![\d:]| (?:uhr|o'?clock|[ap]\.?m))/.exec(folded.slice(end))?.[1]
      return [before, after].filter(day => day !== undefined).map(Number)
    })
}

function clock(folded: string, options: readonly string[], { times }: Lexicon): Evidence | null {
  const said = times.readClocks(folded)
  if (said.length === 0) return null
  const exact: Evidence = option =>
    times.readClocks(option).some(offered => said.some(wanted => same(wanted, offered)))
  if (options.some(exact)) return exact
  return option => times.readClocks(option).some(offered => said.some(wanted => sameHalfDay(wanted, offered)))
}

function same(wanted: Clock, offered: Clock): boolean {
  return wanted.hour === offered.hour && wanted.minute === offered.minute
}

function sameHalfDay(wanted: Clock, offered: Clock): boolean {
  return wanted.hour <= 12 && wanted.hour % 12 === offered.hour % 12 && wanted.minute === offered.minute
}

function byPlace(folded: string, count: number, { choices }: Lexicon): HeardChoice | null {
  if (says(choices.allOfThem, folded)) return null
  if (says(choices.earlierOne, folded)) return { kind: 'one', index: 0 }
  if (count === 3 && says(choices.middleOne, folded)) return { kind: 'one', index: 1 }
  if (says(choices.laterOne, folded) || says(choices.last, folded)) return { kind: 'one', index: count - 1 }
  const place = placeIn(folded, choices.ordinals) ?? placeIn(folded, choices.numbers)
  return place !== null && place >= 1 && place <= count ? { kind: 'one', index: place - 1 } : null
}

function placeIn(folded: string, words: ReadonlyMap<string, number>): number | null {
  const [said] = numbersSaid(folded, words)
  const digit = /(?<![a-z0-9])\d(?![a-z0-9])/.exec(folded)?.[0]
  return said ?? (digit === undefined ? null : Number(digit))
}

function choiceOf(indexes: readonly number[]): HeardChoice | null {
  const [first] = indexes
  if (first === undefined) return null
  return indexes.length === 1 ? { kind: 'one', index: first } : { kind: 'several', indexes }
}

function wordPattern(word: string): Phrases {
  return new RegExp(`(?<![a-z0-9])${word.replace(/[^a-z0-9]/g, '.')}(?![a-z0-9])`, 'g')
}
