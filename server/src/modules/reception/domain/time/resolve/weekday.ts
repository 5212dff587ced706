import { addDays, type CivilDate } from '../civil-date.ts'
import type { Weekday } from '../meaning.ts'
import type { SpecOf } from './day-reading.ts'
import { type DayRun, dayRun, daysFrom, isBefore, weekdayFrom, weekdayInWeekOf } from './day-run.ts'

/**
 * Weekdays by the words around them. "Nächsten Freitag" while this week's Friday is still ahead may be that one
 * or the one after: both are given, the sooner first. A bare weekday said on that very day is today or in a week.
 */
export function weekdayChoices(
  { weekday, which }: SpecOf<'weekday'>,
  today: CivilDate,
): readonly CivilDate[] {
  const ahead = weekdayFrom(addDays(today, 1), weekday)
  switch (which) {
    case 'this':
      return [weekdayFrom(today, weekday)]
    case 'coming':
      return [ahead]
    case 'next':
      return nextOrOneLater(ahead, today)
    case 'second':
      return [addDays(weekdayFrom(today, weekday), 7)]
    case 'after_next':
      return nextOrOneLater(ahead, today).map(date => addDays(date, 7))
    case 'last':
      return [addDays(ahead, -(today.dayOfWeek === weekday ? 14 : 7))]
    default:
      return today.dayOfWeek === weekday ? [today, ahead] : [ahead]
  }
}

export function weekendChoices({ which }: SpecOf<'weekend'>, today: CivilDate): readonly DayRun[] {
  const saturday = weekdayInWeekOf(today, 6)
  const during = today.dayOfWeek >= 6
  const weeks = (count: number): DayRun => {
    const first = addDays(saturday, 7 * count)
    return daysFrom(first, addDays(first, 1))
  }
  switch (which) {
    case 'next':
      return during ? [weeks(1)] : [weeks(0), weeks(1)]
    case 'second':
      return [weeks(1)]
    case 'after_next':
      return during ? [weeks(2)] : [weeks(1), weeks(2)]
    case 'coming':
      return [weeks(during ? 1 : 0)]
    case 'last':
      return [weeks(-1)]
    default:
      return [weeks(0)]
  }
}

/** Nobody books farther ahead by naming weekdays. */
const DAYS_AHEAD = 28

/** Every such weekday of the next four weeks, or every second one and so on, beginning with the first to come. */
export function weekdaysAhead(
  { weekdays, everyWeeks = 1 }: SpecOf<'weekdays'>,
  today: CivilDate,
): readonly DayRun[] {
  const days: DayRun[] = []
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead)
    const counts = Math.floor(ahead / 7) % everyWeeks === 0
    if (counts && weekdays.includes(date.dayOfWeek as Weekday)) days.push(dayRun(date))
  }
  return days
}

/** A date and those that follow it within four weeks. */
export function datesAgain(date: CivilDate, everyWeeks: number): readonly CivilDate[] {
  const times = Math.max(1, Math.floor((DAYS_AHEAD - 1) / (7 * everyWeeks)) + 1)
  return Array.from({ length: times }, (_, i) => addDays(date, 7 * everyWeeks * i))
}

function nextOrOneLater(ahead: CivilDate, today: CivilDate): readonly CivilDate[] {
  const sunday = weekdayInWeekOf(today, 7)
  return isBefore(sunday, ahead) ? [ahead] : [ahead, addDays(ahead, 7)]
}
