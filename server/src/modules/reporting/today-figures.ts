import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql, isoText } from '../../platform/db/instant-sql.ts'
import { localDateOf, localDayRange } from '../../platform/time/zoned.ts'

const DAYS_AHEAD = 7

export type DayLoad = {
  readonly date: Temporal.PlainDate
  readonly appointments: number
  readonly bookedMinutes: number
}

export type TodayFigures = {
  readonly date: Temporal.PlainDate
  readonly callsToday: number
  readonly appointmentsToday: number
  readonly callbacksOpen: number
  readonly callbacksOverdue: number
  /** Today and the six days behind it. */
  readonly load: readonly DayLoad[]
}

type Row = {
  calls_today: number
  callbacks_open: number
  callbacks_overdue: number
  load: Array<{ number: number; appointments: number; minutes: number }>
}

/**
 * The figures of the first screen, each defined here and nowhere else. Days are those of the business's zone.
 * - a call is of the day in which it began;
 * - an appointment is of the day in which it starts and counts unless it is cancelled;
 * - a callback is open until somebody settles it, and overdue when its time has come;
 * - the load of a day is the minutes from start to end of its appointments, pauses between their segments included.
 */
export async function readTodayFigures(
  tx: Tx,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Promise<TodayFigures> {
  const date = localDateOf(now.epochMilliseconds, zone)
  const dates = Array.from({ length: DAYS_AHEAD }, (_, index) => date.add({ days: index }))
  const days = dates.map(day => localDayRange(day, zone))
  const today = localDayRange(date, zone)
  const { rows } = await sql<Row>`
    select
      (select count(*)::integer from call
        where call.tenant_id = ${tx.tenantId}
          and call.started_at >= ${instantSql(today.start)} and call.started_at < ${instantSql(today.end)}) as calls_today,
      open_callback.callbacks_open, open_callback.callbacks_overdue,
      (select json_agg(json_build_object('number', day.number, 'appointments', booked.appointments, 'minutes', booked.minutes)
          order by day.number)
        from unnest(${days.map(day => isoText(day.start))}::timestamptz[], ${days.map(day => isoText(day.end))}::timestamptz[])
          with ordinality as day (starts_at, ends_at, number)
        cross join lateral (
          select count(*)::integer as appointments,
            coalesce(extract(epoch from sum(appointment.ends_at - appointment.starts_at)) / 60, 0)::integer as minutes
          from appointment
          where appointment.tenant_id = ${tx.tenantId} and appointment.state <> 'cancelled'
            and appointment.starts_at >= day.starts_at and appointment.starts_at < day.ends_at
        ) booked) as load
    from (
      select count(*)::integer as callbacks_open,
        (count(*) filter (where callback_request.due_at <= ${instantSql(now)}))::integer as callbacks_overdue
      from callback_request
      where callback_request.tenant_id = ${tx.tenantId} and callback_request.state = 'open'
    ) open_callback
  `.execute(tx)
  const [row] = rows
  if (!row) throw new Error('An aggregate has a row.')
  const load = row.load.map(({ number, appointments, minutes }) => ({
    date: date.add({ days: number - 1 }),
    appointments,
    bookedMinutes: minutes,
  }))
  return {
    date,
    callsToday: row.calls_today,
    appointmentsToday: load[0]?.appointments ?? 0,
    callbacksOpen: row.callbacks_open,
    callbacksOverdue: row.callbacks_overdue,
    load,
  }
}
