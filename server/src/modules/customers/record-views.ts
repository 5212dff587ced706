import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'
import { searchTerms } from './domain/search-terms.ts'

/** A customer as a screen shows them. */
export type CustomerRecord = {
  readonly id: CustomerId
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly notes: string | null
  readonly dateOfBirth: string | null
  readonly tier: { readonly id: string; readonly name: string } | null
  readonly phones: ReadonlyArray<{ readonly e164: string; readonly is_primary: boolean }>
  readonly createdAt: Temporal.Instant
  readonly version: number
}

const RECORD = sql`
  select customer.id, customer.name, customer.email, customer.language, customer.notes,
    customer.date_of_birth::text as "dateOfBirth", customer.created_at as "createdAt", customer.version,
    (select json_build_object('id', vip_tier.id, 'name', vip_tier.name) from vip_tier
      where vip_tier.tenant_id = customer.tenant_id and vip_tier.id = customer.vip_tier_id) as tier,
    (select coalesce(json_agg(json_build_object('e164', customer_phone.e164, 'is_primary', customer_phone.is_primary)
        order by customer_phone.is_primary desc, customer_phone.created_at, customer_phone.e164), '[]')
      from customer_phone
      where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id) as phones
  from customer`

/** A record that was merged answers as the one it became. */
export async function readCustomerRecord(tx: Tx, id: CustomerId): Promise<CustomerRecord | null> {
  const { rows } = await sql<CustomerRecord>`
    ${RECORD}
    where customer.tenant_id = ${tx.tenantId} and customer.merged_into is null
      and customer.id = (select coalesce(asked.merged_into, asked.id) from customer as asked
        where asked.tenant_id = ${tx.tenantId} and asked.id = ${id})
  `.execute(tx)
  return rows[0] ?? null
}

/** Of these ids those that are records of their own, in their order of age. */
export async function readCustomerRecords(tx: Tx, ids: readonly CustomerId[]): Promise<CustomerRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CustomerRecord>`
    ${RECORD}
    where customer.tenant_id = ${tx.tenantId} and customer.id = any(${ids}::uuid[])
    order by customer.created_at, customer.id
  `.execute(tx)
  return rows
}

/**
 * Newest first. Every one of the `words` must begin a word of name or address, or all of them together a number;
 * case, accents and the spelling of umlauts do not matter.
 */
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
      ${words === null ? sql`` : sql`and customer.id in (${found(tx, words)})`}
      ${after === null ? sql`` : sql`and (customer.created_at, customer.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by customer.created_at desc, customer.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}

/** Behind every character there is: where the words that begin with a text end. */
const LAST = '\u{10ffff}'

function found(tx: Tx, said: string) {
  const { words, numbers } = searchTerms(said)
  const byWord = words.map(
    word => sql`
      select customer_word.customer_id from customer_word
      where customer_word.tenant_id = ${tx.tenantId}
        and customer_word.word >= fold_text(${word}) and customer_word.word < fold_text(${word}) || ${LAST}`,
  )
  const byNumber = numbers.map(
    beginning => sql`
      select customer_phone.customer_id from customer_phone
      where customer_phone.tenant_id = ${tx.tenantId}
        and customer_phone.e164 collate "C" >= ${beginning}
        and customer_phone.e164 collate "C" < ${beginning} || ${LAST}`,
  )
  return sql.join([sql`(${sql.join(byWord, sql` intersect `)})`, ...byNumber], sql` union `)
}
