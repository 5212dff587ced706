import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type CustomerId, newId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'

/** Who does something, and when. */
export type Doer = { readonly actor: string; readonly at: Temporal.Instant }

export type RecordChange = {
  readonly customerId: CustomerId
  readonly kind: 'added' | 'changed' | 'imported' | 'merged' | 'merge_undone'
  readonly fields: readonly string[]
}

/** Every change of a record by people leaves one of these, in its transaction. */
export async function recordChanges(tx: Tx, doer: Doer, changes: readonly RecordChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx
    .insertInto('customer_change')
    .values(
      changes.map(change => ({
        id: newId<'customer-change'>(),
        customer_id: change.customerId,
        kind: change.kind,
        fields: [...change.fields],
        actor: doer.actor,
        at: isoText(doer.at),
        request_id: currentRequestId(),
      })),
    )
    .execute()
}
