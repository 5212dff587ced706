import { addDays, type CivilDate } from '../civil-date.ts'
import type { Clock } from '../item.ts'
import type { InstantWhen, RangeWhen, When } from '../time-result.ts'
import { type DayRun, isBefore } from './day-run.ts'
import type { Environment } from './environment.ts'
import { instantOf, type Moment, momentOf } from './moment.ts'
import type { Window } from './window.ts'

/** A meaning placed in the calendar, and whether it is over. */
export interface Placed {
  readonly when: When
  readonly over: boolean
}

export function placeRun(run: DayRun, env: Environment): Placed {
  const over = isBefore(run.last, env.today)
  if (!run.period) return { when: { type: 'day', date: run.first.toString() }, over }
  const first = !over && isBefore(run.first, env.today) ? env.today : run.first
  return { when: dayRange(first, run.last, env), over }
}

export function placeTime(
  date: CivilDate,
  minutes: number,
  { env, grain }: { readonly env: Environment; readonly grain: Clock['grain'] },
): Placed {
  const start = instantOf(date, minutes, env.zone)
  const when: InstantWhen = { type: 'time', start: start.text, grain }
  return { when, over: isOver(start, env) }
}

/** "morgen ab drei" begins then, "morgen bis drei" ends then; both are over with their day. */
export function placeWindow(date: CivilDate, { from, until, grain }: Window, env: Environment): Placed {
  const start = instantOf(date, from ?? 0, env.zone)
  const end = instantOf(date, until ?? 1440, env.zone)
  if (until === null) {
    const over = isOver(end, env)
    return over ? { when: { type: 'from', start: start.text }, over } : placeFrom(start, env)
  }
  if (from === null) return placeUntil(end, env)
  return {
    when: { type: 'range', start: start.text, end: end.text, grain },
    over: hasEnded(end, env),
  }
}

/** Open to the future; a beginning that is gone is now. */
export function placeFrom(start: Moment, env: Environment): Placed {
  const begins = isOver(start, env) ? momentOf(env.now.toZonedDateTimeISO(env.zone)) : start
  return { when: { type: 'from', start: begins.text }, over: false }
}

export function placeUntil(end: Moment, env: Environment): Placed {
  const over = hasEnded(end, env)
  return { when: { type: 'until', end: end.text }, over }
}

export function dayRange(first: CivilDate, last: CivilDate, { zone }: Environment): RangeWhen {
  return {
    type: 'range',
    start: instantOf(first, 0, zone).text,
    end: instantOf(addDays(last, 1), 0, zone).text,
    grain: 'day',
  }
}

function isOver(moment: Moment, { now, nowMs }: Environment): boolean {
  const { epochMilliseconds } = moment
  return epochMilliseconds < nowMs || (epochMilliseconds === nowMs && now.epochNanoseconds % 1_000_000n > 0n)
}

function hasEnded(end: Moment, { nowMs }: Environment): boolean {
  return end.epochMilliseconds <= nowMs
}
