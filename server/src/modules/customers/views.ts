import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

export type CustomerSummary = {
  readonly id: CustomerId
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly language: string
}

export async function readCustomers(
  tx: Tx,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, CustomerSummary>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CustomerSummary>`
    select customer.id, customer.name, customer.email, customer.language, phone.e164 as phone
    from customer
    left join lateral (
      select customer_phone.e164
      from customer_phone
      where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id
      order by customer_phone.is_primary desc, customer_phone.created_at
      limit 1
    ) phone on true
    where customer.tenant_id = ${tx.tenantId} and customer.id = any(${ids}::uuid[])
  `.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}
