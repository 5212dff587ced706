/** Every month has them. */
const SURE_DAYS = 28

/** Days later, or before: within a month without asking the calendar. */
export function addDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const day = date.day + days
  if (day >= 1 && day <= SURE_DAYS && Number.isInteger(days))
    return new Temporal.PlainDate(date.year, date.month, day)
  return date.add({ days })
}

export function compareDays(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}
