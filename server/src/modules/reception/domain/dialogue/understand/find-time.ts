import type { Lexicon, TimeWords } from '../words/lexicon.ts'
import { allLexicons } from '../words/lexicons.ts'
import { fold, foldedSpan, type Heard, hear, type Span, without, wordsAt } from './hear.ts'
import { type Phrases, says, spansOf } from './phrase-pattern.ts'
import type { HourWish, TimePhrase } from './understanding.ts'

/** Where in an utterance a time is spoken of, as positions in the utterance; what it means is resolved elsewhere. */
export type FindTime = (utterance: string) => { readonly span: readonly [number, number] } | null

type Found = { readonly time: TimePhrase; readonly span: Span }

export function findTimePhrase(heard: Heard, words: TimeWords, findTime: FindTime): Found | null {
  const rest = without(heard, spansOf(words.namesNoTime, heard.folded))
  const found = findTime(rest.text)
  if (found) {
    const span = foldedSpan(rest, found.span)
    const phrase = withoutTowards(wordsAt(rest, span).replace(/\s+/g, ' ').trim(), words)
    if (phrase !== '') return { time: takeApart(phrase, words), span }
  }
  const anyTime = spansOf(words.anyTime, rest.folded)[0]
  if (anyTime === undefined) return null
  const phrase = wordsAt(rest, anyTime)
  return { time: { phrase, day: phrase, clock: null }, span: anyTime }
}

/** "To Saturday at ten" is where it shall go; "from nine to five" begins otherwise, and "to five" ends there. */
function withoutTowards(phrase: string, words: TimeWords): string {
  const rest = words.destination?.exec(phrase)?.groups?.rest
  return rest === undefined || takeApart(rest, words).day === null ? phrase : rest
}

/** The time to which something is moved: "von Freitag auf Donnerstag um elf", "besser Mittwoch", "eine Stunde später". */
export function findTowards(
  heard: Heard,
  { times: words, own }: Lexicon,
  findTime: FindTime,
): TimePhrase | null {
  // "Samstag um zwölf statt Freitag": the other day is the one it has.
  const instead = spansOf(own.insteadOf, heard.folded)
  const wanted = instead.length > 0 ? findTimePhrase(without(heard, instead), words, findTime) : null
  if (wanted !== null) return wanted.time
  for (const [, end] of spansOf(words.towards, heard.folded).toReversed()) {
    const rest = without(heard, [[0, end]])
    const found = findTimePhrase(rest, words, findTime)
    if (found && isConnective(heard.folded.slice(end, found.span[0]), words)) return found.time
  }
  const [shift] = spansOf(words.shifts, heard.folded)
  if (shift === undefined) return null
  const phrase = wordsAt(heard, shift)
  return { phrase, day: null, clock: phrase }
}

function isConnective(between: string, { connectives }: TimeWords): boolean {
  return between.split(/[^a-z0-9]+/).every(word => word === '' || connectives.has(word))
}

/** "Next week, whenever" leaves any hour; "whenever" alone names no day and says nothing of the hour. */
export function hourWishOf(heard: Heard, time: TimePhrase | null, words: TimeWords): HourWish {
  if (time === null || time.clock !== null || !says(words.anyHour, heard.folded)) return 'open'
  const phrase = hear(time.phrase)
  const day = without(phrase, [
    ...spansOf(words.anyHour, phrase.folded),
    ...spansOf(words.anyTime, phrase.folded),
  ])
  return /\p{L}|\d/u.test(day.text) ? 'any' : 'open'
}

/**
 * Lets a clock follow the day of an earlier phrase; a day keeps the earlier clock where the caller corrects, or where
 * only a clock was known.
 */
export function refine(before: TimePhrase | null, said: TimePhrase, how: 'anew' | 'correcting'): TimePhrase {
  if (before === null) return said
  if (how === 'anew' && isWeek(before.day) && isWeekday(said.day)) {
    const day = `${before.day} ${said.day}`
    return { phrase: [day, said.clock].filter(part => part !== null).join(' '), day, clock: said.clock }
  }
  const sameWeek = how === 'correcting' && isWeekday(said.day) ? inWeekOf(before.day, said.day ?? '') : null
  if (sameWeek !== null) return refine({ ...before, day: null }, withDay(said, sameWeek), how)
  if (said.day === null) return joined(before.day, said.clock, said)
  if (said.clock === null && (how === 'correcting' || before.day === null))
    return joined(said.day, before.clock, said)
  return said
}

/** A weekday said after "nächste Woche" is that of next week. */
function isWeek(day: string | null): boolean {
  return day !== null && allLexicons.some(({ times }) => isWhole(times.weeks, day))
}

/** "Ich meinte Dienstag", said of "nächste Woche Mittwoch", is that week's Tuesday. */
function inWeekOf(day: string | null, weekday: string): string | null {
  const lexicon = allLexicons.find(({ times }) => day !== null && says(times.weeks, fold(day)))
  if (day === null || lexicon === undefined) return null
  const heard = hear(day)
  const told = lexicon.times.weekdays.flatMap(words => spansOf(words, heard.folded))
  const bare = lexicon.times.weekdays.flatMap(words => spansOf(words, fold(weekday)))[0]
  const [only, ...others] = told
  if (only === undefined || others.length > 0 || bare === undefined) return null
  return `${wordsAt(heard, [0, only[0]])}${weekday.slice(...bare)}${wordsAt(heard, [only[1], heard.folded.length])}`
}

function withDay(said: TimePhrase, day: string): TimePhrase {
  return { phrase: [day, said.clock].filter(part => part !== null).join(' '), day, clock: said.clock }
}

function isWeekday(day: string | null): boolean {
  return day !== null && allLexicons.some(({ times }) => isWhole(times.bareWeekday, day))
}

function isWhole(pattern: Phrases, text: string): boolean {
  const folded = fold(text).trim()
  return spansOf(pattern, folded).some(([start, end]) => start === 0 && end === folded.length)
}

function joined(before: string | null, clock: string | null, said: TimePhrase): TimePhrase {
  if (before === null || clock === null) return said
  const day = withoutAnyHour(before)
  return { phrase: `${day} ${clock}`, day, clock }
}

/** "Morgen irgendwann", and then "um vier", is tomorrow at four. */
function withoutAnyHour(day: string): string {
  const heard = hear(day)
  const spans = allLexicons.flatMap(({ times }) => spansOf(times.anyHour, heard.folded))
  const rest = without(heard, spans).text.replace(/\s+/g, ' ').trim()
  return /\p{L}|\d/u.test(rest) ? rest : day
}

/** A phrase as its day and its clock. */
export function takeApart(phrase: string, words: TimeWords): TimePhrase {
  const clocks = [...fold(phrase).matchAll(words.clock)].map(
    (match): Span => [match.index, match.index + match[0].length],
  )
  if (clocks.length === 0) return { phrase, day: phrase, clock: null }
  const heard = hear(phrase)
  const clock = clocks.map(span => wordsAt(heard, span)).join(' ')
  const day = without(heard, clocks)
    .text.replace(/[\s,]+/g, ' ')
    .trim()
  const meansSomething = fold(day)
    .split(/[^a-z0-9.]+/)
    .some(word => word !== '' && !words.connectives.has(word))
  return { phrase, day: meansSomething ? day : null, clock }
}
