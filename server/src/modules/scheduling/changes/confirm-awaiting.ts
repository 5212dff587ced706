import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { AppointmentId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { createSettleAppointment } from './settle-appointment.ts'

/**
 * Confirms what was booked while somebody's calendar could not be read, now that all calendars of it were read since
 * and nobody is busy then. What is busy there stays requested, for a person to decide.
 */
export function createConfirmAwaiting(
  { clock }: Platform,
  settleAppointment: ReturnType<typeof createSettleAppointment>,
) {
  return async function confirmAwaiting(
    tx: Tx,
    wish: { resourceId: ResourceId; actor: string },
  ): Promise<AppointmentId[]> {
    const now = instantSql(clock.now())
    const { rows } = await sql<{ id: AppointmentId }>`
      select appointment.id
      from appointment
      where appointment.tenant_id = ${tx.tenantId} and appointment.awaits_calendar
        and appointment.state = 'requested' and appointment.starts_at > ${now}
        and exists (
          select from allocation
          where allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id
            and allocation.resource_id = ${wish.resourceId})
        and not exists (
          select from allocation
          left join external_source on external_source.tenant_id = allocation.tenant_id
            and external_source.resource_id = allocation.resource_id
          left join external_busy on external_busy.tenant_id = allocation.tenant_id
            and external_busy.resource_id = allocation.resource_id
            and external_busy.starts_at < allocation.ends_at and external_busy.ends_at > allocation.starts_at
          where allocation.tenant_id = appointment.tenant_id and allocation.appointment_id = appointment.id
            and (external_busy.resource_id is not null or (external_source.resource_id is not null
              and coalesce(external_source.seen_at, '-infinity') < appointment.created_at)))
      order by appointment.id
    `.execute(tx)
    for (const { id } of rows)
      await settleAppointment(tx, { appointmentId: id, to: 'confirmed', actor: wish.actor })
    return rows.map(row => row.id)
  }
}
