import { addDays, type CivilDate } from '../civil-date.ts'
import { PART_HOURS, partLimit } from '../part-hours.ts'
import type { Option } from '../reading.ts'
import { clockChoices, eveningOf } from './clock.ts'
import { type DayRun, isBefore, remaining } from './day-run.ts'
import type { Environment } from './environment.ts'
import { instantOf } from './moment.ts'
import { type Placed, placeFrom, placeRun, placeTime, placeUntil, placeWindow } from './placed.ts'
import { windowChoices } from './window.ts'

/** Nobody means more days than a month has when naming an hour. */
const MOST_DAYS = 31

/** Puts the time of an option onto days; the result are choices, likeliest first. */
export function placeOnRun(option: Option, run: DayRun, env: Environment): readonly Placed[] {
  if (option.dayBound !== null) return placeBound(option, run, env)
  if (option.at === null && option.from === null && option.until === null && option.part === null) {
    return [placeRun(run, env)]
  }
  if (run.period) return placeOnEachDay(option, run, env)
  return placeOnDay(option, run.first, env)
}

export function placeOnDay(option: Option, date: CivilDate, env: Environment): readonly Placed[] {
  if (option.at === null) return windowChoices(option, env).map(window => placeWindow(date, window, env))
  const { at, part } = option
  const times = clockChoices(at, 'start', { part, open: env.open })
  const placed = times.map(minutes => placeTime(date, minutes, { env, grain: at.grain }))
  const ahead = placed.filter(({ over }) => !over)
  if (ahead.length > 0) return ahead
  const tonight = isToday(option) && part === 'night' ? afterMidnight(times) : []
  if (tonight.length > 0) return tonight.map(minutes => placeTime(date, minutes, { env, grain: at.grain }))
  const later = isToday(option) && part === null ? eveningOf(at, env.open) : null
  const evening = later === null ? null : placeTime(date, later, { env, grain: at.grain })
  return evening === null || evening.over ? placed.slice(0, 1) : [evening]
}

/** "nächste Woche vormittags": the same hours on every day that is left. */
function placeOnEachDay(option: Option, run: DayRun, env: Environment): readonly Placed[] {
  const { first, last } = remaining(run, env.today) ?? run
  const each: (readonly Placed[])[] = []
  for (let date = first; !isBefore(last, date) && each.length < MOST_DAYS; date = addDays(date, 1)) {
    each.push(placeOnDay(option, date, env))
  }
  return setsOf(each)
}

/** One set of all days; where their time can mean two things, a set for each. */
export function setsOf(days: readonly (readonly Placed[])[]): readonly Placed[] {
  const meanings = Math.max(0, ...days.map(choices => choices.length))
  return Array.from({ length: meanings }, (_, i) =>
    setOf(days.slice(0, MOST_DAYS).flatMap(choices => choices[i] ?? choices.at(-1) ?? [])),
  )
}

/** All of them are meant; those that are over are left out. */
function setOf(placed: readonly Placed[]): Placed {
  const ahead = placed.filter(({ over }) => !over)
  const kept = ahead.length > 0 ? ahead : placed
  return { when: { type: 'set', any: kept.map(({ when }) => when), except: [] }, over: ahead.length === 0 }
}

/** "ab Montag", "bis Freitag 12 Uhr", "nach dem Wochenende". */
function placeBound(option: Option, run: DayRun, env: Environment): readonly Placed[] {
  const { dayBound, at } = option
  const opens = dayBound === 'from' || dayBound === 'after'
  const place = opens ? placeFrom : placeUntil
  if (at !== null) {
    const times = clockChoices(at, opens ? 'start' : 'end', { part: option.part, open: env.open })
    const date = opens ? run.first : run.last
    return times.map(minutes => place(instantOf(date, minutes, env.zone), env))
  }
  const window = windowChoices(option, env)[0]
  const begins = option.part === null ? window?.from : partLimit(option.part, 'before')
  if (dayBound === 'from') return [place(instantOf(run.first, begins ?? 0, env.zone), env)]
  if (dayBound === 'until')
    return [place(instantOf(run.last, untilOf(option) ?? window?.until ?? 1440, env.zone), env)]
  if (dayBound === 'after') return [place(instantOf(run.last, window?.until ?? 1440, env.zone), env)]
  return [place(instantOf(run.first, begins ?? 0, env.zone), env)]
}

/** "heute Nacht um zwei" is still to come, on the next date. */
function afterMidnight(times: readonly number[]): readonly number[] {
  const { until } = PART_HOURS.night
  return times.map(minutes => minutes + 1440).filter(minutes => minutes < until)
}

/** "bis morgen Mittag" ends at noon. */
function untilOf({ part }: Option): number | null {
  return part === 'noon' ? partLimit(part, 'before') : null
}

function isToday({ days }: Option): boolean {
  return days.length === 0 || days.some(spec => spec.type === 'offset' && spec.days === 0)
}
