import { type DateParts, monthName, shortWeekdayName } from './calendar-names.ts'
import type { SpeechLanguage } from './speech-language.ts'
import type { LocalMoment, TimeParts } from './spoken-date.ts'

/** "So, 22.11.2026"; "Sun, 22 Nov 2026". */
export function writtenDate(date: DateParts, lang: SpeechLanguage): string {
  const weekday = shortWeekdayName(date, lang)
  if (lang === 'en') return `${weekday}, ${date.day} ${monthName(date, lang).slice(0, 3)} ${date.year}`
  return `${weekday}, ${twoDigits(date.day)}.${twoDigits(date.month)}.${date.year}`
}

/** "14:30" in both languages. */
export function writtenTime(time: TimeParts): string {
  return `${twoDigits(time.hour)}:${twoDigits(time.minute)}`
}

/** "So, 22.11.2026, 14:30". */
export function writtenDateTime(moment: LocalMoment, lang: SpeechLanguage): string {
  return `${writtenDate(moment.toPlainDate(), lang)}, ${writtenTime(moment.toPlainTime())}`
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
