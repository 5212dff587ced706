import { describeWhen } from '../speech/describe-when.ts'
import { combine } from './combine/combine.ts'
import { type Lexeme, readLexemes } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { recognise } from './recognise.ts'
import { environmentOf } from './resolve/environment.ts'
import { resolveReading } from './resolve/resolve-reading.ts'
import type { TimeContext, TimeResult } from './time-result.ts'

/**
 * Turns words about time into dates and times. Words are looked up in tables, small rules recognise days, clock
 * times and windows, these are combined into what was asked for, and that is placed in the calendar. A phrase
 * means one thing, or it comes back as a question: several candidates, a contradiction, or something gone.
 */
export function parseTimePhrase(phrase: string, context: TimeContext): TimeResult {
  const lexemes = readLexemes(phrase, context.lang)
  const reading = combine(lexemes, recognise(lexemes))
  if (reading === null) return NOTHING
  const env = environmentOf(context, refersToContext(reading))
  const { kind, when, candidates } = resolveReading(reading, env)
  if (kind === 'none') return NOTHING
  const told = (when === null ? candidates : [when]).map(each =>
    describeWhen(each, { lang: context.lang, zone: context.zone, today: env.today }),
  )
  const joint = context.lang === 'de' ? ' oder ' : ' or '
  return {
    kind,
    when,
    candidates,
    text: told.map(({ text }) => text).join(joint),
    spoken: told.map(({ spoken }) => spoken).join(joint),
    span: spanOf(lexemes, reading),
  }
}

const NOTHING: TimeResult = { kind: 'none', when: null, candidates: [], text: null, spoken: null, span: null }

function refersToContext({ instead, options }: Reading): boolean {
  return instead || options.some(({ sameTime }) => sameTime)
}

function spanOf(lexemes: readonly Lexeme[], { first, next }: Reading): readonly [number, number] {
  return [lexemes[first]?.start ?? 0, (lexemes[next - 1]?.end ?? 1) - 1]
}
