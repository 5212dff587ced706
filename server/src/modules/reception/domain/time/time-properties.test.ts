import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeWhen } from '../speech/describe-when.ts'
import { parseTimePhrase } from './parse-time-phrase.ts'
import type { TimeContext, TimeLanguage, When } from './time-result.ts'

const ZONE = 'Europe/Berlin'
const WORDS: Readonly<Record<TimeLanguage, readonly string[]>> = {
  de: `heute morgen übermorgen gestern Montag Dienstag Freitag montags nächsten diesen kommenden übernächsten letzte
    Woche Monat Jahr Wochenende in zwei drei acht Tagen Wochen Stunden am 24. 12. 13 31. Dezember Mai Ende Anfang
    Mitte KW 48 um halb Viertel nach vor dreiviertel zehn dreißig Uhr 14:30 8:15 ab bis zwischen und oder von nicht
    außer doch lieber nein früh vormittags Nachmittag abends nachts Mittag später früher eine Stunde halbe Ostern
    Weihnachten erster jeden - , der den die spätestens frühestens auf Termin Haarschnitt verschieben`.split(
    /\s+/,
  ),
  en: `today tomorrow yesterday Monday Tuesday Friday Mondays next this last week month year weekend in two three
    days weeks hours on 24th 12th the of December May end early mid at half quarter past to ten thirty pm am 14:30
    noon from until between and or not except rather no morning afternoon evening night later earlier an hour a
    Easter Christmas first every - , by before after onwards haircut ago`.split(/\s+/),
}
const FILLERS: Readonly<Record<TimeLanguage, readonly string[]>> = {
  de: ['so', 'bitte', 'ungefähr'],
  en: ['please', 'roughly', 'maybe'],
}

const language = fc.constantFrom<TimeLanguage>('de', 'en')
const now = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') })
  .map(ms => Temporal.Instant.fromEpochMilliseconds(ms - (ms % 1000)))
const babble = language.chain(lang =>
  fc.record({
    lang: fc.constant(lang),
    words: fc.array(fc.constantFrom(...WORDS[lang]), { minLength: 1, maxLength: 8 }),
    now,
  }),
)

describe('time phrases', { timeout: 30_000 }, () => {
  it('never resolve to what is over', () => {
    fc.assert(
      fc.property(babble, ({ lang, words, now }) => {
        const { kind, when, candidates } = parseTimePhrase(words.join(' '), { now, zone: ZONE, lang })
        if (kind !== 'resolved' && kind !== 'ambiguous') return true
        return [...(when === null ? [] : [when]), ...candidates].every(each => !isOver(each, now))
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
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), language, now, (phrase, lang, now) => {
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
        const { spoken } = describeWhen(when, { lang, zone: ZONE, today })
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
        const { text } = describeWhen(when, { lang, zone: ZONE, today })
        const read = parseTimePhrase(text, { now, zone: ZONE, lang })
        expect({ text, when: minuteGrain(read.when) }).toEqual({ text, when: minuteGrain(when) })
      }),
      { numRuns: 1500 },
    )
  })
})

/** A day, time, run of days, part of a day or open window one day to two years after today. */
const spokenWhen = fc
  .record({
    type: fc.constantFrom('day', 'time', 'days', 'hours', 'from', 'until'),
    ahead: fc.integer({ min: 1, max: 700 }),
    length: fc.integer({ min: 1, max: 40 }),
    hour: fc.integer({ min: 0, max: 22 }),
    minute: fc.constantFrom(0, 5, 15, 30, 45, 59),
  })
  .map(({ type, ahead, length, hour, minute }) => (today: Temporal.PlainDate): When => {
    const date = today.add({ days: ahead })
    const at = (day: Temporal.PlainDate, clock: { hour: number; minute: number }): string =>
      day
        .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(clock) })
        .toString({ timeZoneName: 'never', smallestUnit: 'second' })
    const midnight = { hour: 0, minute: 0 }
    const grain = minute === 0 ? 'hour' : 'minute'
    if (type === 'day') return { type, date: date.toString() }
    if (type === 'time') return { type, start: at(date, { hour, minute }), grain }
    if (type === 'from') return { type, start: at(date, { hour, minute }) }
    if (type === 'until') return { type, end: at(date, { hour, minute }) }
    if (type === 'days') {
      return {
        type: 'range',
        start: at(date, midnight),
        end: at(date.add({ days: length + 1 }), midnight),
        grain: 'day',
      }
    }
    const begin = Math.max(hour, 4)
    return {
      type: 'range',
      start: at(date, { hour: begin, minute }),
      end: at(date, { hour: begin + 1, minute }),
      grain,
    }
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

function isOver(when: When, now: Temporal.Instant): boolean {
  const before = (instant: string): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(instant), now) < 0
  switch (when.type) {
    case 'day':
      return when.date < now.toZonedDateTimeISO(ZONE).toPlainDate().toString()
    case 'time':
    case 'from':
      return before(when.start)
    case 'range':
    case 'until':
      return before(when.end)
    case 'set':
      return when.any.some(each => isOver(each, now)) || when.except.some(each => isOver(each, now))
    default:
      return false
  }
}
