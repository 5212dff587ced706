import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

export type KnownCaller = { readonly id: CustomerId; readonly name: string; readonly language: string }

/** Everybody reached under the number, primary first. Exact match only: similar numbers are other people. */
export async function findCustomerByCaller(tx: Tx, phoneE164: string): Promise<KnownCaller[]> {
  return toKnownCallers((await tx.executeQuery(callersOf(tx, phoneE164))).rows)
}

/** The statement behind `findCustomerByCaller`, to be sent with others. */
export function callersOf(tx: Tx, phoneE164: string) {
  return tx
    .selectFrom('customer_phone')
    .innerJoin('customer', join =>
      join
        .onRef('customer.tenant_id', '=', 'customer_phone.tenant_id')
        .onRef('customer.id', '=', 'customer_phone.customer_id'),
    )
    .select(['customer.id', 'customer.name', 'customer.language'])
    .where('customer_phone.tenant_id', '=', tx.tenantId)
    .where('customer_phone.e164', '=', phoneE164)
    .where('customer.merged_into', 'is', null)
    .orderBy('customer_phone.is_primary', 'desc')
    .orderBy('customer.created_at')
    .orderBy('customer.id')
    .limit(20)
    .compile()
}

export function toKnownCallers(
  rows: ReadonlyArray<{ id: string; name: string; language: string }>,
): KnownCaller[] {
  return rows.map(row => ({ ...row, id: row.id as CustomerId }))
}
