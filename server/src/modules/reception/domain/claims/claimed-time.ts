import { localDateOf, wallTimeAt } from '../../../../platform/time/zoned.ts'
import { parseTimePhrase } from '../time/parse-time-phrase.ts'
import type { TimeContext, TimeLanguage, TimeResult, When } from '../time/time-result.ts'
import { splitClauses } from './split-sentences.ts'

/** When the sentence was said, and where. */
export type Said = { readonly at: Temporal.Instant; readonly zone: string }

const LANGUAGES: readonly TimeLanguage[] = ['de', 'en']
/** "Sie sind jetzt für Freitag eingetragen": when it was done, not when it is. */
const AS_OF_NOW = /\b(jetzt|nun|soeben|gerade(?: eben)?|now|just)\b/giu
/** A sentence names few times; what is longer is not worth reading to its end. */
const MOST_TIMES = 3
/** "Auf Donnerstag um elf statt auf Mittwoch": the parser of phrases knows the second without its preposition. */
const INSTEAD_OF = /\b((?:an)?statt) (?:auf|am|um)\b/giu
const LONGEST = 600
const HALF_DAY_MINUTES = 720

/**
 * Whether a sentence names times and none of them is one of these starts: a claim that is not so, although something was
 * done (failures 27, 29). In doubt it is not: every reading of an ambiguous time counts, "um acht" may be the morning or
 * the evening and without a day any day, "um zehn" is the whole hour, and what has only one end ("ab zehn", "bis Freitag
 * um neun") is compared by its day or not at all.
 */
export function namesOtherTime(sentence: string, starts: readonly Temporal.Instant[], said: Said): boolean {
  if (starts.length === 0) return false
  let rest = sentence.slice(0, LONGEST).replace(AS_OF_NOW, ' ').replace(INSTEAD_OF, '$1')
  let named = false
  for (let times = 0; times < MOST_TIMES; times++) {
    const result = readInEither(rest, said)
    if (result.span === null) break
    const readings = readingsOf(result)
    if (starts.some(start => readings.some(when => fits(when, start, said.zone)))) return false
    if (starts.some(start => fitsThatDay(rest, start, said))) return false
    named ||= readings.length > 0
    const [first, last] = result.span
    rest = `${rest.slice(0, first)} ${rest.slice(last + 1)}`
  }
  return named && !splitClauses(sentence).some(clause => namesOneOf(clause, starts, said))
}

/** "… für Freitag um zehn eingetragen, die Bestätigung kommt in zehn Minuten": a clause with a full time of its own. */
function namesOneOf(clause: string, starts: readonly Temporal.Instant[], said: Said): boolean {
  const readings = readingsOf(readInEither(clause, said)).filter(({ type }) => type === 'time')
  return starts.some(start => readings.some(when => fits(when, start, said.zone)))
}

/** Both languages are tried, because a model changes to the caller's whenever it likes; who understands more is right. */
function readInEither(sentence: string, { at, zone }: Said, context?: When): TimeResult {
  const results = LANGUAGES.map(lang => {
    const place: TimeContext = { now: at, zone, lang }
    return parseTimePhrase(sentence, context === undefined ? place : { ...place, context })
  })
  return results.reduce((best, other) => (lengthOf(other) > lengthOf(best) ? other : best))
}

function lengthOf({ span }: TimeResult): number {
  return span === null ? 0 : span[1] - span[0] + 1
}

function readingsOf({ when, candidates }: TimeResult): readonly When[] {
  return when === null ? candidates : [when, ...candidates]
}

/** "Um zehn" without a day is about the day that is talked about. */
function fitsThatDay(sentence: string, start: Temporal.Instant, said: Said): boolean {
  const date = localDateOf(start.epochMilliseconds, said.zone).toString()
  const readings = readingsOf(readInEither(sentence, said, { type: 'day', date }))
  return readings.some(when => fits(when, start, said.zone))
}

function fits(when: When, start: Temporal.Instant, zone: string): boolean {
  switch (when.type) {
    case 'day':
      return dayOf(start, zone) === when.date
    case 'time': {
      const named = Temporal.Instant.from(when.start)
      if (dayOf(start, zone) !== dayOf(named, zone)) return false
      const apart = minuteOf(start, zone) - minuteOf(named, zone)
      return when.grain === 'minute' ? apart === 0 : apart >= 0 && apart < 60
    }
    case 'range':
      return (when.grain === 'day' ? [0] : [0, 12, -12]).some(hours => isWithin(when, start.add({ hours })))
    case 'until':
      return dayOf(Temporal.Instant.from(when.end).subtract({ milliseconds: 1 }), zone) === dayOf(start, zone)
    case 'from':
    case 'clock':
      return true
    case 'set':
      return when.any.length === 0 || when.any.some(one => fits(one, start, zone))
    default:
      return when satisfies never
  }
}

function dayOf(instant: Temporal.Instant, zone: string): string {
  return localDateOf(instant.epochMilliseconds, zone).toString()
}

/** Of half a day: "um acht" may be either. */
function minuteOf(instant: Temporal.Instant, zone: string): number {
  const { hour, minute } = wallTimeAt(instant.epochMilliseconds, zone)
  return (hour * 60 + minute) % HALF_DAY_MINUTES
}

/** "Zwischen sieben und acht" takes in eight. */
function isWithin({ start, end }: { start: string; end: string }, instant: Temporal.Instant): boolean {
  const { compare, from } = Temporal.Instant
  return compare(from(start), instant) <= 0 && compare(instant, from(end)) <= 0
}
