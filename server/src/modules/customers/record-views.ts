import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

/** A customer as a screen shows them. */
export type CustomerRecord = {
  readonly id: CustomerId
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly notes: string | null
  readonly phones: ReadonlyArray<{ readonly e164: string; readonly is_primary: boolean }>
  readonly createdAt: Temporal.Instant
  readonly version: number
}

const RECORD = sql`
  select customer.id, customer.name, customer.email, customer.language, customer.notes,
    customer.created_at as "createdAt", customer.version,
    (select coalesce(json_agg(json_build_object('e164', customer_phone.e164, 'is_primary', customer_phone.is_primary)
        order by customer_phone.is_primary desc, customer_phone.created_at, customer_phone.e164), '[]')
      from customer_phone
      where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id) as phones
  from customer`

export async function readCustomerRecord(tx: Tx, id: CustomerId): Promise<CustomerRecord | null> {
  const { rows } = await sql<CustomerRecord>`
    ${RECORD} where customer.tenant_id = ${tx.tenantId} and customer.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Newest first. `words` are looked for in name and address, everything else about them is taken literally. */
export async function listCustomers(
  tx: Tx,
  wanted: {
    phoneE164: string | null
    words: string | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<CustomerRecord[]> {
  const { phoneE164, words, after } = wanted
  const pattern = words === null ? '' : `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<CustomerRecord>`
    ${RECORD}
    where customer.tenant_id = ${tx.tenantId} and customer.merged_into is null
      ${
        phoneE164 === null
          ? sql``
          : sql`and customer.id in (
              select customer_phone.customer_id from customer_phone
              where customer_phone.tenant_id = ${tx.tenantId} and customer_phone.e164 = ${phoneE164})`
      }
      ${words === null ? sql`` : sql`and (customer.name ilike ${pattern} or customer.email ilike ${pattern})`}
      ${after === null ? sql`` : sql`and (customer.created_at, customer.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by customer.created_at desc, customer.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
