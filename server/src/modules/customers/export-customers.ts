import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { csvText } from '../../platform/files/table-file.ts'

const HEAD = ['name', 'phone', 'email', 'language', 'date_of_birth', 'vip_tier', 'notes'] as const
const MOST_EXPORTED = 100_000

type Row = Record<(typeof HEAD)[number], string | null>

/**
 * All customers as a file that spreadsheets open and the import reads again; null when there are too many for one.
 */
export async function exportCustomers(tx: Tx, delimiter: ';' | ','): Promise<string | null> {
  const { rows } = await sql<Row>`
    select customer.name, customer.email, customer.language, customer.date_of_birth::text as date_of_birth,
      vip_tier.name as vip_tier, customer.notes,
      (select string_agg(customer_phone.e164, ' | ' order by customer_phone.is_primary desc, customer_phone.created_at,
          customer_phone.e164)
        from customer_phone
        where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id) as phone
    from customer
    left join vip_tier on vip_tier.tenant_id = customer.tenant_id and vip_tier.id = customer.vip_tier_id
    where customer.tenant_id = ${tx.tenantId} and customer.merged_into is null
    order by customer.created_at, customer.id
    limit ${MOST_EXPORTED + 1}
  `.execute(tx)
  if (rows.length > MOST_EXPORTED) return null
  return csvText({ head: HEAD, rows: rows.map(row => HEAD.map(field => row[field])) }, delimiter)
}
