/** One window of a week in local wall time. `weekday`: 1 is Monday (ISO 8601). */
export type WeeklyHours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

/** A window of a week as people write it: `09:00` to `24:00`. */
export type WrittenWindow = { readonly weekday: number; readonly from: string; readonly to: string }

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** The week in minutes, sorted; or what is wrong with it. */
export function readWeek(
  written: readonly WrittenWindow[],
): readonly WeeklyHours[] | 'backwards' | 'overlap' {
  const week = written
    .map(({ weekday, from, to }) => ({ weekday, fromMinute: minuteOf(from), toMinute: minuteOf(to) }))
    .toSorted((one, other) => one.weekday - other.weekday || one.fromMinute - other.fromMinute)
  if (week.some(window => window.fromMinute >= window.toMinute)) return 'backwards'
  const overlap = week.some((window, index) => {
    const previous = week[index - 1]
    return previous?.weekday === window.weekday && previous.toMinute > window.fromMinute
  })
  return overlap ? 'overlap' : week
}

export function writeWeek(week: readonly WeeklyHours[]): WrittenWindow[] {
  return week.map(({ weekday, fromMinute, toMinute }) => ({
    weekday,
    from: clockOf(fromMinute),
    to: clockOf(toMinute),
  }))
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
