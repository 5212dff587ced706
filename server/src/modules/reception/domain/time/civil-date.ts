const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Days of 400 years, after which the calendar repeats itself. */
const ERA_DAYS = 146_097
/** From the first of March of the year 0 to 1970, which lets a leap day be the last of its year. */
const EPOCH_SHIFT = 719_468
const MONTHS = 12

/**
 * A date of the Gregorian calendar in integers, with the names that `Temporal.PlainDate` has: a phrase makes some twenty
 * of them, and the runtime's take thirty times as long to make. A test holds every day of 400 years against those.
 */
export class CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }

  get dayOfWeek(): number {
    return ((((epochDayOf(this) + 3) % 7) + 7) % 7) + 1
  }

  get daysInMonth(): number {
    return daysInMonth(this.year, this.month)
  }

  with({
    month = this.month,
    day = this.day,
  }: {
    readonly month?: number
    readonly day?: number
  }): CivilDate {
    return new CivilDate(this.year, month, Math.min(day, daysInMonth(this.year, month)))
  }

  /** Years and months first, in a shorter month its last day, then days. */
  add({ years = 0, months = 0, days = 0 }: DateLength): CivilDate {
    const counted = this.month - 1 + months
    const year = this.year + years + Math.floor(counted / MONTHS)
    const month = counted - Math.floor(counted / MONTHS) * MONTHS + 1
    const date = new CivilDate(year, month, Math.min(this.day, daysInMonth(year, month)))
    return days === 0 ? date : addDays(date, days)
  }

  equals(other: CivilDate): boolean {
    return compareDays(this, other) === 0
  }

  toString(): string {
    const { year, month, day } = this
    if (year < 1000 || year > 9999) return new Temporal.PlainDate(year, month, day).toString()
    return `${year}-${twoDigits(month)}-${twoDigits(day)}`
  }
}

interface DateLength {
  readonly years?: number
  readonly months?: number
  readonly days?: number
}

/** Of "2026-11-22", and of what else begins with it. */
export function civilDateOf(text: string): CivilDate {
  return new CivilDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
}

export function addDays(date: CivilDate, days: number): CivilDate {
  const day = date.day + days
  if (day >= 1 && day <= 28) return new CivilDate(date.year, date.month, day)
  return dateOfEpochDay(epochDayOf(date) + days)
}

export function compareDays(a: CivilDate, b: CivilDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

/** Days since 1970 (H. Hinnant, "chrono-compatible low-level date algorithms", 2013). */
export function epochDayOf({ year, month, day }: CivilDate): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * ERA_DAYS + dayOfEra - EPOCH_SHIFT
}

export function dateOfEpochDay(epochDay: number): CivilDate {
  const shifted = epochDay + EPOCH_SHIFT
  const era = Math.floor(shifted / ERA_DAYS)
  const dayOfEra = shifted - era * ERA_DAYS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return new CivilDate(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return DAYS_IN_MONTH[month - 1] ?? 30
}
