import { addDays, type CivilDate, civilDateOf } from '../civil-date.ts'
import type { TimeContext, TimeLanguage, When } from '../time-result.ts'
import { type DayRun, daysFrom } from './day-run.ts'
import { dateOn, localDate } from './zone-offset.ts'

/** Now and here, worked out once per phrase. */
export interface Environment {
  readonly now: Temporal.Instant
  readonly nowMs: number
  readonly zone: string
  readonly lang: TimeLanguage
  readonly today: CivilDate
  readonly open: { readonly from: number; readonly until: number } | null
  readonly context: When | null
  /** The caller corrects something: the day and time talked about stay unless replaced. */
  readonly instead: boolean
  readonly publicHolidays: ((year: number) => readonly string[]) | null
}

const CLOCK = /^([01]\d|2[0-4]):([0-5]\d)$/

export function environmentOf(context: TimeContext, instead: boolean): Environment {
  return {
    now: context.now,
    nowMs: context.now.epochMilliseconds,
    zone: context.zone,
    lang: context.lang,
    today: localDate(context.now, context.zone),
    open: openingHours(context),
    context: context.context ?? null,
    instead,
    publicHolidays: context.publicHolidays ?? null,
  }
}

/** The single day the conversation is about, if there is one. */
export function contextDate({ context, zone }: Environment): CivilDate | null {
  if (context === null) return null
  if (context.type === 'day') return civilDateOf(context.date)
  if (context.type !== 'time' && context.type !== 'range' && context.type !== 'from') return null
  if (context.type === 'range' && context.grain === 'day') return null
  return dateOn(Temporal.Instant.from(context.start).toZonedDateTimeISO(zone))
}

/** The days the conversation is about, if it is about several. */
export function contextRun({ context, zone }: Environment): DayRun | null {
  if (context?.type !== 'range' || context.grain !== 'day') return null
  const [first, end] = [context.start, context.end].map(each =>
    dateOn(Temporal.Instant.from(each).toZonedDateTimeISO(zone)),
  )
  return first === undefined || end === undefined ? null : daysFrom(first, addDays(end, -1))
}

function openingHours({ opens, closes }: TimeContext): Environment['open'] {
  const from = opens === undefined ? null : minutesOf(opens)
  const until = closes === undefined ? null : minutesOf(closes)
  if (from === null || until === null) return null
  return { from, until: until <= from ? until + 1440 : until }
}

function minutesOf(clock: string): number | null {
  const parts = CLOCK.exec(clock)
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2])
}
