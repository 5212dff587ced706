import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import { type TierEffects, tierEffects, type VipTier } from '../domain/tier-effects.ts'

export type TierView = VipTier & { readonly id: string; readonly name: string; readonly version: number }

const COLUMNS = [
  'vip_tier.id',
  'vip_tier.name',
  'vip_tier.extra_horizon_days as extraHorizonDays',
  'vip_tier.waives_notice as waivesNotice',
  'vip_tier.waitlist_priority as waitlistPriority',
  'vip_tier.version',
] as const

export async function listTiers(tx: Tx): Promise<TierView[]> {
  return await tx
    .selectFrom('vip_tier')
    .select(COLUMNS)
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .orderBy('vip_tier.waitlist_priority', 'desc')
    .orderBy('vip_tier.name')
    .execute()
}

export async function readTier(tx: Tx, id: string): Promise<TierView | null> {
  const row = await tx
    .selectFrom('vip_tier')
    .select(COLUMNS)
    .where('vip_tier.tenant_id', '=', tx.tenantId)
    .where('vip_tier.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** What the tier of this customer changes, also of one that was merged; nothing for an id that is nobody's. */
export async function readTierEffects(tx: Tx, id: CustomerId): Promise<TierEffects> {
  const { rows } = await sql<VipTier>`
    select vip_tier.extra_horizon_days as "extraHorizonDays", vip_tier.waives_notice as "waivesNotice",
      vip_tier.waitlist_priority as "waitlistPriority"
    from customer as asked
    join customer on customer.tenant_id = asked.tenant_id and customer.id = coalesce(asked.merged_into, asked.id)
    join vip_tier on vip_tier.tenant_id = customer.tenant_id and vip_tier.id = customer.vip_tier_id
    where asked.tenant_id = ${tx.tenantId} and asked.id = ${id}
  `.execute(tx)
  return tierEffects(rows[0] ?? null)
}

/** The most days beyond a service's own horizon that any tier gives. */
export async function readWidestHorizon(tx: Tx): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select coalesce(max(vip_tier.extra_horizon_days), 0) as days from vip_tier
    where vip_tier.tenant_id = ${tx.tenantId}
  `.execute(tx)
  return rows[0]?.days ?? 0
}
