import type { DatedHours, WeeklyHours } from '../../../platform/time/week.ts'
import { DAY, type Period } from '../../../platform/time/working-time.ts'

/** Hours as the engine takes them: the usual week, and the periods that replace it on their dates. */
export type PeriodicHours = {
  readonly usual: readonly WeeklyHours[]
  /** Of several that have a date the first one counts. */
  readonly periods: readonly Period[]
}

/**
 * Hours without dates are the usual week. Of the periods that have a date the one that began last counts, and only
 * that. Where somebody has neither, the hours `otherwise` count: a season's hours are the own hours of that season.
 */
export function periodicHours(
  hours: readonly DatedHours[],
  otherwise: readonly DatedHours[] = [],
): PeriodicHours {
  const usual = hours.filter(isUsual)
  const periods = periodsOf(hours)
  return usual.length > 0
    ? { usual, periods }
    : { usual: otherwise.filter(isUsual), periods: [...periods, ...periodsOf(otherwise)] }
}

/** The week that counts on a local date (`2027-06-01`): windows of all its weekdays. */
export function hoursOn(hours: readonly DatedHours[], date: string): DatedHours[] {
  const onDate = hours.filter(window => isValidOn(window, date))
  const begun = onDate.reduce((latest, { validFrom }) => laterOf(latest, validFrom ?? ''), '')
  return onDate.filter(({ validFrom }) => (validFrom ?? '') === begun)
}

/** The windows of seven days from a local date on, each day's as they count on it: the week as it is now. */
export function weekFrom(hours: readonly DatedHours[], first: Temporal.PlainDate): DatedHours[] {
  return Array.from({ length: 7 }, (_, ahead) => first.add({ days: ahead })).flatMap(day =>
    hoursOn(hours, day.toString()).filter(({ weekday }) => weekday === day.dayOfWeek),
  )
}

/** Whether there are hours for a local date at all, usual or of a period. */
export function haveHoursOn(hours: readonly DatedHours[], date: string): boolean {
  return hours.some(window => isValidOn(window, date))
}

function isUsual({ validFrom, validTo }: DatedHours): boolean {
  return !validFrom && !validTo
}

function isValidOn({ validFrom, validTo }: DatedHours, date: string): boolean {
  return (!validFrom || validFrom <= date) && (!validTo || date <= validTo)
}

/** The one that begins last comes first. */
function periodsOf(hours: readonly DatedHours[]): Period[] {
  const dated = hours.filter(window => !isUsual(window))
  const byDates = Map.groupBy(dated, ({ validFrom, validTo }) => `${validFrom ?? ''}/${validTo ?? ''}`)
  return [...byDates.values()]
    .flatMap(windows => windows.slice(0, 1).map(first => ({ ...first, windows })))
    .toSorted((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? 1 : -1))
    .map(({ validFrom, validTo, windows }) => ({
      firstDay: dayOf(validFrom ?? null, Number.NEGATIVE_INFINITY),
      lastDay: dayOf(validTo ?? null, Number.POSITIVE_INFINITY),
      windows,
    }))
}

function dayOf(date: string | null, unlimited: number): number {
  return date === null ? unlimited : Date.parse(date) / DAY
}

function laterOf(one: string, other: string): string {
  return other > one ? other : one
}
