import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type AppointmentId, newId } from '../../../platform/ids/ids.ts'
import { currentRequestId } from '../../../platform/observability/request-context.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Customers } from '../../customers/index.ts'

/** Another name for an appointment already made: the attendee changes, the customer does not, the change is kept. */
export function createCorrectAttendee({ clock, live }: Platform, customers: Customers) {
  return async function correctAttendee(
    tx: Tx,
    wish: { appointmentId: AppointmentId; attendeeName: string; actor: string },
  ): Promise<'corrected' | 'unchanged'> {
    const row = await tx
      .selectFrom('appointment')
      .select(['appointment.attendee_name', 'appointment.call_id'])
      .where('appointment.tenant_id', '=', tx.tenantId)
      .where('appointment.id', '=', wish.appointmentId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const name = customers.tidyName(wish.attendeeName)
    if (row.attendee_name === name) return 'unchanged'
    await tx
      .updateTable('appointment')
      .set(current => ({ attendee_name: name, version: current('appointment.version', '+', 1) }))
      .where('appointment.tenant_id', '=', tx.tenantId)
      .where('appointment.id', '=', wish.appointmentId)
      .execute()
    await tx
      .insertInto('appointment_change')
      .values({
        id: newId<'appointment-change'>(),
        appointment_id: wish.appointmentId,
        kind: 'attendee_corrected',
        actor: wish.actor,
        before: JSON.stringify({ attendee_name: row.attendee_name }),
        after: JSON.stringify({ attendee_name: name }),
        at: isoText(clock.now()),
        request_id: currentRequestId(),
      })
      .execute()
    await live.announce(tx, { topic: 'appointment', id: wish.appointmentId, call_id: row.call_id })
    return 'corrected'
  }
}
