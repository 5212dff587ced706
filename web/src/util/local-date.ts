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

/** The first day of the month that a day lies in. */
export const monthOf = (localDate: LocalDate): LocalDate => `${localDate.slice(0, 7)}-01`

/** The first day of a month so many months later. */
export const addMonths = (localDate: LocalDate, months: number): LocalDate => {
  const [year = 0, month = 1] = localDate.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/** The instant at which the clocks of a zone show so many minutes after midnight; forward over a gap. */
export const instantOn = (localDate: LocalDate, minutes: number, zone: string): string => {
  const wall = Date.parse(localDate) + minutes * 60_000
  const near = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(near, zone)).toISOString()
}

/** What the clocks of a zone show at an instant, in minutes since midnight. */
export const clockMinutes = (instant: number, zone: string): number =>
  Math.floor((instant + offsetAt(instant, zone)) / 60_000) % 1440

/** How far the clocks of a zone are ahead of UTC. */
const offsetAt = (instant: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? '0'
  const shown = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`
  return Date.parse(shown) - Math.floor(instant / 60_000) * 60_000
}
