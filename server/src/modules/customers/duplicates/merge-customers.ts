import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type CustomerId, type Id, newId } from '../../../platform/ids/ids.ts'
import { type Doer, recordChanges } from '../change-log.ts'
import { FILLABLE, type Fillable, filledFields } from '../domain/merged-fields.ts'
import { numberLock, tenantLock } from '../number-lock.ts'
import type { MergeFollowers } from './merge-followers.ts'

export type MergeId = Id<'customer-merge'>

export type Pair = { readonly keptId: CustomerId; readonly mergedId: CustomerId }

export type MergeRefusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  /** One of the two is no record of its own any more. */
  | { readonly kind: 'already_merged'; readonly id: CustomerId }
  /** Others were merged into it: a chain could not be undone link by link. */
  | { readonly kind: 'keeps_others'; readonly id: CustomerId }

export type MergeResult = { readonly kind: 'merged'; readonly id: MergeId } | MergeRefusal

export type MergePreview = {
  readonly kind: 'preview'
  readonly phones: readonly string[]
  readonly fills: Partial<Fillable>
  /** By what follows a customer, such as `appointments`. */
  readonly counts: Readonly<Record<string, number>>
}

type Row = Fillable & { readonly id: CustomerId; readonly merged_into: CustomerId | null }

/**
 * Two records that are one person become one: numbers, appointments, calls and everything else that follows go to the
 * kept one in this transaction, and what moved is written down for the undo.
 *
 * Order matters. First the numbers of both, which a booking from such a number takes too (`resolveCustomer`), then the
 * two rows in the order of their ids: two merges at once wait for each other and the second sees what the first did.
 */
export async function mergeCustomers(
  tx: Tx,
  followers: MergeFollowers,
  pair: Pair,
  doer: Doer,
): Promise<MergeResult> {
  await lockNumbers(tx, [pair.keptId, pair.mergedId])
  const ready = await readPair(tx, pair, 'lock')
  if ('kind' in ready) return ready
  const fills = filledFields(ready.kept, ready.merged)
  const phones = await movePhones(tx, pair)
  const moved: Record<string, string[]> = {}
  for (const follower of followers.all())
    moved[follower.name] = await follower.move(tx, { from: pair.mergedId, to: pair.keptId })
  await tx
    .updateTable('customer')
    .set(row => ({ ...fills, version: row('customer.version', '+', 1) }))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', pair.keptId)
    .execute()
  await tx
    .updateTable('customer')
    .set(row => ({ merged_into: pair.keptId, version: row('customer.version', '+', 1) }))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', pair.mergedId)
    .execute()
  const id: MergeId = newId<'customer-merge'>()
  await tx
    .insertInto('customer_merge')
    .values({
      id,
      kept_id: pair.keptId,
      merged_id: pair.mergedId,
      moved: JSON.stringify({ phones, fills, followers: moved }),
      actor: doer.actor,
      merged_at: isoText(doer.at),
    })
    .execute()
  const fields = [...Object.keys(fills), ...(phones.length > 0 ? ['phones'] : [])]
  await recordChanges(tx, doer, [
    { customerId: pair.keptId, kind: 'merged', fields },
    { customerId: pair.mergedId, kind: 'merged', fields: [] },
  ])
  return { kind: 'merged', id }
}

/** What a merge would move, by the same rules. Changes nothing. */
export async function previewMerge(
  tx: Tx,
  followers: MergeFollowers,
  pair: Pair,
): Promise<MergePreview | MergeRefusal> {
  const ready = await readPair(tx, pair, 'look')
  if ('kind' in ready) return ready
  const counts: Record<string, number> = {}
  for (const follower of followers.all()) counts[follower.name] = await follower.count(tx, pair.mergedId)
  const { rows } = await sql<{ e164: string }>`
    select phone.e164 from customer_phone as phone
    where phone.tenant_id = ${tx.tenantId} and phone.customer_id = ${pair.mergedId}
      and not exists (select from customer_phone as own
        where own.tenant_id = phone.tenant_id and own.customer_id = ${pair.keptId} and own.e164 = phone.e164)
    order by phone.is_primary desc, phone.created_at, phone.e164
  `.execute(tx)
  return {
    kind: 'preview',
    phones: rows.map(row => row.e164),
    fills: filledFields(ready.kept, ready.merged),
    counts,
  }
}

/** Whoever books from one of these numbers waits until the transaction ends. */
export async function lockNumbers(tx: Tx, ids: readonly CustomerId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${tenantLock(tx)}, 0))`.execute(tx)
  await sql`
    select pg_advisory_xact_lock(hashtextextended(numbers.name, 0))
    from (select distinct ${numberLock(tx, '')}::text || customer_phone.e164 as name from customer_phone
      where customer_phone.tenant_id = ${tx.tenantId} and customer_phone.customer_id = any(${ids}::uuid[])
      order by name) as numbers
  `.execute(tx)
}

async function readPair(
  tx: Tx,
  pair: Pair,
  purpose: 'lock' | 'look',
): Promise<{ kept: Row; merged: Row } | MergeRefusal> {
  if (pair.keptId === pair.mergedId) return { kind: 'same' }
  const query = tx
    .selectFrom('customer')
    .select(['customer.id', 'customer.merged_into', ...FILLABLE.filter(field => field !== 'date_of_birth')])
    .select(sql<string | null>`customer.date_of_birth::text`.as('date_of_birth'))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', 'in', [pair.keptId, pair.mergedId])
    .orderBy('customer.id')
  const rows = (await (purpose === 'lock' ? query.forUpdate() : query).execute()) as Row[]
  const kept = rows.find(row => row.id === pair.keptId)
  const merged = rows.find(row => row.id === pair.mergedId)
  if (!kept || !merged) return { kind: 'unknown' }
  const gone = [kept, merged].find(row => row.merged_into !== null)
  if (gone) return { kind: 'already_merged', id: gone.id }
  const keeps = await tx
    .selectFrom('customer')
    .select('customer.id')
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.merged_into', '=', pair.mergedId)
    .limit(1)
    .executeTakeFirst()
  return keeps ? { kind: 'keeps_others', id: merged.id } : { kept, merged }
}

/** The numbers the kept record did not have. The merged one keeps its rows: nobody looks for it any more. */
async function movePhones(tx: Tx, pair: Pair): Promise<string[]> {
  const { rows } = await sql<{ e164: string }>`
    insert into customer_phone (customer_id, e164, is_primary)
    select ${pair.keptId}::uuid, phone.e164,
      phone.is_primary and not exists (select from customer_phone as own
        where own.tenant_id = phone.tenant_id and own.customer_id = ${pair.keptId} and own.is_primary)
    from customer_phone as phone
    where phone.tenant_id = ${tx.tenantId} and phone.customer_id = ${pair.mergedId}
    on conflict do nothing
    returning customer_phone.e164
  `.execute(tx)
  return rows.map(row => row.e164)
}
