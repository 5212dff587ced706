import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type AppointmentId, newId } from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { appointmentBooked } from '../events.ts'

/**
 * What a caller says after the booking: an address or a note that was missing is filled in, never replaced. With a
 * first address the appointment is confirmed in writing after all.
 */
export function createCompleteContact({ clock, jobs, live }: Platform) {
  return async function completeContact(
    tx: Tx,
    wish: { appointmentId: AppointmentId; email: string | null; note: string | null; actor: string },
  ): Promise<void> {
    const row = await tx
      .selectFrom('appointment')
      .select(['appointment.contact_email', 'appointment.note', 'appointment.version', 'appointment.call_id'])
      .where('appointment.tenant_id', '=', tx.tenantId)
      .where('appointment.id', '=', wish.appointmentId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const missing = {
      ...(row.contact_email === null && wish.email !== null ? { contact_email: wish.email } : {}),
      ...(row.note === null && wish.note !== null ? { note: wish.note } : {}),
    }
    const completed = Object.keys(missing)
    if (completed.length === 0) return
    const version = row.version + 1
    await tx
      .updateTable('appointment')
      .set({ ...missing, version })
      .where('appointment.tenant_id', '=', tx.tenantId)
      .where('appointment.id', '=', wish.appointmentId)
      .execute()
    await tx
      .insertInto('appointment_change')
      .values({
        id: newId<'appointment-change'>(),
        appointment_id: wish.appointmentId,
        kind: 'contact_completed',
        actor: wish.actor,
        // Which fields, not what they say: the row has that, and a change is never deleted.
        after: JSON.stringify({ completed }),
        at: isoText(clock.now()),
        request_id: currentRequestId(),
      })
      .execute()
    if (missing.contact_email !== undefined)
      await jobs.publish(tx, appointmentBooked, {
        tenant_id: tx.tenantId,
        appointment_id: wish.appointmentId,
        version,
      })
    await live.announce(tx, { topic: 'appointment', id: wish.appointmentId, call_id: row.call_id })
  }
}
