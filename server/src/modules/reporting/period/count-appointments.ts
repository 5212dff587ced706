import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { CountedAppointments } from '../domain/report-figures.ts'

export type Wanted = { readonly range: EpochRange; readonly zone: string; readonly now: Temporal.Instant }

/** Appointments of one local day and one place. */
export type AppointmentsOfDay = CountedAppointments & { readonly day: string; readonly locationId: string }

/** Appointments that start in the range. */
export async function countAppointments(tx: Tx, wanted: Wanted): Promise<AppointmentsOfDay[]> {
  const { rows } = await sql<AppointmentsOfDay>`
    select ${localDay(wanted.zone)} as day, appointment.location_id as "locationId", appointment.state,
      appointment.starts_at <= ${instantSql(wanted.now)} as begun, appointment.currency,
      count(*)::integer as appointments, sum(appointment.price_minor)::float8 as "priceMinor"
    from appointment
    where ${startsWithin(tx, wanted)}
    group by 1, 2, 3, 4, 5
  `.execute(tx)
  return rows
}

/** What one person has of the appointments of one local day. */
export type AppointmentsOfPerson = CountedAppointments & {
  readonly day: string
  readonly resourceId: string
  /** Of their own parts. */
  readonly minutes: number
}

/**
 * The same by person. An appointment of several people is counted, with its price, for whoever has its first part; its
 * minutes are everybody's own.
 */
export async function countByPerson(tx: Tx, wanted: Wanted): Promise<AppointmentsOfPerson[]> {
  const { rows } = await sql<AppointmentsOfPerson>`
    select ${localDay(wanted.zone)} as day, own."resourceId", appointment.state,
      appointment.starts_at <= ${instantSql(wanted.now)} as begun, appointment.currency,
      (count(*) filter (where own.leads))::integer as appointments,
      coalesce(sum(appointment.price_minor) filter (where own.leads), 0)::float8 as "priceMinor",
      sum(own.minutes)::float8 as minutes
    from appointment
    cross join lateral (
      select part.resource_id as "resourceId",
        sum(extract(epoch from part.ends_at - part.starts_at) / 60) as minutes,
        row_number() over (order by min(part.position), part.resource_id) = 1 as leads
      from appointment_segment as part
      join resource on resource.tenant_id = part.tenant_id and resource.id = part.resource_id
        and resource.kind = 'staff'
      where part.tenant_id = appointment.tenant_id and part.appointment_id = appointment.id
      group by part.resource_id
    ) own
    where ${startsWithin(tx, wanted)}
    group by 1, 2, 3, 4, 5
  `.execute(tx)
  return rows
}

const localDay = (zone: string) => sql`to_char(appointment.starts_at at time zone ${zone}, 'YYYY-MM-DD')`

const startsWithin = (tx: Tx, { range }: Wanted) => sql`appointment.tenant_id = ${tx.tenantId}
  and appointment.starts_at >= ${instantSql(range.start)} and appointment.starts_at < ${instantSql(range.end)}`
