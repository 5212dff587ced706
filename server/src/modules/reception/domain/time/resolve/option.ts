import { addDays, type CivilDate } from '../civil-date.ts'
import type { Clock, DaySpec } from '../item.ts'
import { hasTime, type Length, type Option } from '../reading.ts'
import type { When } from '../time-result.ts'
import { clockChoices, isInReach } from './clock.ts'
import { type DayRun, dayRun, daysFrom, isBefore, weekdayInWeekOf } from './day-run.ts'
import { resolveDays } from './days.ts'
import { contextDate, contextRun, type Environment } from './environment.ts'
import { isoInstant } from './moment.ts'
import { type Placed, placeRun, placeTime } from './placed.ts'
import { placeLater, placeLength, shiftedDay } from './shift.ts'
import { placeOnDay, placeOnRun, setsOf } from './time-on-days.ts'
import { datesAgain } from './weekday.ts'
import { clockWhen, windowChoices } from './window.ts'

/** What one option means: choices exclude each other, likeliest first. */
export type OptionMeaning =
  | { readonly kind: 'choices'; readonly choices: readonly Placed[] }
  | { readonly kind: 'contradictory'; readonly readings: readonly Placed[] }

const MEANINGLESS: OptionMeaning = { kind: 'choices', choices: [] }

export function resolveOption(option: Option, env: Environment): OptionMeaning {
  if (contradictsItself(option)) {
    const readings = [
      { ...option, part: null },
      { ...option, at: null },
    ].flatMap(one => choicesOf(resolveOption(one, env)).slice(0, 1))
    return { kind: 'contradictory', readings }
  }
  if (option.later !== null && isOnlyLater(option)) return choices(placeLater(option.later, env))
  if (option.length !== null) return resolveLength(option, option.length, env)
  if (option.everyWeeks !== null) return resolveCadence(option, option.everyWeeks, env)
  if (option.days.length > 0) return resolveWithDays(option, env)
  if (option.now) return choices([{ when: { type: 'from', start: nowText(env) }, over: false }])
  const date = contextDate(env)
  if (date !== null) return choices(onContextDay(option, date, env))
  const run = hasTime(option) ? contextRun(env) : null
  if (run !== null) return choices(placeOnRun(option, run, env))
  if (option.at !== null) return choices(nearestTime(option, option.at, env))
  return choices(windowChoices(option, env).map(window => ({ when: clockWhen(window), over: false })))
}

function onContextDay(option: Option, date: CivilDate, env: Environment): readonly Placed[] {
  const timed = carryTime(option, env)
  const whole = timed.anyHour && !isTimed(timed)
  return whole ? [placeRun(dayRun(date), env)] : placeOnDay(timed, date, env)
}

function isTimed({ at, from, until, part }: Option): boolean {
  return at !== null || from !== null || until !== null || part !== null
}

/** "jederzeit außer montags": of when, it says nothing. */
export function saysAnyTime(option: Option): boolean {
  const isBare = option.days.length === 0 && option.length === null && option.later === null
  return option.anyHour && isBare && !isTimed(option) && !option.now
}

/** "später", "later that day": nothing else tells when. */
function isOnlyLater(option: Option): boolean {
  const named = option.days.some(({ type }) => type !== 'same_day')
  return !named && !isTimed(option) && option.length === null && !option.now
}

/** "alle zwei Wochen dienstags"; without a day it is the one talked about that comes again. */
function resolveCadence(option: Option, everyWeeks: number, env: Environment): OptionMeaning {
  const weekdays = option.days.flatMap(spec =>
    spec.type === 'weekdays' ? spec.weekdays : spec.type === 'weekday' ? [spec.weekday] : [],
  )
  const others = option.days.filter(({ type }) => type !== 'weekdays' && type !== 'weekday')
  const date = weekdays.length > 0 || others.length > 0 ? null : contextDate(env)
  if (date !== null) {
    const timed = carryTime({ ...option, sameTime: true, everyWeeks: null }, env)
    const runs = datesAgain(date, everyWeeks).map(dayRun)
    return choices(setsOf(runs.map(run => placeOnRun(timed, run, env))))
  }
  if (weekdays.length === 0) return others.length === 0 ? MEANINGLESS : resolveWithDays(option, env)
  return resolveWithDays({ ...option, days: [{ type: 'weekdays', weekdays, everyWeeks }, ...others] }, env)
}

function resolveLength(option: Option, length: Length, env: Environment): OptionMeaning {
  const [named, ...more] = option.days
  const day = hasTime(option) || named?.type === 'weekday' ? shiftedDay(length, env) : null
  if (day !== null && more.length === 0) {
    const date = named?.type === 'weekday' ? weekdayInWeekOf(day, named.weekday) : day
    return choices(placeOnDay(carryTime({ ...option, sameTime: true, days: [] }, env), date, env))
  }
  const placed = placeLength(length, option.dayBound, env)
  return placed === null ? MEANINGLESS : choices([placed])
}

/** "15 Uhr morgens". */
function contradictsItself({ at, part }: Option): boolean {
  return at !== null && part !== null && !at.halves && !isInReach(at.minutes, part)
}

function choicesOf(meaning: OptionMeaning): readonly Placed[] {
  return meaning.kind === 'choices' ? meaning.choices : []
}

function resolveWithDays(option: Option, env: Environment): OptionMeaning {
  const timed = carryTime(option, env)
  const days = resolveDays(timed.days, env)
  if (days.kind === 'impossible') return MEANINGLESS
  if (days.kind === 'contradictory') {
    return {
      kind: 'contradictory',
      readings: days.runs.flatMap(run => placeOnRun(timed, run, env).slice(0, 1)),
    }
  }
  if (days.kind === 'all') {
    return choices(setsOf(days.runs.map(run => placeOnRun(timed, run, env))))
  }
  const runs = timed.dayEnd.length === 0 ? days.runs : days.runs.flatMap(run => upTo(run, timed, env))
  return choices(runs.flatMap(run => placeOnRun(timed, run, env)))
}

/** "doch lieber Donnerstag" and "zur gleichen Zeit" keep the time that was talked about. */
function carryTime(option: Option, env: Environment): Option {
  const { context, zone, instead } = env
  if (
    !(instead || option.sameTime) ||
    hasTime(option) ||
    option.dayBound !== null ||
    option.dayEnd.length > 0
  )
    return option
  if (option.days.some(isPeriod)) return option
  if (context?.type === 'range' && context.grain !== 'day') {
    const [from, until] = [context.start, context.end].map(each => clockAt(each, context.grain, zone))
    return { ...option, from: from ?? null, until: until ?? null }
  }
  if (context?.type !== 'time') return option
  return { ...option, at: clockAt(context.start, context.grain, zone) }
}

function clockAt(instant: string, grain: 'hour' | 'minute' | 'day', zone: string): Clock {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return {
    minutes: hour * 60 + minute,
    halves: false,
    formal: true,
    grain: grain === 'hour' ? 'hour' : 'minute',
  }
}

/** The day changes and the time stays; a week or a month is a new search. */
function isPeriod({ type }: DaySpec): boolean {
  return (
    type === 'week' || type === 'month' || type === 'named_month' || type === 'weekend' || type === 'year'
  )
}

/** From the first day to the last one named: the first such last day after it. */
function upTo(run: DayRun, { dayEnd }: Option, env: Environment): readonly DayRun[] {
  const counted = dayEnd.every(
    spec => spec.type === 'date' || (spec.type === 'weekday' && spec.which === 'bare'),
  )
  const end = resolveDays(dayEnd, counted ? { ...env, today: run.first } : env)
  const ends = end.kind === 'choices' ? end.runs.map(({ last }) => last) : []
  const last = ends.find(date => isBefore(run.first, date)) ?? ends[0]
  if (last === undefined || isBefore(last, run.first)) return []
  return [run.first.equals(last) ? dayRun(last) : daysFrom(run.first, last)]
}

/** A time without a day: the nearest one to come. */
function nearestTime(option: Option, at: NonNullable<Option['at']>, env: Environment): readonly Placed[] {
  const times = clockChoices(at, 'start', { part: option.part, open: env.open })
  const onDay = (days: number): readonly Placed[] => {
    const date = addDays(env.today, days)
    return times
      .map(minutes => placeTime(date, minutes, { env, grain: at.grain }))
      .filter(({ over }) => !over)
  }
  const today = onDay(0)
  return today.length > 0 ? today : onDay(1)
}

function choices(placed: readonly Placed[]): OptionMeaning {
  return { kind: 'choices', choices: distinct(placed) }
}

function distinct(placed: readonly Placed[]): readonly Placed[] {
  if (placed.length < 2) return placed
  const seen = new Set<string>()
  return placed.filter(({ when }) => {
    const key = keyOf(when)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function keyOf(when: When): string {
  return JSON.stringify(when)
}

function nowText({ now, zone }: Environment): string {
  return isoInstant(now.toZonedDateTimeISO(zone))
}
