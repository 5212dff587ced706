import Holidays from 'date-holidays'

export type Holiday = { readonly date: string; readonly name: { readonly de: string; readonly en: string } }

const calendars = new Map<string, Holidays>()
const years = new Map<string, Holiday[]>()

/**
 * Public holidays of a region (ISO 3166-2, `DE-BE`) between two local dates, both included, as `YYYY-MM-DD`.
 * 24 and 31 December are ordinary days.
 */
export function closedDates(region: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Set<string> {
  return new Set(holidays(region, from, to).map(({ date }) => date))
}

/** The same with their names, by date. */
export function holidays(region: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Holiday[] {
  const found: Holiday[] = []
  for (let year = from.year; year <= to.year; year += 1)
    for (const holiday of holidaysOf(region, year))
      if (holiday.date >= from.toString() && holiday.date <= to.toString()) found.push(holiday)
  return found
}

function holidaysOf(region: string, year: number): Holiday[] {
  const key = `${region}/${year}`
  const known = years.get(key)
  if (known) return known
  const namesIn = (lang: string): Map<string, string> =>
    new Map(
      calendarOf(region)
        .getHolidays(year, lang)
        .filter(holiday => holiday.type === 'public')
        .map(holiday => [holiday.date.slice(0, 10), holiday.name]),
    )
  const english = namesIn('en')
  const found = [...namesIn('de')].map(([date, de]) => ({ date, name: { de, en: english.get(date) ?? de } }))
  years.set(key, found)
  return found
}

function calendarOf(region: string): Holidays {
  const known = calendars.get(region)
  if (known) return known
  const [country = 'DE', state] = region.split('-')
  const calendar = state ? new Holidays(country, state) : new Holidays(country)
  calendars.set(region, calendar)
  return calendar
}
