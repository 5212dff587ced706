import { addDays, type CivilDate, civilDateOf, compareDays } from '../civil-date.ts'
import type { Length, Option } from '../reading.ts'
import type { When } from '../time-result.ts'
import { contextDate, type Environment } from './environment.ts'
import { instantOf, isoInstant, momentOf } from './moment.ts'
import { dayRange, type Placed, placeFrom, placeTime, placeUntil } from './placed.ts'
import { dateOn } from './zone-offset.ts'

const MINUTES = { minute: 1, hour: 60 } as const

/** "in einer halben Stunde", "binnen 14 Tagen", "eine Stunde später". */
export function placeLength(length: Length, dayBound: Option['dayBound'], env: Environment): Placed | null {
  if (length.use === 'shift') return shiftContext(length, env)
  const minutes = clockMinutes(length)
  if (minutes === null) return length.use === 'within' ? placeWithin(length, env) : null
  const moment = wholeMinute(env).add({ minutes })
  if (length.use === 'within') return placeUntil(momentOf(moment), env)
  if (length.most !== undefined) {
    const end = wholeMinute(env).add({ minutes: clockMinutes({ ...length, amount: length.most }) ?? minutes })
    return {
      when: { type: 'range', start: isoInstant(moment), end: isoInstant(end), grain: 'minute' },
      over: false,
    }
  }
  if (dayBound === 'from') return placeFrom(momentOf(moment), env)
  if (dayBound === 'until') return placeUntil(momentOf(moment), env)
  const when: When = { type: 'time', start: isoInstant(moment), grain: 'minute' }
  return { when, over: length.sign < 0 }
}

function placeWithin({ amount, unit }: Length, env: Environment): Placed | null {
  const days = dayAmount(amount, unit)
  if (days === null) return null
  return placeUntil(instantOf(env.today.add(days).add({ days: 1 }), 0, env.zone), env)
}

function shiftContext(length: Length, env: Environment): Placed | null {
  const { context, zone } = env
  if (context?.type === 'day') {
    const date = shiftDate(civilDateOf(context.date), length)
    return date === null ? null : { when: { type: 'day', date: date.toString() }, over: isGone(date, env) }
  }
  if (context?.type === 'time') {
    const moved = shiftMoment(context.start, length, zone)
    if (moved === null) return null
    const { hour, minute } = moved
    return placeTime(dateOn(moved), hour * 60 + minute, {
      env,
      grain: minute === 0 ? context.grain : 'minute',
    })
  }
  if (context?.type !== 'range') return null
  const start = shiftMoment(context.start, length, zone)
  const end = shiftMoment(context.end, length, zone)
  if (start === null || end === null) return null
  const over = Temporal.Instant.compare(end.toInstant(), env.now) <= 0
  if (context.grain === 'day') return { when: dayRange(dateOn(start), addDays(dateOn(end), -1), env), over }
  return {
    when: { type: 'range', start: isoInstant(start), end: isoInstant(end), grain: context.grain },
    over,
  }
}

function shiftMoment(start: string, length: Length, zone: string): Temporal.ZonedDateTime | null {
  const moment = Temporal.Instant.from(start).toZonedDateTimeISO(zone)
  const minutes = clockMinutes(length)
  if (minutes !== null) return moment.add({ minutes })
  const days = dayAmount(length.amount * length.sign, length.unit)
  return days === null ? null : moment.add(days)
}

/** "am nächsten Tag um zehn", "eine Woche später am Donnerstag": the day to which the day talked about is moved. */
export function shiftedDay(length: Length, env: Environment): CivilDate | null {
  const date = contextDate(env)
  return date === null || length.use !== 'shift' ? null : shiftDate(date, length)
}

function shiftDate(date: CivilDate, { amount, unit, sign }: Length): CivilDate | null {
  const days = dayAmount(amount * sign, unit)
  return days === null ? null : date.add(days)
}

function clockMinutes({ amount, unit, sign }: Length): number | null {
  return unit === 'minute' || unit === 'hour' ? Math.round(amount * MINUTES[unit]) * sign : null
}

function dayAmount(amount: number, unit: Length['unit']): { days: number } | { months: number } | null {
  if (!Number.isInteger(amount)) return null
  if (unit === 'day') return { days: amount }
  if (unit === 'week') return { days: amount * 7 }
  if (unit === 'month') return { months: amount }
  return unit === 'year' ? { months: amount * 12 } : null
}

function wholeMinute({ now, zone }: Environment): Temporal.ZonedDateTime {
  return now.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

function isGone(date: CivilDate, { today }: Environment): boolean {
  return compareDays(date, today) < 0
}

/** "etwas später": after what was talked about, on its day; of a day, the days after it. */
export function placeLater(sign: 1 | -1, env: Environment): readonly Placed[] {
  const { context, zone } = env
  if (context?.type === 'day') {
    const date = civilDateOf(context.date)
    return sign > 0
      ? [placeFrom(instantOf(addDays(date, 1), 0, zone), env)]
      : [placeUntil(instantOf(date, 0, zone), env)]
  }
  if (context?.type !== 'time' && context?.type !== 'range') return []
  const end = context.type === 'range' ? context.end : context.start
  const limit = Temporal.Instant.from(sign > 0 ? end : context.start).toZonedDateTimeISO(zone)
  return [sign > 0 ? placeFrom(momentOf(limit), env) : placeUntil(momentOf(limit), env)]
}
