import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import { type Doer, recordChanges } from '../change-log.ts'
import { FILLABLE, type Fillable, stillFilled } from '../domain/merged-fields.ts'
import { lockNumbers, type MergeId } from './merge-customers.ts'
import type { MergeFollowers } from './merge-followers.ts'

const movedShape = z.object({
  phones: z.array(z.string()),
  fills: z.object({
    email: z.string().optional(),
    notes: z.string().optional(),
    date_of_birth: z.string().optional(),
    vip_tier_id: z.string().optional(),
  }),
  followers: z.record(z.string(), z.array(z.string())),
})

type Merge = {
  readonly keptId: CustomerId
  readonly mergedId: CustomerId
  readonly moved: z.infer<typeof movedShape>
}

/**
 * What a merge moved goes back, and nothing else: what the kept record got since is its own. A field that was filled in
 * and changed since stays as it was changed.
 */
export async function undoMerge(
  tx: Tx,
  followers: MergeFollowers,
  id: MergeId,
  doer: Doer,
): Promise<
  | { kind: 'undone'; keptId: CustomerId; mergedId: CustomerId }
  | { kind: 'unknown' }
  | { kind: 'undone_before' }
> {
  const merge = await lockMerge(tx, id)
  if ('kind' in merge) return merge
  const { keptId, mergedId, moved } = merge
  await lockNumbers(tx, [keptId, mergedId])
  const kept = await lockKept(tx, merge)
  for (const follower of followers.all())
    await follower.moveBack(tx, { ids: moved.followers[follower.name] ?? [], from: keptId, to: mergedId })
  if (moved.phones.length > 0)
    await tx
      .deleteFrom('customer_phone')
      .where('customer_phone.tenant_id', '=', tx.tenantId)
      .where('customer_phone.customer_id', '=', keptId)
      .where('customer_phone.e164', 'in', moved.phones)
      .execute()
  const fills = moved.fills as Partial<Fillable>
  const emptied = stillFilled(kept, fills)
  await tx
    .updateTable('customer')
    .set(row => ({
      ...Object.fromEntries(emptied.map(field => [field, null])),
      version: row('customer.version', '+', 1),
    }))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', keptId)
    .execute()
  await tx
    .updateTable('customer')
    .set(row => ({ merged_into: null, version: row('customer.version', '+', 1) }))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', '=', mergedId)
    .execute()
  await tx
    .updateTable('customer_merge')
    .set({ undone_at: isoText(doer.at), undone_by: doer.actor })
    .where('customer_merge.tenant_id', '=', tx.tenantId)
    .where('customer_merge.id', '=', id)
    .execute()
  await recordChanges(tx, doer, [
    { customerId: keptId, kind: 'merge_undone', fields: emptied },
    { customerId: mergedId, kind: 'merge_undone', fields: [] },
  ])
  return { kind: 'undone', keptId, mergedId }
}

async function lockMerge(
  tx: Tx,
  id: MergeId,
): Promise<Merge | { kind: 'unknown' } | { kind: 'undone_before' }> {
  const row = await tx
    .selectFrom('customer_merge')
    .select([
      'customer_merge.kept_id',
      'customer_merge.merged_id',
      'customer_merge.moved',
      'customer_merge.undone_at',
    ])
    .where('customer_merge.tenant_id', '=', tx.tenantId)
    .where('customer_merge.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (row.undone_at !== null) return { kind: 'undone_before' }
  return {
    keptId: row.kept_id as CustomerId,
    mergedId: row.merged_id as CustomerId,
    moved: movedShape.parse(row.moved),
  }
}

async function lockKept(tx: Tx, { keptId, mergedId }: Merge): Promise<Fillable> {
  const rows = await tx
    .selectFrom('customer')
    .select(['customer.id', ...FILLABLE.filter(field => field !== 'date_of_birth')])
    .select(sql<string | null>`customer.date_of_birth::text`.as('date_of_birth'))
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer.id', 'in', [keptId, mergedId])
    .orderBy('customer.id')
    .forUpdate()
    .execute()
  const kept = rows.find(row => row.id === keptId)
  if (!kept) throw new Error(`Customer ${keptId} of a merge is gone.`)
  return kept as Fillable
}
