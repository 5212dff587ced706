import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import { lockCalendarsAlone } from '../changes/appointment-place.ts'
import type { ChangeItem } from './plan-change.ts'

/**
 * All appointments that change, then everybody's calendar they leave or go to, each in the order of their ids: whoever
 * changes one of them alone takes the same two in the same order, so nobody waits in a circle.
 */
export async function lockSiblings(tx: Tx, items: readonly ChangeItem[]): Promise<void> {
  const ids = items.map(({ appointment }) => appointment.id)
  await lockAppointments(tx, ids)
  const taken = await tx
    .selectFrom('appointment_segment')
    .select('appointment_segment.resource_id')
    .distinct()
    .where('appointment_segment.tenant_id', '=', tx.tenantId)
    .where('appointment_segment.appointment_id', 'in', ids)
    .execute()
  const wanted = items.flatMap(({ to }) => to?.slot?.claim.resourceIds ?? [])
  await lockCalendarsAlone(tx, [...taken.map(row => row.resource_id), ...wanted])
}

export async function lockAppointments(tx: Tx, ids: readonly AppointmentId[]): Promise<void> {
  await tx
    .selectFrom('appointment')
    .select('appointment.id')
    .where('appointment.tenant_id', '=', tx.tenantId)
    .where('appointment.id', 'in', [...ids])
    .orderBy('appointment.id')
    .forNoKeyUpdate()
    .execute()
}
