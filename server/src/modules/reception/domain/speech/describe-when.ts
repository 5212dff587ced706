import type { ClockWhen, RangeWhen, SetWhen, TimeLanguage, When } from '../time/time-result.ts'
import {
  type LocalMoment,
  spokenDate,
  spokenDateAfterFrom,
  spokenDateTime,
  spokenTime,
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
  readonly today: Temporal.PlainDate
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
      return describeDay(Temporal.PlainDate.from(when.date), place)
    case 'time': {
      const moment = localMoment(when.start)
      const spoken = spokenDateTime(moment, lang, yearOf(moment.toPlainDate(), place))
      return { text: writtenDateTime(moment, lang), spoken }
    }
    case 'range':
      return describeRange(when, place)
    case 'from': {
      const { text, spoken } = describeLimit(localMoment(when.start), 'from', place)
      return { text: `${words.from} ${text}`, spoken: `${words.from} ${spoken}` }
    }
    case 'until': {
      const { text, spoken } = describeLimit(localMoment(when.end), 'until', place)
      return { text: `${words.to} ${text}`, spoken: `${words.to} ${spoken}` }
    }
    case 'clock':
      return describeClock(when, lang)
    default:
      return describeSet(when, place)
  }
}

function describeDay(date: Temporal.PlainDate, place: DescriptionPlace): Description {
  return {
    text: writtenDate(date, place.lang),
    spoken: spokenDate(date, place.lang, yearOf(date, place)),
  }
}

function describeRange({ start, end, grain }: RangeWhen, place: DescriptionPlace): Description {
  const from = localMoment(start)
  const until = localMoment(end)
  if (grain === 'day')
    return describeDays(from.toPlainDate(), until.toPlainDate().subtract({ days: 1 }), place)
  const day = describeDay(from.toPlainDate(), place)
  const hours = describeHours(from.toPlainTime(), until.toPlainTime(), place.lang)
  return { text: `${day.text}, ${hours.text}`, spoken: `${day.spoken}, ${hours.spoken}` }
}

function describeDays(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  place: DescriptionPlace,
): Description {
  const { lang } = place
  if (first.equals(last)) return describeDay(first, place)
  const { of, to } = WORDS[lang]
  const begin = spokenDateAfterFrom(first, lang, yearOf(first, place))
  return {
    text: `${writtenDate(first, lang)} – ${writtenDate(last, lang)}`,
    spoken: `${of} ${begin}, ${to} ${spokenDate(last, lang, yearOf(last, place))}`,
  }
}

function describeHours(from: Temporal.PlainTime, until: Temporal.PlainTime, lang: TimeLanguage): Description {
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
function describeLimit(moment: LocalMoment, side: 'from' | 'until', place: DescriptionPlace): Description {
  const midnight = isMidnight(moment.toPlainTime())
  const named =
    midnight && side === 'until' ? moment.toPlainDate().subtract({ days: 1 }) : moment.toPlainDate()
  const year = yearOf(named, place)
  const date =
    side === 'from' ? spokenDateAfterFrom(named, place.lang, year) : spokenDate(named, place.lang, year)
  if (midnight) return { text: writtenDate(named, place.lang), spoken: date }
  return {
    text: writtenDateTime(moment, place.lang),
    spoken: `${date}, ${spokenTime(moment.toPlainTime(), place.lang)}`,
  }
}

function describeClock({ from, until }: ClockWhen, lang: TimeLanguage): Description {
  const start = Temporal.PlainTime.from(from ?? '00:00')
  const end = Temporal.PlainTime.from(until === undefined || until === '24:00' ? '00:00' : until)
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

function yearOf(date: Temporal.PlainDate, { today }: DescriptionPlace): YearSpoken {
  const ahead = dayNumber(date) - dayNumber(today)
  const near = ahead >= 0 && ahead < YEAR
  return near ? 'without_year' : 'with_year'
}

/** Instants carry the offset of the zone, so their digits are the wall time; asking the zone costs three times as much. */
function localMoment(instant: string): LocalMoment {
  const date = Temporal.PlainDate.from(instant.slice(0, 10))
  const time = new Temporal.PlainTime(Number(instant.slice(11, 13)), Number(instant.slice(14, 16)))
  return { toPlainDate: () => date, toPlainTime: () => time }
}

/** A year has 10,000 of them: enough to compare by. */
function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return year * YEAR + month * 100 + day
}

function isMidnight({ hour, minute }: Temporal.PlainTime): boolean {
  return hour === 0 && minute === 0
}
