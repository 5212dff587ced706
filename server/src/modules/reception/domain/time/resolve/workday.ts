import { addDays, type CivilDate } from '../civil-date.ts'
import { type DayRun, dayRun, isBefore, monthOf } from './day-run.ts'
import type { Environment } from './environment.ts'

const FRIDAY = 5

/** "erster Werktag im Dezember", "letzter Arbeitstag des Monats"; said when it is over, next month's. */
export function nthWorkday(nth: number, month: DayRun, env: Environment): DayRun {
  const date =
    nth < 0 ? workdayFrom(month.last, -1, env) : countedFrom(workdayFrom(month.first, 1, env), nth, env)
  const current = date.year === env.today.year && date.month === env.today.month
  return current && isBefore(date, env.today)
    ? nthWorkday(nth, monthOf(addDays(month.last, 1)), env)
    : dayRun(date)
}

/** The next such day after today. */
export function nextWorkday(env: Environment): DayRun {
  return dayRun(workdayFrom(addDays(env.today, 1), 1, env))
}

function countedFrom(date: CivilDate, nth: number, env: Environment): CivilDate {
  return nth <= 1 ? date : countedFrom(workdayFrom(addDays(date, 1), 1, env), nth - 1, env)
}

/** Monday to Friday and no public holiday; New Year's Day is one everywhere, also where no region is known. */
function workdayFrom(date: CivilDate, step: 1 | -1, env: Environment): CivilDate {
  const holidays = env.publicHolidays?.(date.year) ?? [`${date.year}-01-01`]
  const free = date.dayOfWeek > FRIDAY || holidays.includes(date.toString())
  return free ? workdayFrom(addDays(date, step), step, env) : date
}
