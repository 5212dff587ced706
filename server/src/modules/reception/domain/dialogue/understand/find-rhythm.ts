import { saidMonths, saidTimes, saidWeeks } from '../../offers/said-rhythm.ts'
import type { SeriesWords } from '../words/lexicon.ts'
import { type Heard, type Span, without, wordsAt } from './hear.ts'
import { says, spansOf } from './phrase-pattern.ts'
import type { Expecting, HeardRhythm, Intent } from './understanding.ts'

type Found = { readonly rhythm: HeardRhythm; readonly spans: readonly Span[] }

/** Who asks about opening, prices or people, or changes what there is, names a rhythm of something else. */
const aboutSomethingElse: readonly Intent[] = [
  'move',
  'cancel',
  'appointments',
  'question_hours',
  'question_price',
  'question_staff',
  'question_presence',
  'question_duration',
  'question_services',
]

/**
 * Whether somebody wants to come again and again, and how often. Days alone are no rhythm: "dienstags" and "jeden
 * Dienstag" may also name the days that suit for one appointment, and "alle sechs Wochen" what somebody is used to.
 */
export function findRhythm(
  heard: Heard,
  { words, intents, expecting }: { words: SeriesWords; intents: readonly Intent[]; expecting: Expecting },
): Found | null {
  if (intents.some(intent => aboutSomethingElse.includes(intent))) return null
  const asked = askedFor(heard, words, expecting)
  if (asked) return asked
  const monthly = spansOf(words.monthly, heard.folded)
  const every = spansOf(words.every, without(heard, monthly).folded)
  const [lasting] = spansOf(words.lasting, heard.folded)
  const times = saidTimes(heard.text, 'sentence')
  const counted = times !== null || lasting !== undefined
  if (
    !isMeant(heard, words, {
      every: every.length + monthly.length > 0,
      counted,
      books: intents.includes('book'),
    })
  )
    return null
  const [said] = [...monthly, ...every]
  const distance = said === undefined ? null : wordsAt(heard, said).trim()
  const spans = [...every, ...timesSpans(heard), ...(lasting ? [lasting] : [])]
  const long = lasting === undefined ? null : timesWithin(wordsAt(heard, lasting), distance)
  return { rhythm: { every: distance, times: times ?? long }, spans }
}

/** "Sechs Wochen lang" every two weeks is three times; weeks are not counted in months, nor months in weeks. */
function timesWithin(lasting: string, distance: string | null): number | null {
  const long = saidTimes(lasting, 'number')
  const months = saidMonths(distance ?? '')
  if (long === null || (months === null) !== (saidMonths(lasting) === null)) return null
  return Math.floor(long / (months ?? saidWeeks(distance ?? '1') ?? 1))
}

function isMeant(
  { folded }: Heard,
  words: SeriesWords,
  said: { every: boolean; counted: boolean; books: boolean },
): boolean {
  const isSeries = says(words.series, folded)
  if (said.every) return said.counted || isSeries || !says(words.habit, folded)
  if (says(words.eachDay, folded))
    return said.counted || isSeries || (said.books && !says(words.habit, folded))
  const again = says(words.lasting, folded) || /(?:mal|times|\dx)(?![a-z])/.test(folded)
  if (says(words.days, folded)) return isSeries || (said.counted && again)
  return isSeries && said.counted
}

/** What would say nothing by itself answers the question for it: "sechs", "alle zwei Wochen", "nur die ersten drei". */
function askedFor(heard: Heard, { only, once }: SeriesWords, expecting: Expecting): Found | null {
  const all: Span[] = [[0, heard.folded.length]]
  if (expecting.kind === 'times') {
    const times = says(once, heard.folded) ? 1 : saidTimes(heard.text, 'number')
    return times === null ? null : { rhythm: { every: null, times }, spans: all }
  }
  if (expecting.kind === 'every')
    return (saidMonths(heard.text) ?? saidWeeks(heard.text)) === null
      ? null
      : { rhythm: { every: heard.text, times: null }, spans: all }
  const [fewer] = expecting.kind === 'dates' ? spansOf(only, heard.folded) : []
  const times = fewer === undefined ? null : saidTimes(wordsAt(heard, fewer), 'number')
  return times === null ? null : { rhythm: { every: null, times }, spans: all }
}

/** "Sechs Mal" is no clock. */
function timesSpans(heard: Heard): Span[] {
  const counts = /(?<![a-z0-9])(?:\d{1,4}|[a-z]+)[ -]?(?:mal|x|times|terminen?|appointments)(?![a-z0-9])/g
  return spansOf(counts, heard.folded).filter(span => saidTimes(wordsAt(heard, span), 'sentence') !== null)
}
