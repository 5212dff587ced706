const DAY_MINUTES = 1440
const WEEK_MINUTES = 7 * DAY_MINUTES

/**
 * One window of a week in local wall time. `weekday`: 1 is Monday (ISO 8601). Past minute 1440 it runs into the
 * next day.
 */
export type WeeklyHours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

/**
 * Weekly hours with the local dates (`2027-06-01`) on which the window can begin, both included. Without them they
 * are the usual ones; without `validTo` they count until further notice.
 */
export type DatedHours = WeeklyHours & {
  readonly validFrom?: string | null
  readonly validTo?: string | null
}

/** A window of a week as people write it: `09:00` to `24:00`; `22:00` to `02:00` ends on the next day. */
export type WrittenWindow = { readonly weekday: number; readonly from: string; readonly to: string }

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/**
 * The week in minutes, sorted; or what is wrong with it. A window that ends before it begins is `backwards`, unless
 * those that end on the next day are wanted.
 */
export function readWeek(
  written: readonly WrittenWindow[],
  nights: 'end_next_day' | 'refused' = 'refused',
): readonly WeeklyHours[] | 'backwards' | 'overlap' {
  const week = written
    .map(window => readWindow(window, nights))
    .toSorted((one, other) => beginningOf(one) - beginningOf(other))
  if (week.some(window => window.fromMinute >= window.toMinute)) return 'backwards'
  const overlap = week.some((window, index) => {
    const next = week[index + 1]
    const [first] = week
    const begins = next ? beginningOf(next) : first ? beginningOf(first) + WEEK_MINUTES : Infinity
    return beginningOf(window) + window.toMinute - window.fromMinute > begins
  })
  return overlap ? 'overlap' : week
}

export function writeWeek(week: readonly WeeklyHours[]): WrittenWindow[] {
  return week.map(({ weekday, fromMinute, toMinute }) => ({
    weekday,
    from: clockOf(fromMinute),
    to: clockOf(toMinute > DAY_MINUTES ? toMinute - DAY_MINUTES : toMinute),
  }))
}

/** The windows of a single day, as people write them. */
export function writeDay(
  windows: readonly { readonly fromMinute: number; readonly toMinute: number }[],
): { from: string; to: string }[] {
  return writeWeek(windows.map(({ fromMinute, toMinute }) => ({ weekday: 1, fromMinute, toMinute }))).map(
    ({ from, to }) => ({ from, to }),
  )
}

function readWindow({ weekday, from, to }: WrittenWindow, nights: 'end_next_day' | 'refused'): WeeklyHours {
  const window = { weekday, fromMinute: minuteOf(from), toMinute: minuteOf(to) }
  const isNight = nights === 'end_next_day' && window.toMinute < window.fromMinute
  return isNight ? { ...window, toMinute: window.toMinute + DAY_MINUTES } : window
}

function beginningOf({ weekday, fromMinute }: WeeklyHours): number {
  return (weekday - 1) * DAY_MINUTES + fromMinute
}

/** `09:30` as a minute of the day. */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
