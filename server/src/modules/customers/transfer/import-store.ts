import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ImportedPerson } from '../domain/import-line.ts'
import type { KnownPerson, Planned } from '../domain/import-plan.ts'

/**
 * Records with a number or an address of the file: one question, however long the file is. An address is looked for among
 * the words: under row-level security no index on lower(email) is used, and 10,000 lines took over 15 s (2026-11).
 * Planned anew each time, because a plan kept from when there were no customers is the wrong one for ten thousand.
 */
export async function readMatching(tx: Tx, people: readonly ImportedPerson[]): Promise<KnownPerson[]> {
  const phones = [...new Set(people.flatMap(person => person.phones))]
  const emails = [...new Set(people.flatMap(person => person.email?.toLowerCase() ?? []))]
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
  const { rows } = await sql<KnownPerson>`
    with found as (
      select customer_phone.customer_id as id
      from unnest(${phones}::text[]) as wanted (e164)
      join customer_phone on customer_phone.tenant_id = ${tx.tenantId} and customer_phone.e164 = wanted.e164
      union
      select customer_word.customer_id
      from unnest(${emails}::text[]) as wanted (email)
      join customer_word on customer_word.tenant_id = ${tx.tenantId}
        and customer_word.word = left(fold_text(wanted.email), 60)
    )
    select customer.id, customer.name, customer.email, customer.notes, customer.date_of_birth::text as "dateOfBirth",
      customer.vip_tier_id as "tierId", array(
        select customer_phone.e164 from customer_phone
        where customer_phone.tenant_id = customer.tenant_id and customer_phone.customer_id = customer.id) as phones
    from found
    join customer on customer.tenant_id = ${tx.tenantId} and customer.id = found.id
    where customer.merged_into is null
    order by customer.created_at, customer.id
  `.execute(tx)
  await sql`set local plan_cache_mode = auto`.execute(tx)
  return rows
}

export async function insertRecords(tx: Tx, added: readonly Planned[]): Promise<void> {
  if (added.length === 0) return
  const rows = JSON.stringify(added.map(({ customerId, person }) => ({ id: customerId, ...person })))
  await sql`
    with person as (
      select line.* from jsonb_to_recordset(${rows}::jsonb) as line (
        id uuid, name text, email text, language text, "dateOfBirth" date, "tierId" uuid, notes text, phones jsonb)
    ), added as (
      insert into customer (id, name, email, email_from, language, date_of_birth, vip_tier_id, notes)
      select person.id, person.name, person.email,
        case when person.email is null then 'booking' else 'office' end, coalesce(person.language, 'de'), person."dateOfBirth",
        person."tierId", person.notes
      from person
    )
    insert into customer_phone (customer_id, e164, is_primary)
    select person.id, phone.e164, phone.place = 1
    from person, jsonb_array_elements_text(person.phones) with ordinality as phone (e164, place)
  `.execute(tx)
}

/** Only what is missing in the row as it is now, not as it was read. */
export async function fillRecords(
  tx: Tx,
  filled: ReadonlyArray<Planned & { result: 'filled' }>,
): Promise<void> {
  if (filled.length === 0) return
  const rows = JSON.stringify(
    filled.map(({ customerId, person, newPhones }) => ({ id: customerId, ...person, phones: newPhones })),
  )
  const line = sql`jsonb_to_recordset(${rows}::jsonb) as line (
    id uuid, email text, "dateOfBirth" date, "tierId" uuid, notes text, phones jsonb)`
  await sql`
    update customer
    set email = coalesce(customer.email, line.email),
      email_from = case when customer.email is null and line.email is not null then 'office' else customer.email_from end, notes = coalesce(customer.notes, line.notes),
      date_of_birth = coalesce(customer.date_of_birth, line."dateOfBirth"),
      vip_tier_id = coalesce(customer.vip_tier_id, line."tierId"), version = customer.version + 1
    from ${line}
    where customer.tenant_id = ${tx.tenantId} and customer.id = line.id and customer.merged_into is null
  `.execute(tx)
  await sql`
    insert into customer_phone (customer_id, e164, is_primary)
    select line.id, phone.e164, false
    from ${line}, jsonb_array_elements_text(line.phones) as phone (e164)
    on conflict do nothing
  `.execute(tx)
}
