import { signEndAnew } from '../../platform/audit/seal-events.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type SealedColumn, sealAnew } from '../../platform/secrets/seal-anew.ts'

type Counted = { readonly sealed: number; readonly unreadable: number }

/** What modules keep sealed. */
export type KeptSecrets = {
  readonly columns: readonly SealedColumn[]
  /** What belongs to no business alone. */
  readonly others: readonly (() => Promise<Counted>)[]
}

/** `unreadable` stays as it is: no key that is accepted opens it. */
export type Rotation = Counted & {
  readonly businesses: number
  readonly new_keys: number
  readonly keys_sealed: number
  readonly chains_signed: number
}

export type RotateSecrets = ReturnType<typeof createRotateSecrets>

/**
 * Brings every secret under the current key of its business, and keys of businesses, seeds, chains and what else is
 * sealed under the current secret key. Safe at any time and twice; stopped anywhere, it goes on the next time.
 */
export function createRotateSecrets(platform: Platform, kept: KeptSecrets) {
  const { db, keys } = platform
  return async (wish: {
    /** Null: all of them, and what belongs to none. */
    readonly only: TenantId | null
    /** Businesses whose key was made before get a new one. Null: nobody does. */
    readonly newKeyIfBefore: Temporal.Instant | null
  }): Promise<Rotation> => {
    const total = { businesses: 0, new_keys: 0, keys_sealed: 0, sealed: 0, unreadable: 0, chains_signed: 0 }
    for (const tenantId of wish.only === null ? await everyTenant() : [wish.only]) {
      const one = await sealAnew(platform, tenantId, { ...wish, columns: kept.columns })
      total.businesses += 1
      total.new_keys += one.replaced
      total.keys_sealed += one.rewrapped
      total.sealed += one.sealed
      total.unreadable += one.unreadable
      if (await db.inTenant(tenantId, tx => signEndAnew(tx, keys))) total.chains_signed += 1
    }
    for (const seal of wish.only === null ? kept.others : []) {
      const { sealed, unreadable } = await seal()
      total.sealed += sealed
      total.unreadable += unreadable
    }
    return total
  }

  async function everyTenant(): Promise<TenantId[]> {
    const rows = await db.acrossTenants('ops: whose secrets are sealed', tx =>
      tx.selectFrom('tenant').select('tenant.id').orderBy('tenant.id').execute(),
    )
    return rows.map(({ id }) => id as TenantId)
  }
}
