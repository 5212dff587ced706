import type { ReportOnly, ReportPeriod } from '../../api/report-queries.ts'
import { addDays, addMonths, daysBetween, type LocalDate, monthOf } from '../../util/local-date.ts'
import type { ReportSearch } from '../../util/path-builder.ts'

const LONGEST_DAYS = 366

/** Four whole weeks, so that the weeks before have the same weekdays. */
const USUAL_DAYS = 28

export const periodShown = ({ from, to }: ReportSearch, today: LocalDate): ReportPeriod =>
  from !== undefined && to !== undefined ? { from, to } : lastDays(USUAL_DAYS, today)

/** What the address asks for: its days, of whom, and where. */
export const reportShown = (search: ReportSearch, today: LocalDate): ReportPeriod & ReportOnly => ({
  ...periodShown(search, today),
  staff: search.staff,
  location: search.location,
})

export const presetNames = ['week', 'four', 'quarter', 'month', 'last'] as const

export const presetsOn = (today: LocalDate): Record<(typeof presetNames)[number], ReportPeriod> => ({
  week: lastDays(7, today),
  four: lastDays(USUAL_DAYS, today),
  quarter: lastDays(90, today),
  month: { from: monthOf(today), to: today },
  last: { from: addMonths(monthOf(today), -1), to: addDays(monthOf(today), -1) },
})

/** Why a period that somebody typed cannot be shown. */
export const periodProblem = ({ from, to }: ReportPeriod): 'backwards' | 'tooLong' | null => {
  const days = daysBetween(from, to) + 1
  if (days < 1) return 'backwards'
  return days > LONGEST_DAYS ? 'tooLong' : null
}

const lastDays = (days: number, today: LocalDate): ReportPeriod => ({
  from: addDays(today, 1 - days),
  to: today,
})
