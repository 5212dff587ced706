import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { AppointmentId, ResourceId } from '../../../platform/ids/ids.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { AppointmentState } from '../domain/outcome-steps.ts'
import type { AppointmentSource } from '../views.ts'

/** An appointment as a calendar draws it. */
export type DrawnAppointment = EpochRange & {
  readonly id: AppointmentId
  readonly state: Exclude<AppointmentState, 'cancelled'>
  readonly service: { readonly id: string; readonly name: string }
  readonly attendeeName: string
  readonly source: AppointmentSource
  readonly version: number
  readonly seriesId: string | null
  /** What each part of it takes, in order of time; between parts somebody is free. */
  readonly segments: ReadonlyArray<
    EpochRange & { readonly resourceId: ResourceId; readonly position: number }
  >
}

const epochMs = (column: ReturnType<typeof sql>) => sql`(extract(epoch from ${column}) * 1000)::float8`

/** What stands in the range, by start. What was cancelled stands nowhere. */
export async function listDrawnAppointments(tx: Tx, range: EpochRange): Promise<DrawnAppointment[]> {
  const { rows } = await sql<DrawnAppointment>`
    select appointment.id, appointment.state, ${epochMs(sql`appointment.starts_at`)} as start,
      ${epochMs(sql`appointment.ends_at`)} as "end",
      json_build_object('id', appointment.service_id, 'name', service_version.name) as service,
      appointment.attendee_name as "attendeeName", appointment.source, appointment.version,
      appointment.series_id as "seriesId", coalesce(parts.segments, '[]') as segments
    from appointment
    join service_version on service_version.tenant_id = appointment.tenant_id
      and service_version.service_id = appointment.service_id
      and service_version.version = appointment.service_version
    left join lateral (
      select json_agg(json_build_object(
        'resourceId', appointment_segment.resource_id, 'position', appointment_segment.position,
        'start', ${epochMs(sql`appointment_segment.starts_at`)},
        'end', ${epochMs(sql`appointment_segment.ends_at`)})
        order by appointment_segment.position, appointment_segment.resource_id) as segments
      from appointment_segment
      where appointment_segment.tenant_id = appointment.tenant_id
        and appointment_segment.appointment_id = appointment.id
    ) parts on true
    where appointment.tenant_id = ${tx.tenantId}
      and appointment.state <> 'cancelled'
      and appointment.starts_at >= ${instantSql(range.start - DAY)}
      and appointment.starts_at < ${instantSql(range.end)}
      and appointment.ends_at > ${instantSql(range.start)}
    order by appointment.starts_at, appointment.id
  `.execute(tx)
  return rows
}

export type OutsideBusy = EpochRange & { readonly resourceId: ResourceId }

/** What other calendars say is busy, as it was last mirrored. */
export async function listExternalBusy(tx: Tx, range: EpochRange): Promise<OutsideBusy[]> {
  const { rows } = await sql<OutsideBusy>`
    select external_busy.resource_id as "resourceId", ${epochMs(sql`external_busy.starts_at`)} as start,
      ${epochMs(sql`external_busy.ends_at`)} as "end"
    from external_busy
    where external_busy.tenant_id = ${tx.tenantId}
      and external_busy.ends_at > ${instantSql(range.start)}
      and external_busy.starts_at < ${instantSql(range.end)}
    order by external_busy.starts_at, external_busy.resource_id
  `.execute(tx)
  return rows
}
