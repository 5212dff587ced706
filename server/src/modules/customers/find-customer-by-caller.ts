import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

export type KnownCaller = { readonly id: CustomerId; readonly name: string; readonly language: string }

/** Everybody reached under the number, primary first. Exact match only: similar numbers are other people. */
export async function findCustomerByCaller(tx: Tx, phoneE164: string): Promise<KnownCaller[]> {
  const rows = await tx
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
    .execute()
  return rows.map(row => ({ ...row, id: row.id as CustomerId }))
}
