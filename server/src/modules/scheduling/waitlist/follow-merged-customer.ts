import { sql } from 'kysely'
import type { WaitlistEntryId } from '../../../platform/ids/ids.ts'
import type { MergeFollower } from '../../customers/index.ts'

/** What somebody waits for, when they were merged into another, and back. */
export const entriesFollow: MergeFollower = {
  name: 'waitlist',
  count: async (tx, customerId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from waitlist_entry
      where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.customer_id = ${customerId}
    `.execute(tx)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { from, to }) => {
    const { rows } = await sql<{ id: WaitlistEntryId }>`
      update waitlist_entry set customer_id = ${to}
      where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.customer_id = ${from}
      returning waitlist_entry.id
    `.execute(tx)
    return rows.map(row => row.id)
  },
  moveBack: async (tx, { ids, from, to }) => {
    await sql`
      update waitlist_entry set customer_id = ${to}
      where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.id = any(${ids}::uuid[])
        and waitlist_entry.customer_id = ${from}
    `.execute(tx)
  },
}
