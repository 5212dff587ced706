import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeWhen } from '../speech/describe-when.ts'
import { parseTimePhrase } from './parse-time-phrase.ts'
import { isOver } from './testing/is-over.ts'
import { spokenWhen } from './testing/spoken-when.ts'
import { VOCABULARY } from './testing/vocabulary.ts'
import type { TimeContext, TimeLanguage, When } from './time-result.ts'

const ZONE = 'Europe/Berlin'
const FILLERS: Readonly<Record<TimeLanguage, readonly string[]>> = {
  de: ['so', 'bitte', 'ungefähr'],
  en: ['please', 'roughly', 'maybe'],
}

const language = fc.constantFrom<TimeLanguage>('de', 'en')
const now = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') })
  .map(ms => Temporal.Instant.fromEpochMilliseconds(ms - (ms % 1000)))
const characters = fc.array(fc.nat(0xffff), { maxLength: 60 }).map(codes => String.fromCharCode(...codes))
const babble = language.chain(lang =>
  fc.record({
    lang: fc.constant(lang),
    words: fc.array(fc.constantFrom(...VOCABULARY[lang]), { minLength: 1, maxLength: 8 }),
    now,
  }),
)

describe('time phrases', () => {
  it('never resolve to what is over', () => {
    fc.assert(
      fc.property(babble, ({ lang, words, now }) => {
        const { kind, when, candidates } = parseTimePhrase(words.join(' '), { now, zone: ZONE, lang })
        if (kind !== 'resolved' && kind !== 'ambiguous') return true
        return [...(when === null ? [] : [when]), ...candidates].every(
          each => !isOver(each, { now, zone: ZONE }),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('mean the same in capitals', () => {
    fc.assert(
      fc.property(babble, ({ lang, words, now }) => {
        const phrase = words.join(' ')
        const context = { now, zone: ZONE, lang }
        expect(meaning(phrase.toUpperCase(), context)).toEqual(meaning(phrase, context))
      }),
      { numRuns: 1000 },
    )
  })

  it('mean the same with umlauts written out', () => {
    fc.assert(
      fc.property(babble, ({ lang, words, now }) => {
        const phrase = words.join(' ')
        const context = { now, zone: ZONE, lang }
        expect(meaning(writeOut(phrase), context)).toEqual(meaning(phrase, context))
      }),
      { numRuns: 1000 },
    )
  })

  it('mean the same with words that say nothing', () => {
    fc.assert(
      fc.property(babble, fc.nat(), fc.nat(), ({ lang, words, now }, place, choice) => {
        const filler = FILLERS[lang][choice % FILLERS[lang].length] ?? ''
        const spoken = words.filter(word => word !== ',' && word !== '-')
        const filled = spoken.toSpliced(place % (spoken.length + 1), 0, filler)
        const context = { now, zone: ZONE, lang }
        expect(meaning(filled.join(' '), context)).toEqual(meaning(spoken.join(' '), context))
      }),
      { numRuns: 1000 },
    )
  })

  it('survive whatever is typed', () => {
    fc.assert(
      fc.property(characters, language, now, (phrase, lang, now) => {
        const { span } = parseTimePhrase(phrase, { now, zone: ZONE, lang })
        return span === null || (span[0] >= 0 && span[0] <= span[1] && span[1] < phrase.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('are understood as they are spoken', () => {
    fc.assert(
      fc.property(language, now, spokenWhen, (lang, now, makeWhen) => {
        const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
        const when = makeWhen(today)
        const { spoken } = describeWhen(when, { lang, today })
        const heard = parseTimePhrase(spoken, { now, zone: ZONE, lang })
        expect({ spoken, kind: heard.kind, when: heard.when }).toEqual({ spoken, kind: 'resolved', when })
      }),
      { numRuns: 1500 },
    )
  })

  it('are understood as they are written', () => {
    fc.assert(
      fc.property(language, now, spokenWhen, (lang, now, makeWhen) => {
        const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
        const when = makeWhen(today)
        const { text } = describeWhen(when, { lang, today })
        const read = parseTimePhrase(text, { now, zone: ZONE, lang })
        expect({ text, when: minuteGrain(read.when) }).toEqual({ text, when: minuteGrain(when) })
      }),
      { numRuns: 1500 },
    )
  })
})

function meaning(phrase: string, context: TimeContext): unknown {
  const { span: _, ...rest } = parseTimePhrase(phrase, context)
  return rest
}

/** In digits every time is to the minute. */
function minuteGrain(when: When | null): When | null {
  return when?.type === 'time' || (when?.type === 'range' && when.grain === 'hour')
    ? { ...when, grain: 'minute' }
    : when
}

function writeOut(phrase: string): string {
  const letters: Readonly<Record<string, string>> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    Ä: 'Ae',
    Ö: 'Oe',
    Ü: 'Ue',
    ß: 'ss',
  }
  return phrase.replaceAll(/[äöüÄÖÜß]/g, letter => letters[letter] ?? letter)
}
