import type { Tx } from '../../platform/db/database.ts'
import { type CustomerId, newId } from '../../platform/ids/ids.ts'
import { type Doer, recordChanges } from './change-log.ts'
import { currentCustomer } from './current-customer.ts'

export type CustomerChange = {
  readonly name?: string
  readonly email?: string | null
  readonly language?: string
  readonly notes?: string | null
  /** ISO date. */
  readonly dateOfBirth?: string | null
  readonly tierId?: string | null
  /** Replaces all numbers, E.164; the first is the primary one. */
  readonly phones?: readonly string[]
}

/** A new record. Neither numbers nor addresses are unique: families share both. */
export async function addCustomer(
  tx: Tx,
  person: CustomerChange & { readonly name: string },
  doer: Doer,
): Promise<CustomerId | 'unknown_tier'> {
  if (!(await isTier(tx, person.tierId))) return 'unknown_tier'
  const id = newId<'customer'>()
  await tx
    .insertInto('customer')
    .values({
      id,
      name: person.name,
      email: person.email ?? null,
      email_from: enteredBy(person.email),
      language: person.language ?? 'de',
      notes: person.notes ?? null,
      date_of_birth: person.dateOfBirth ?? null,
      vip_tier_id: person.tierId ?? null,
    })
    .execute()
  await replacePhones(tx, id, person.phones ?? [])
  await recordChanges(tx, doer, [{ customerId: id, kind: 'added', fields: Object.keys(person) }])
  return id
}

/**
 * Changes what is named, under the lock of the row. With `version`, a stale one changes nothing. A record that was
 * merged is changed as the one it became.
 */
export async function changeCustomer(
  tx: Tx,
  person: { id: CustomerId; version: number | null },
  change: CustomerChange,
  doer: Doer,
): Promise<'changed' | 'unknown' | 'stale' | 'unknown_tier'> {
  const id = await currentCustomer(tx, person.id)
  if (id === null) return 'unknown'
  if (!(await isTier(tx, change.tierId))) return 'unknown_tier'
  const row = await tx
    .selectFrom('customer')
    .select('customer.version')
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  if (person.version !== null && person.version !== row.version) return 'stale'
  const { phones, dateOfBirth, tierId, ...columns } = change
  await tx
    .updateTable('customer')
    .set({
      ...columns,
      ...(change.email === undefined ? {} : { email_from: enteredBy(change.email) }),
      ...(dateOfBirth === undefined ? {} : { date_of_birth: dateOfBirth }),
      ...(tierId === undefined ? {} : { vip_tier_id: tierId }),
      version: row.version + 1,
    })
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', id)
    .execute()
  if (phones !== undefined) await replacePhones(tx, id, phones)
  await recordChanges(tx, doer, [{ customerId: id, kind: 'changed', fields: Object.keys(change) }])
  return 'changed'
}

async function isTier(tx: Tx, id: string | null | undefined): Promise<boolean> {
  if (id === null || id === undefined) return true
  const row = await tx
    .selectFrom('vip_tier')
    .select('vip_tier.id')
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .where('vip_tier.id', '=', id)
    .executeTakeFirst()
  return row !== undefined
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

function enteredBy(email: string | null | undefined): 'office' | 'booking' {
  return email ? 'office' : 'booking'
}
