import { addDays, type CivilDate, civilDateOf } from '../time/civil-date.ts'
import type { ClockWhen, RangeWhen, SetWhen, TimeLanguage, When } from '../time/time-result.ts'
import type { DateParts } from './calendar-names.ts'
import {
  type LocalMoment,
  spokenDate,
  spokenDateAfterFrom,
  spokenDateTime,
  spokenTime,
  type TimeParts,
  type YearSpoken,
} from './spoken-date.ts'
import { spokenList } from './spoken-list.ts'
import { writtenDate, writtenDateTime, writtenTime } from './written-date.ts'

interface Description {
  /** For the eye: "So, 22.11.2026, 14:30". */
  readonly text: string
  /** For the ear: "Sonntag, den zweiundzwanzigsten November, um vierzehn Uhr dreißig". */
  readonly spoken: string
}

interface DescriptionPlace {
  readonly lang: TimeLanguage
  /** A year is spoken only where the date alone would be taken for another one. */
  readonly today: DateParts
}

const YEAR = 10_000
const WORDS = {
  de: { from: 'ab', to: 'bis', of: 'von', except: 'außer', join: ' oder ' },
  en: { from: 'from', to: 'until', of: 'from', except: 'except', join: ' or ' },
} as const

/** The meaning of a time phrase in full words, always with its date. */
export function describeWhen(when: When, place: DescriptionPlace): Description {
  const { lang } = place
  const words = WORDS[lang]
  switch (when.type) {
    case 'day':
      return describeDay(civilDateOf(when.date), place)
    case 'time': {
      const moment = localMoment(when.start)
      const spoken = spokenDateTime(moment, lang, yearOf(moment.toPlainDate(), place))
      return { text: writtenDateTime(moment, lang), spoken }
    }
    case 'range':
      return describeRange(when, place)
    case 'from': {
      const { text, spoken } = describeLimit(when.start, 'from', place)
      return { text: `${words.from} ${text}`, spoken: `${words.from} ${spoken}` }
    }
    case 'until': {
      const { text, spoken } = describeLimit(when.end, 'until', place)
      return { text: `${words.to} ${text}`, spoken: `${words.to} ${spoken}` }
    }
    case 'clock':
      return describeClock(when, lang)
    default:
      return describeSet(when, place)
  }
}

function describeDay(date: CivilDate, place: DescriptionPlace): Description {
  return {
    text: writtenDate(date, place.lang),
    spoken: spokenDate(date, place.lang, yearOf(date, place)),
  }
}

function describeRange({ start, end, grain }: RangeWhen, place: DescriptionPlace): Description {
  if (grain === 'day') return describeDays(civilDateOf(start), addDays(civilDateOf(end), -1), place)
  const day = describeDay(civilDateOf(start), place)
  const hours = describeHours(timeOf(start, 11), timeOf(end, 11), place.lang)
  return { text: `${day.text}, ${hours.text}`, spoken: `${day.spoken}, ${hours.spoken}` }
}

function describeDays(first: CivilDate, last: CivilDate, place: DescriptionPlace): Description {
  const { lang } = place
  if (first.equals(last)) return describeDay(first, place)
  const { of, to } = WORDS[lang]
  const begin = spokenDateAfterFrom(first, lang, yearOf(first, place))
  return {
    text: `${writtenDate(first, lang)} – ${writtenDate(last, lang)}`,
    spoken: `${of} ${begin}, ${to} ${spokenDate(last, lang, yearOf(last, place))}`,
  }
}

function describeHours(from: TimeParts, until: TimeParts, lang: TimeLanguage): Description {
  const { from: after, to } = WORDS[lang]
  if (isMidnight(until))
    return { text: `${after} ${writtenTime(from)}`, spoken: `${after} ${spokenTime(from, lang)}` }
  if (isMidnight(from))
    return { text: `${to} ${writtenTime(until)}`, spoken: `${to} ${spokenTime(until, lang)}` }
  return {
    text: `${writtenTime(from)}–${writtenTime(until)}`,
    spoken: `${WORDS[lang].of} ${spokenTime(from, lang)} ${to} ${spokenTime(until, lang)}`,
  }
}

/** An end at midnight is told as the whole day before it. */
function describeLimit(instant: string, side: 'from' | 'until', place: DescriptionPlace): Description {
  const moment = localMoment(instant)
  const midnight = isMidnight(moment.toPlainTime())
  const date = civilDateOf(instant)
  const named = midnight && side === 'until' ? addDays(date, -1) : date
  const year = yearOf(named, place)
  const spoken =
    side === 'from' ? spokenDateAfterFrom(named, place.lang, year) : spokenDate(named, place.lang, year)
  if (midnight) return { text: writtenDate(named, place.lang), spoken }
  return {
    text: writtenDateTime(moment, place.lang),
    spoken: `${spoken}, ${spokenTime(moment.toPlainTime(), place.lang)}`,
  }
}

function describeClock({ from, until }: ClockWhen, lang: TimeLanguage): Description {
  const start = timeOf(from ?? '00:00', 0)
  const end = timeOf(until === undefined || until === '24:00' ? '00:00' : until, 0)
  return describeHours(start, end, lang)
}

function describeSet({ any, except }: SetWhen, place: DescriptionPlace): Description {
  const { lang } = place
  const wanted = any.map(when => describeWhen(when, place))
  const excluded = except.map(when => describeWhen(when, place))
  const leaving = (parts: readonly string[]): readonly string[] =>
    parts.length === 0 ? [] : [`${WORDS[lang].except} ${spokenList(parts, lang)}`]
  return {
    text: [
      ...(wanted.length === 0
        ? []
        : [
            spokenList(
              wanted.map(({ text }) => text),
              lang,
              'or',
            ),
          ]),
      ...leaving(excluded.map(({ text }) => text)),
    ].join(', '),
    spoken: [
      ...(wanted.length === 0
        ? []
        : [
            spokenList(
              wanted.map(({ spoken }) => spoken),
              lang,
              'or',
            ),
          ]),
      ...leaving(excluded.map(({ spoken }) => spoken)),
    ].join(', '),
  }
}

function yearOf(date: DateParts, { today }: DescriptionPlace): YearSpoken {
  const ahead = dayNumber(date) - dayNumber(today)
  const near = ahead >= 0 && ahead < YEAR
  return near ? 'without_year' : 'with_year'
}

/** Instants carry the offset of the zone, so their digits are the wall time; asking the zone costs three times as much. */
function localMoment(instant: string): LocalMoment {
  return { toPlainDate: () => civilDateOf(instant), toPlainTime: () => timeOf(instant, 11) }
}

function timeOf(text: string, at: number): TimeParts {
  return { hour: Number(text.slice(at, at + 2)), minute: Number(text.slice(at + 3, at + 5)) }
}

/** A year has 10,000 of them: enough to compare by. */
function dayNumber({ year, month, day }: DateParts): number {
  return year * YEAR + month * 100 + day
}

function isMidnight({ hour, minute }: TimeParts): boolean {
  return hour === 0 && minute === 0
}
