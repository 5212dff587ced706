import { type DateParts, monthName, weekdayName } from './calendar-names.ts'
import { englishCardinal, englishOrdinal, englishYear } from './english-number.ts'
import { germanCardinal, germanCount, germanOrdinalStem, germanYear } from './german-number.ts'
import type { SpeechLanguage } from './speech-language.ts'

/** A time of day by its parts, such as `Temporal.PlainTime`. */
export type TimeParts = Pick<Temporal.PlainTime, 'hour' | 'minute'>

/** A wall time: `Temporal.PlainDateTime` and `Temporal.ZonedDateTime` both are one. */
export interface LocalMoment {
  toPlainDate(): DateParts
  toPlainTime(): TimeParts
}

export type YearSpoken = 'with_year' | 'without_year'

/** "Sonntag, den zweiundzwanzigsten November"; "Sunday, the twenty-second of November". */
export function spokenDate(date: DateParts, lang: SpeechLanguage, year: YearSpoken = 'without_year'): string {
  if (lang === 'de') return germanDate(date, 'den', year)
  const end = year === 'with_year' ? ` ${englishYear(date.year)}` : ''
  return `${weekdayName(date, lang)}, the ${englishOrdinal(date.day)} of ${monthName(date, lang)}${end}`
}

/** After "ab" and "von" a German date stands in the dative: "Montag, dem dreiundzwanzigsten November". */
export function spokenDateAfterFrom(
  date: DateParts,
  lang: SpeechLanguage,
  year: YearSpoken = 'without_year',
): string {
  return lang === 'de' ? germanDate(date, 'dem', year) : spokenDate(date, lang, year)
}

/** "vierzehn Uhr dreißig"; "two thirty p.m.", and "twelve noon", because "twelve p.m." is heard as midnight. */
export function spokenTime(time: TimeParts, lang: SpeechLanguage): string {
  const { hour, minute } = time
  if (lang === 'de') {
    const oclock = `${germanCount(hour)} Uhr`
    return `${minute === 0 ? oclock : `${oclock} ${germanCardinal(minute)}`}${germanNight(hour)}`
  }
  if (hour === 12 && minute === 0) return 'twelve noon'
  const half = hour < 12 ? 'a.m.' : 'p.m.'
  const twelve = englishCardinal(hour % 12 === 0 ? 12 : hour % 12)
  if (minute === 0) return `${twelve} ${half}`
  return `${twelve} ${minute < 10 ? 'oh ' : ''}${englishCardinal(minute)} ${half}`
}

/** "vier Uhr" alone is heard as four in the afternoon, and "bis sieben Uhr" as seven in the evening. */
function germanNight(hour: number): string {
  if (hour === 0 || hour > 7) return ''
  return hour < 5 ? ' nachts' : ' morgens'
}

/** "Sonntag, den zweiundzwanzigsten November, um vierzehn Uhr dreißig". */
export function spokenDateTime(
  moment: LocalMoment,
  lang: SpeechLanguage,
  year: YearSpoken = 'without_year',
): string {
  const at = lang === 'de' ? 'um' : 'at'
  return `${spokenDate(moment.toPlainDate(), lang, year)}, ${at} ${spokenTime(moment.toPlainTime(), lang)}`
}

function germanDate(date: DateParts, article: 'den' | 'dem', year: YearSpoken): string {
  const day = `${germanOrdinalStem(date.day)}en ${monthName(date, 'de')}`
  const end = year === 'with_year' ? ` ${germanYear(date.year)}` : ''
  return `${weekdayName(date, 'de')}, ${article} ${day}${end}`
}
