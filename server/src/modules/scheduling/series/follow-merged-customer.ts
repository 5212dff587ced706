import { sql } from 'kysely'
import type { SeriesId } from '../../../platform/ids/ids.ts'
import type { MergeFollower } from '../../customers/index.ts'

/** The series of a customer who was merged into another, and back. */
export const seriesFollow: MergeFollower = {
  name: 'series',
  count: async (tx, customerId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from series
      where series.tenant_id = ${tx.tenantId} and series.customer_id = ${customerId}
    `.execute(tx)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { from, to }) => {
    const { rows } = await sql<{ id: SeriesId }>`
      update series set customer_id = ${to}
      where series.tenant_id = ${tx.tenantId} and series.customer_id = ${from}
      returning series.id
    `.execute(tx)
    return rows.map(row => row.id)
  },
  moveBack: async (tx, { ids, from, to }) => {
    await sql`
      update series set customer_id = ${to}
      where series.tenant_id = ${tx.tenantId} and series.id = any(${ids}::uuid[]) and series.customer_id = ${from}
    `.execute(tx)
  },
}
