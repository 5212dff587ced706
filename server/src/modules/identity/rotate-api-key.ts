import type { KeyScope } from '../../platform/access/permissions.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { Id, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { locationsOfKey } from './accounts/member-locations.ts'
import { type CreatedKey, insertApiKey } from './create-api-key.ts'

export type Rotation =
  | { readonly kind: 'rotated'; readonly created: CreatedKey; readonly oldEndsAt: Temporal.Instant }
  | { readonly kind: 'unknown' }
  /** Revoked, expired, or replaced before: there is nothing left to take over from. */
  | { readonly kind: 'over' }

/**
 * Makes the successor of a key, with the same name, scopes and locations. The old one goes on for the overlap, so that whoever
 * uses it can be changed without a failed request, and then ends by itself.
 */
export async function rotateApiKey(
  { db, clock, keys }: Platform,
  tenantId: TenantId,
  { id, overlap }: { id: Id<'api-key'>; overlap: Temporal.Duration },
): Promise<Rotation> {
  return await db.inTenant(tenantId, async tx => {
    const old = await tx
      .selectFrom('api_key')
      .select([
        'api_key.name',
        'api_key.scopes',
        locationsOfKey.as('locations'),
        'api_key.created_at',
        'api_key.expires_at',
        'api_key.revoked_at',
      ])
      .where('api_key.tenant_id', '=', tx.tenantId)
      .where('api_key.id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!old) return { kind: 'unknown' }
    const now = clock.now()
    const successor = await tx
      .selectFrom('api_key')
      .select('api_key.id')
      .where('api_key.tenant_id', '=', tx.tenantId)
      .where('api_key.replaces_id', '=', id)
      .executeTakeFirst()
    if (successor || old.revoked_at || isOver(old.expires_at, now)) return { kind: 'over' }
    const created = await insertApiKey(tx, keys, {
      name: old.name,
      scopes: old.scopes as KeyScope[],
      locations: old.locations,
      expiresAt: old.expires_at && now.add(old.created_at.until(old.expires_at)),
      replaces: id,
    })
    const oldEndsAt = earlier(old.expires_at, now.add(overlap))
    await tx
      .updateTable('api_key')
      .set({ expires_at: isoText(oldEndsAt) })
      .where('api_key.tenant_id', '=', tx.tenantId)
      .where('api_key.id', '=', id)
      .execute()
    return { kind: 'rotated', created, oldEndsAt }
  })
}

/** Whether a key that ends at `at` has ended. */
export function isOver(at: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, now) <= 0
}

function earlier(one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant {
  return one !== null && Temporal.Instant.compare(one, other) < 0 ? one : other
}
