import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

/**
 * The record an id means now: itself, or the one it was merged into; null when there is none. Until the transaction
 * ends, nobody merges the row that was asked for, so what is written for the answer is not left behind.
 */
export async function currentCustomer(tx: Tx, id: CustomerId): Promise<CustomerId | null> {
  return idOf(await rowOf(tx, id).forKeyShare().executeTakeFirst())
}

/** The same for what only reads. */
export async function readCurrentCustomer(tx: Tx, id: CustomerId): Promise<CustomerId | null> {
  return idOf(await rowOf(tx, id).executeTakeFirst())
}

function rowOf(tx: Tx, id: CustomerId) {
  return tx
    .selectFrom('customer')
    .select(['customer.id', 'customer.merged_into'])
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', id)
}

function idOf(row: { id: string; merged_into: string | null } | undefined): CustomerId | null {
  return row ? ((row.merged_into ?? row.id) as CustomerId) : null
}
