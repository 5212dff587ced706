import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids/ids.ts'
import type { VipTier } from '../domain/tier-effects.ts'

export type TierWish = Partial<VipTier> & { readonly name?: string }

/** A tier of its own name. */
export async function addTier(
  tx: Tx,
  wish: TierWish & { readonly name: string },
): Promise<{ kind: 'added'; id: string } | { kind: 'name_taken' }> {
  const id: string = newId<'vip-tier'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('vip_tier')
    .values({ id, name: wish.name, ...columnsOf(wish) })
    .onConflict(conflict => conflict.constraint('vip_tier_name_unique').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? { kind: 'added', id } : { kind: 'name_taken' }
}

/** Changes what is named, under the lock of the row; counts from the next question on. */
export async function changeTier(
  tx: Tx,
  tier: { id: string; version: number | null },
  wish: TierWish,
): Promise<'changed' | 'unknown' | 'stale' | 'name_taken'> {
  const row = await tx
    .selectFrom('vip_tier')
    .select('vip_tier.version')
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .where('vip_tier.id', '=', tier.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (tier.version !== null && tier.version !== row.version) return 'stale'
  if (wish.name !== undefined && (await isTaken(tx, tier.id, wish.name))) return 'name_taken'
  await tx
    .updateTable('vip_tier')
    .set({
      ...(wish.name === undefined ? {} : { name: wish.name }),
      ...columnsOf(wish),
      version: row.version + 1,
    })
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .where('vip_tier.id', '=', tier.id)
    .execute()
  return 'changed'
}

async function isTaken(tx: Tx, id: string, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('vip_tier')
    .select('vip_tier.id')
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .where('vip_tier.name', '=', name)
    .where('vip_tier.id', '!=', id)
    .executeTakeFirst()
  return row !== undefined
}

function columnsOf(wish: TierWish) {
  return {
    ...(wish.extraHorizonDays === undefined ? {} : { extra_horizon_days: wish.extraHorizonDays }),
    ...(wish.waivesNotice === undefined ? {} : { waives_notice: wish.waivesNotice }),
    ...(wish.waitlistPriority === undefined ? {} : { waitlist_priority: wish.waitlistPriority }),
  }
}
