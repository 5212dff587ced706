import { sql } from 'kysely'
import type { CallId } from '../../platform/ids/ids.ts'
import type { MergeFollower } from '../customers/index.ts'

/** The calls of a customer who was merged into another, and back. */
export const callsFollow: MergeFollower = {
  name: 'calls',
  count: async (tx, customerId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from call
      where call.tenant_id = ${tx.tenantId} and call.customer_id = ${customerId}
    `.execute(tx)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { from, to }) => {
    const { rows } = await sql<{ id: CallId }>`
      update call set customer_id = ${to}
      where call.tenant_id = ${tx.tenantId} and call.customer_id = ${from}
      returning call.id
    `.execute(tx)
    return rows.map(row => row.id)
  },
  moveBack: async (tx, { ids, from, to }) => {
    await sql`
      update call set customer_id = ${to}
      where call.tenant_id = ${tx.tenantId} and call.id = any(${ids}::uuid[]) and call.customer_id = ${from}
    `.execute(tx)
  },
}
