import { randomBytes } from 'node:crypto'
import type { KeyRing } from '../crypto/key-ring.ts'
import type { Tx } from '../db/database.ts'
import { instantSql, isoText } from '../db/instant-sql.ts'
import { newId, type TenantId } from '../ids/ids.ts'
import type { Clock } from '../time/clock.ts'

export type KeyParts = { readonly keys: KeyRing; readonly clock: Clock }
export type TenantKey = { readonly id: string; readonly bytes: Buffer }

const KEY_BYTES = 32

/**
 * The key under which the tenant's secrets are sealed now; made if there is none. It stays the current one until the
 * transaction ends, so that nothing is sealed with a key that was retired meanwhile.
 */
export async function currentKey(tx: Tx, parts: KeyParts): Promise<TenantKey> {
  const known = await lockCurrent(tx, parts.keys)
  if (known !== null) return known
  await insertKey(tx, parts)
  const made = await lockCurrent(tx, parts.keys)
  if (made === null) throw new Error('A key was made, and there is none.')
  return made
}

/** Any key of the tenant, retired ones too. Throws when there is none of that name. */
export async function readKey(tx: Tx, keys: KeyRing, id: string): Promise<TenantKey> {
  const { sealed_key } = await tx
    .selectFrom('tenant_key')
    .select('tenant_key.sealed_key')
    .where('tenant_key.tenant_id', '=', tx.tenantId)
    .where('tenant_key.id', '=', id)
    .executeTakeFirstOrThrow(() => new Error('sealed with a key that the tenant does not have'))
  return unwrap(keys, tx.tenantId, { id, sealed_key })
}

/** Retires the current key and makes another, unless it was made at `since` or later. */
export async function replaceKey(
  tx: Tx,
  parts: KeyParts,
  since: Temporal.Instant,
): Promise<'replaced' | 'is_new'> {
  const { numUpdatedRows } = await tx
    .updateTable('tenant_key')
    .set({ retired_at: isoText(parts.clock.now()) })
    .where('tenant_key.tenant_id', '=', tx.tenantId)
    .where('tenant_key.retired_at', 'is', null)
    .where('tenant_key.created_at', '<', instantSql(since))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'is_new'
  await insertKey(tx, parts)
  return 'replaced'
}

/** Seals the tenant's keys with the current secret key of the installation; returns how many were sealed with another. */
export async function rewrapKeys(tx: Tx, keys: KeyRing): Promise<number> {
  const rows = await tx
    .selectFrom('tenant_key')
    .select(['tenant_key.id', 'tenant_key.sealed_key'])
    .where('tenant_key.tenant_id', '=', tx.tenantId)
    .orderBy('tenant_key.id')
    .forNoKeyUpdate()
    .execute()
  const old = rows.filter(row => !keys.sealer.isCurrent(row.sealed_key))
  for (const row of old)
    await tx
      .updateTable('tenant_key')
      .set({ sealed_key: wrap(keys, tx.tenantId, unwrap(keys, tx.tenantId, row)) })
      .where('tenant_key.tenant_id', '=', tx.tenantId)
      .where('tenant_key.id', '=', row.id)
      .execute()
  return old.length
}

async function lockCurrent(tx: Tx, keys: KeyRing): Promise<TenantKey | null> {
  const row = await tx
    .selectFrom('tenant_key')
    .select(['tenant_key.id', 'tenant_key.sealed_key'])
    .where('tenant_key.tenant_id', '=', tx.tenantId)
    .where('tenant_key.retired_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row ? unwrap(keys, tx.tenantId, row) : null
}

/** Of two who make the first one at once, one does. */
async function insertKey(tx: Tx, { keys, clock }: KeyParts): Promise<void> {
  const key = { id: newId<'tenant-key'>(), bytes: randomBytes(KEY_BYTES) }
  await tx
    .insertInto('tenant_key')
    .values({ id: key.id, sealed_key: wrap(keys, tx.tenantId, key), created_at: isoText(clock.now()) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

function wrap(keys: KeyRing, tenantId: TenantId, { id, bytes }: TenantKey): string {
  return keys.sealer.seal(bytes.toString('base64url'), contextOf(tenantId, id))
}

function unwrap(keys: KeyRing, tenantId: TenantId, row: { id: string; sealed_key: string }): TenantKey {
  const text = keys.sealer.open(row.sealed_key, contextOf(tenantId, row.id))
  return { id: row.id, bytes: Buffer.from(text, 'base64url') }
}

function contextOf(tenantId: TenantId, id: string): string {
  return `tenant_key/${tenantId}/${id}`
}
