import { addDays, daysBetween, type LocalDate, localDateOf } from './local-date.ts'

type Options = { zone: string; locale: string; now: () => number }

/**
 * Dates and times in words, always in the business's zone: an owner on holiday in Lisbon reads the same
 * clock as the salon's wall.
 */
export const createTimeText = ({ zone, locale, now }: Options) => {
  const clockFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const preciseFormat = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  })
  const dayFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const dayWithYearFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const shortFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
  })
  const shortWithYearFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  const weekdayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' })
  const weekdayNameFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' })
  const monthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' })
  const fullFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
  const longMonthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  const rangeFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

  const today = (): LocalDate => localDateOf(now(), zone)
  const sameYear = (day: LocalDate) => day.slice(0, 4) === today().slice(0, 4)

  /** „heute“, „gestern“, „morgen“, „vorgestern“, „übermorgen“; null for days further away. */
  const relativeDay = (day: LocalDate): string | null => {
    const distance = daysBetween(today(), day)
    if (Math.abs(distance) > 2) return null
    const text = relativeFormat.format(distance, 'day')
    return /\d/.test(text) ? null : text
  }

  /** „Freitag, 20. November“; with the year when it is not this one. */
  const longDay = (day: LocalDate) => (sameYear(day) ? dayFormat : dayWithYearFormat).format(Date.parse(day))

  /** „heute“, „gestern“, else „Mi., 18.11.“ or „18.11.2025“. */
  const shortDay = (day: LocalDate) =>
    relativeDay(day) ?? (sameYear(day) ? shortFormat : shortWithYearFormat).format(Date.parse(day))

  /** „14:30“ */
  const clock = (instant: string | number) => clockFormat.format(new Date(instant))

  return {
    today,
    tomorrow: () => addDays(today(), 1),
    relativeDay,
    longDay,
    shortDay,
    clock,
    dayOf: (instant: string | number) => localDateOf(instant, zone),
    /** „Fr“ */
    weekday: (day: LocalDate) => weekdayFormat.format(Date.parse(day)).replace('.', ''),
    /** „Freitag“ */
    weekdayName: (day: LocalDate) => weekdayNameFormat.format(Date.parse(day)),
    /** „Nov“ */
    month: (day: LocalDate) => monthFormat.format(Date.parse(day)).replace('.', ''),
    /** „20. November 2026“ */
    fullDay: (day: LocalDate) => fullFormat.format(Date.parse(day)),
    /** „November 2026“ */
    longMonth: (day: LocalDate) => longMonthFormat.format(Date.parse(day)),
    /** „23.–29. Nov. 2026“ */
    dayRange: (first: LocalDate, last: LocalDate) =>
      rangeFormat.formatRange(Date.parse(first), Date.parse(last)),
    /** „14:30:07,412“ */
    preciseClock: (instant: string | number) => preciseFormat.format(new Date(instant)),
    /** „10:00 – 10:45“ */
    clockRange: (from: string, to: string) => `${clock(from)} – ${clock(to)}`,
    /** „heute, 14:30“ */
    moment: (instant: string | number) => `${shortDay(localDateOf(instant, zone))}, ${clock(instant)}`,
  }
}

export type TimeText = ReturnType<typeof createTimeText>
