import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { AppointmentId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { appointmentBooked } from './events.ts'

/**
 * What a caller says after the booking: an address or a note that was missing is filled in, never replaced. With a
 * first address the appointment is confirmed in writing after all.
 */
export function createCompleteContact({ jobs, live }: Platform) {
  return async function completeContact(
    tx: Tx,
    wish: { appointmentId: AppointmentId; email: string | null; note: string | null },
  ): Promise<void> {
    const { rows } = await sql<{ version: number; first_email: boolean }>`
      update appointment
      set contact_email = coalesce(appointment.contact_email, ${wish.email}),
        note = coalesce(appointment.note, ${wish.note}),
        version = appointment.version + 1
      from appointment as before
      where appointment.tenant_id = ${tx.tenantId} and appointment.id = ${wish.appointmentId}
        and before.tenant_id = appointment.tenant_id and before.id = appointment.id
        and ((before.contact_email is null and ${wish.email}::text is not null)
          or (before.note is null and ${wish.note}::text is not null))
      returning appointment.version, before.contact_email is null and appointment.contact_email is not null as first_email
    `.execute(tx)
    const [changed] = rows
    if (!changed) return
    if (changed.first_email)
      await jobs.publish(tx, appointmentBooked, {
        tenant_id: tx.tenantId,
        appointment_id: wish.appointmentId,
        version: changed.version,
      })
    await live.announce(tx, { topic: 'appointment', id: wish.appointmentId, call_id: null })
  }
}
