import { weekdayName } from './calendar-names.ts'
import { spokenTime } from './spoken-date.ts'
import { spokenList } from './spoken-list.ts'

type Window = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

/**
 * Weekly hours for the ear, days with the same hours together: "Dienstag bis Freitag von neun Uhr bis achtzehn Uhr".
 * Days without hours are left out.
 */
export function spokenWeek(hours: readonly Window[]): string[] {
  const days = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, windows: windowsOf(hours, weekday) }))
  const groups: Array<{ first: number; last: number; windows: string }> = []
  for (const { weekday, windows } of days) {
    const previous = groups.at(-1)
    if (windows === '') continue
    if (previous?.windows === windows && previous.last === weekday - 1) previous.last = weekday
    else groups.push({ first: weekday, last: weekday, windows })
  }
  return groups.map(({ first, last, windows }) => `${daysFrom(first, last)} ${windows}`)
}

function windowsOf(hours: readonly Window[], weekday: number): string {
  const windows = hours
    .filter(window => window.weekday === weekday)
    .map(window => `von ${clock(window.fromMinute)} bis ${clock(window.toMinute)}`)
  return spokenList(windows, 'de', 'and')
}

function daysFrom(first: number, last: number): string {
  if (first === last) return name(first)
  return last === first + 1 ? `${name(first)} und ${name(last)}` : `${name(first)} bis ${name(last)}`
}

/** 5 January 2026 is a Monday. */
function name(weekday: number): string {
  return weekdayName(Temporal.PlainDate.from('2026-01-04').add({ days: weekday }), 'de')
}

function clock(minute: number): string {
  if (minute === 1440) return 'Mitternacht'
  return spokenTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60), 'de')
}
