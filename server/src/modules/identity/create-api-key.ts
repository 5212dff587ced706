import { randomBytes } from 'node:crypto'
import type { KeyScope } from '../../platform/access/permissions.ts'
import type { KeyRing } from '../../platform/crypto/key-ring.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type Id, newId, type TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

export const API_KEY_FORM = /^ask_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/

export type KeyWish = {
  readonly scopes: readonly KeyScope[]
  readonly name: string
  /** The only locations that the key acts for; null: all. */
  readonly locations?: readonly string[] | null | undefined
  /** Null: until it is revoked. */
  readonly expiresAt?: Temporal.Instant | null
  readonly replaces?: Id<'api-key'>
}

/** A key and its row's id. The text is returned once and kept nowhere. */
export type CreatedKey = { readonly id: string; readonly key: string; readonly prefix: string }

/** Makes an API key in a transaction of its own, for the command line. */
export async function createApiKey(
  platform: Platform,
  wish: KeyWish & { tenantId: TenantId },
): Promise<CreatedKey> {
  return await platform.db.inTenant(wish.tenantId, tx => insertApiKey(tx, platform.keys, wish))
}

/**
 * A key is `ask_<prefix>_<secret>`: the prefix finds the row and may be shown, of the secret only a keyed hash
 * is stored.
 */
export async function insertApiKey(tx: Tx, keys: KeyRing, wish: KeyWish): Promise<CreatedKey> {
  const prefix = randomBytes(8).toString('hex').slice(0, 10)
  const key = `ask_${prefix}_${randomBytes(32).toString('base64url')}`
  const id = newId<'api-key'>()
  await tx
    .insertInto('api_key')
    .values({
      id,
      prefix,
      hash: keys.sign('api-key', key),
      scopes: [...wish.scopes],
      name: wish.name,
      expires_at: wish.expiresAt ? isoText(wish.expiresAt) : null,
      replaces_id: wish.replaces ?? null,
    })
    .execute()
  if (wish.locations)
    await tx
      .insertInto('api_key_location')
      .values(wish.locations.map(location_id => ({ api_key_id: id, location_id })))
      .execute()
  return { id, key, prefix }
}
