import { describeWhen } from '../speech/describe-when.ts'
import type { CivilDate } from './civil-date.ts'
import { combine } from './combine/combine.ts'
import { type Lexeme, readLexemes } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { recognise } from './recognise.ts'
import { environmentOf } from './resolve/environment.ts'
import { isoInstant } from './resolve/moment.ts'
import { type Meaning, resolveReading } from './resolve/resolve-reading.ts'
import { localDate } from './resolve/zone-offset.ts'
import type { TimeContext, TimeResult, When } from './time-result.ts'
import { writtenInstant } from './written-instant.ts'

type Span = readonly [first: number, last: number]

/**
 * Turns words about time into dates and times. Words are looked up in tables, small rules recognise days, clock
 * times and windows, these are combined into what was asked for, and that is placed in the calendar. A phrase
 * means one thing, or it comes back as a question: several candidates, a contradiction, or something gone.
 */
export function parseTimePhrase(phrase: string, context: TimeContext): TimeResult {
  const understood = understandPhrase(phrase, context)
  return understood === null ? NOTHING : tell(understood, context)
}

/** Where in a phrase a time is spoken of, its last character included; without a word on what it means. */
export function timeSpanOf(phrase: string, context: TimeContext): Span | null {
  return understandPhrase(phrase, context)?.span ?? null
}

type Understood = Meaning & { readonly span: Span; readonly today: CivilDate }

function understandPhrase(phrase: string, context: TimeContext): Understood | null {
  const written = writtenInstant(phrase, context.zone)
  if (written !== null) {
    const today = localDate(context.now, context.zone)
    return { ...momentMeaning(written, context), span: [0, phrase.length - 1], today }
  }
  const lexemes = readLexemes(phrase, context.lang)
  const reading = combine(lexemes, recognise(lexemes))
  if (reading === null || restsOnSchoolHolidays(lexemes, reading)) return null
  const env = environmentOf(context, refersToContext(reading))
  const meaning = resolveReading(reading, env)
  return meaning.kind === 'none' ? null : { ...meaning, span: spanOf(lexemes, reading), today: env.today }
}

const NOTHING: TimeResult = { kind: 'none', when: null, candidates: [], text: null, spoken: null, span: null }

function momentMeaning(moment: Temporal.ZonedDateTime, { now }: TimeContext): Meaning {
  const over = Temporal.Instant.compare(moment.toInstant(), now) < 0
  const when: When = { type: 'time', start: isoInstant(moment), grain: 'minute' }
  return { kind: over ? 'past' : 'resolved', when, candidates: [] }
}

function tell({ kind, when, candidates, span, today }: Understood, { lang }: TimeContext): TimeResult {
  const told = (when === null ? candidates : [when]).map(each => describeWhen(each, { lang, today }))
  const joint = lang === 'de' ? ' oder ' : ' or '
  return {
    kind,
    when,
    candidates,
    text: told.map(({ text }) => text).join(joint),
    spoken: told.map(({ spoken }) => spoken).join(joint),
    span,
  }
}

/** "am Montag nach den Osterferien": without their dates the Monday is unknown too. A date stands by itself. */
function restsOnSchoolHolidays(lexemes: readonly Lexeme[], { options }: Reading): boolean {
  const named = lexemes.findIndex(({ meaning }) => meaning.schoolHolidays === true)
  if (named < 0 || options.some(({ days }) => days.some(({ type }) => type === 'date'))) return false
  const lead = lexemes.slice(0, named).findLast(({ meaning }) => meaning.article !== true)
  return lead?.meaning.bound !== undefined
}

function refersToContext({ instead, options }: Reading): boolean {
  return instead || options.some(({ sameTime }) => sameTime)
}

function spanOf(lexemes: readonly Lexeme[], { first, next }: Reading): Span {
  return [lexemes[first]?.start ?? 0, (lexemes[next - 1]?.end ?? 1) - 1]
}
