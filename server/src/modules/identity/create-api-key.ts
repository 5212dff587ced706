import { randomBytes } from 'node:crypto'
import { newId, type TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

export const API_KEY_FORM = /^ask_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/

export type KeyScope = 'all' | 'read' | 'write'

/**
 * A key is `ask_<prefix>_<secret>`: the prefix finds the row and may be shown, of the secret only a keyed hash
 * is stored.
 */
export async function createApiKey(
  { db, keys }: Platform,
  wish: { tenantId: TenantId; scopes: readonly KeyScope[]; name: string },
): Promise<{ id: string; key: string }> {
  const prefix = randomBytes(8).toString('hex').slice(0, 10)
  const key = `ask_${prefix}_${randomBytes(32).toString('base64url')}`
  const id = newId<'api-key'>()
  await db.inTenant(wish.tenantId, tx =>
    tx
      .insertInto('api_key')
      .values({ id, prefix, hash: keys.sign('api-key', key), scopes: [...wish.scopes], name: wish.name })
      .execute(),
  )
  return { id, key }
}
