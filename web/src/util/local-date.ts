/** A day of the calendar, `2026-11-20`, without a zone. */
export type LocalDate = string

const DAY_MS = 86_400_000

/** The day that an instant falls on in a zone. */
export const localDateOf = (instant: string | number | Date, zone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant))

export const addDays = (localDate: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(localDate) + days * DAY_MS).toISOString().slice(0, 10)

/** How many days `to` comes after `from`; negative when before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

export const isLocalDate = (text: unknown): text is LocalDate =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  // The browser reads February 31 as March 3.
  addDays(text, 0) === text

/** Monday to Sunday of the week that a day lies in. */
export const weekOf = (localDate: LocalDate): LocalDate[] => {
  const sinceMonday = (new Date(Date.parse(localDate)).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, index) => addDays(localDate, index - sinceMonday))
}
