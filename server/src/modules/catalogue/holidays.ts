import Holidays from 'date-holidays'

const calendars = new Map<string, Holidays>()
const years = new Map<string, string[]>()

/**
 * Public holidays of a region (ISO 3166-2, `DE-BE`) between two local dates, both included, as `YYYY-MM-DD`.
 * 24 and 31 December are ordinary days.
 */
export function closedDates(region: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Set<string> {
  const dates = new Set<string>()
  for (let year = from.year; year <= to.year; year += 1)
    for (const date of holidaysOf(region, year))
      if (date >= from.toString() && date <= to.toString()) dates.add(date)
  return dates
}

function holidaysOf(region: string, year: number): string[] {
  const key = `${region}/${year}`
  const known = years.get(key)
  if (known) return known
  const dates = calendarOf(region)
    .getHolidays(year)
    .filter(holiday => holiday.type === 'public')
    .map(holiday => holiday.date.slice(0, 10))
  years.set(key, dates)
  return dates
}

function calendarOf(region: string): Holidays {
  const known = calendars.get(region)
  if (known) return known
  const [country = 'DE', state] = region.split('-')
  const calendar = state ? new Holidays(country, state) : new Holidays(country)
  calendars.set(region, calendar)
  return calendar
}
