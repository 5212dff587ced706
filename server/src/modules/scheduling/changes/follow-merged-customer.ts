import { sql } from 'kysely'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { MergeFollower } from '../../customers/index.ts'

/**
 * The appointments of a customer who was merged into another, and back. Attendee, contact and version stay: the
 * appointment itself does not change. Holds belong to a call or a key and name no customer.
 */
export const appointmentsFollow: MergeFollower = {
  name: 'appointments',
  count: async (tx, customerId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from appointment
      where appointment.tenant_id = ${tx.tenantId} and appointment.customer_id = ${customerId}
    `.execute(tx)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { from, to }) => {
    const { rows } = await sql<{ id: AppointmentId }>`
      update appointment set customer_id = ${to}
      where appointment.tenant_id = ${tx.tenantId} and appointment.customer_id = ${from}
      returning appointment.id
    `.execute(tx)
    return rows.map(row => row.id)
  },
  moveBack: async (tx, { ids, from, to }) => {
    await sql`
      update appointment set customer_id = ${to}
      where appointment.tenant_id = ${tx.tenantId} and appointment.id = any(${ids}::uuid[])
        and appointment.customer_id = ${from}
    `.execute(tx)
  },
}
