import type { Tx } from '../../platform/db/database.ts'
import { type CustomerId, newId } from '../../platform/ids/ids.ts'

export type CustomerChange = {
  readonly name?: string
  readonly email?: string | null
  readonly language?: string
  readonly notes?: string | null
  /** Replaces all numbers, E.164; the first is the primary one. */
  readonly phones?: readonly string[]
}

/** A new record. Neither numbers nor addresses are unique: families share both. */
export async function addCustomer(
  tx: Tx,
  person: CustomerChange & { readonly name: string },
): Promise<CustomerId> {
  const id = newId<'customer'>()
  await tx
    .insertInto('customer')
    .values({
      id,
      name: person.name,
      email: person.email ?? null,
      language: person.language ?? 'de',
      notes: person.notes ?? null,
    })
    .execute()
  await replacePhones(tx, id, person.phones ?? [])
  return id
}

/** Changes what is named, under the lock of the row. With `version`, a stale one changes nothing. */
export async function changeCustomer(
  tx: Tx,
  person: { id: CustomerId; version: number | null },
  change: CustomerChange,
): Promise<'changed' | 'unknown' | 'stale'> {
  const row = await tx
    .selectFrom('customer')
    .select('customer.version')
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', person.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (person.version !== null && person.version !== row.version) return 'stale'
  const { phones, ...columns } = change
  await tx
    .updateTable('customer')
    .set({ ...columns, version: row.version + 1 })
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', person.id)
    .execute()
  if (phones !== undefined) await replacePhones(tx, person.id, phones)
  return 'changed'
}

async function replacePhones(tx: Tx, id: CustomerId, phones: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('customer_phone')
    .where('customer_phone.tenant_id', '=', tx.tenantId)
    .where('customer_phone.customer_id', '=', id)
    .execute()
  const distinct = [...new Set(phones)]
  if (distinct.length === 0) return
  await tx
    .insertInto('customer_phone')
    .values(distinct.map((e164, index) => ({ customer_id: id, e164, is_primary: index === 0 })))
    .execute()
}
