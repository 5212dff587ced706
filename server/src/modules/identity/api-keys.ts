import { isoText } from '../../platform/db/instant-sql.ts'
import type { Id, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { locationsOfKey } from './accounts/member-locations.ts'
import { isOver } from './rotate-api-key.ts'

/** A key without its secret, which nobody has. */
export type ApiKeySummary = {
  readonly id: string
  readonly prefix: string
  readonly name: string
  readonly scopes: readonly string[]
  /** The only locations that it acts for; null: all of the business. */
  readonly locations: readonly string[] | null
  readonly state: 'valid' | 'expired' | 'revoked'
  readonly created_at: string
  readonly expires_at: string | null
  /** To the minute; null: never. */
  readonly last_used_at: string | null
  /** The key that this one took over from. */
  readonly replaces: string | null
}

/** Newest first. */
export async function listApiKeys({ db, clock }: Platform, tenantId: TenantId): Promise<ApiKeySummary[]> {
  const rows = await db.inTenant(tenantId, tx =>
    tx
      .selectFrom('api_key')
      .select([
        'api_key.id',
        'api_key.prefix',
        'api_key.name',
        'api_key.scopes',
        locationsOfKey.as('locations'),
        'api_key.created_at',
        'api_key.expires_at',
        'api_key.revoked_at',
        'api_key.last_used_at',
        'api_key.replaces_id',
      ])
      .where('api_key.tenant_id', '=', tx.tenantId)
      .orderBy('api_key.created_at', 'desc')
      .orderBy('api_key.id', 'desc')
      .execute(),
  )
  return rows.map(({ created_at, expires_at, revoked_at, last_used_at, replaces_id, ...key }) => ({
    ...key,
    state: revoked_at !== null ? 'revoked' : isOver(expires_at, clock.now()) ? 'expired' : 'valid',
    created_at: created_at.toString(),
    expires_at: expires_at?.toString() ?? null,
    last_used_at: last_used_at?.toString() ?? null,
    replaces: replaces_id,
  }))
}

/** From the next request on the key is nobody's. Said again, nothing changes. */
export async function revokeApiKey(
  { db, clock }: Platform,
  tenantId: TenantId,
  id: Id<'api-key'>,
): Promise<'revoked' | 'unknown'> {
  return await db.inTenant(tenantId, async tx => {
    const row = await tx
      .selectFrom('api_key')
      .select('api_key.revoked_at')
      .where('api_key.tenant_id', '=', tx.tenantId)
      .where('api_key.id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return 'unknown'
    if (row.revoked_at === null)
      await tx
        .updateTable('api_key')
        .set({ revoked_at: isoText(clock.now()) })
        .where('api_key.tenant_id', '=', tx.tenantId)
        .where('api_key.id', '=', id)
        .execute()
    return 'revoked'
  })
}
