import type { SpeechLanguage } from './speech-language.ts'

/** A date by its parts, such as `Temporal.PlainDate`. */
export type DateParts = Pick<Temporal.PlainDate, 'year' | 'month' | 'day' | 'dayOfWeek'>

interface CalendarNames {
  readonly weekdays: readonly string[]
  readonly shortWeekdays: readonly string[]
  readonly months: readonly string[]
}

const NAMES: Readonly<Record<SpeechLanguage, CalendarNames>> = {
  de: {
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    shortWeekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
}

export function weekdayName(date: DateParts, lang: SpeechLanguage): string {
  return NAMES[lang].weekdays[date.dayOfWeek - 1] ?? ''
}

export function shortWeekdayName(date: DateParts, lang: SpeechLanguage): string {
  return NAMES[lang].shortWeekdays[date.dayOfWeek - 1] ?? ''
}

export function monthName(date: DateParts, lang: SpeechLanguage): string {
  return NAMES[lang].months[date.month - 1] ?? ''
}
