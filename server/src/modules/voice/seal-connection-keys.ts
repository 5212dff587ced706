import { z } from 'zod'
import type { ConnectionId, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

const storedKeys = z.array(z.string().min(1))

type Stored = { readonly id: string; readonly owner_tenant_id: string | null; readonly sealed_keys: string }
type Counted = { readonly sealed: number; readonly unreadable: number }

/**
 * Keys of voice connections in the database: sealed with a key of the business whose connection it is, and with that of
 * the installation where it is nobody's.
 */
export function createKeySealer({ db, keys, secrets }: Pick<Platform, 'db' | 'keys' | 'secrets'>) {
  const contextOf = (id: string): string => `voice_connection/${id}`

  async function seal(
    { id, owner }: { id: ConnectionId; owner: TenantId | null },
    texts: readonly string[],
  ): Promise<string> {
    const text = JSON.stringify(texts)
    return owner === null
      ? keys.sealer.seal(text, contextOf(id))
      : await db.inTenant(owner, tx => secrets.seal(tx, text, contextOf(id)))
  }

  async function open({ id, owner_tenant_id: owner, sealed_keys }: Stored): Promise<string[]> {
    const text =
      owner === null
        ? keys.sealer.open(sealed_keys, contextOf(id))
        : await secrets.open(owner as TenantId, sealed_keys, contextOf(id))
    return storedKeys.parse(JSON.parse(text))
  }

  async function isCurrent({ owner_tenant_id: owner, sealed_keys }: Stored): Promise<boolean> {
    if (owner === null) return keys.sealer.isCurrent(sealed_keys)
    return await db.inTenant(owner as TenantId, tx => secrets.isCurrent(tx, sealed_keys))
  }

  return {
    seal,
    open,
    async ownerOf(id: ConnectionId): Promise<TenantId | null> {
      const [row] = await db.lookUp('voice: whose connection it is', look =>
        look
          .selectFrom('voice_connection')
          .select('voice_connection.owner_tenant_id')
          .where('voice_connection.id', '=', id)
          .compile(),
      )
      return (row?.owner_tenant_id ?? null) as TenantId | null
    },
    /** What somebody replaces meanwhile stays as they left it. */
    async sealAnew(): Promise<Counted> {
      const rows = await db.acrossTenants('voice: keys to seal anew', tx =>
        tx
          .selectFrom('voice_connection')
          .select(['voice_connection.id', 'voice_connection.owner_tenant_id', 'voice_connection.sealed_keys'])
          .where('voice_connection.sealed_keys', 'is not', null)
          .orderBy('voice_connection.id')
          .execute(),
      )
      let [sealed, unreadable] = [0, 0]
      for (const { sealed_keys, ...row } of rows) {
        if (sealed_keys === null || (await isCurrent({ ...row, sealed_keys }))) continue
        const texts = await open({ ...row, sealed_keys }).catch(() => null)
        if (texts === null) {
          unreadable += 1
          continue
        }
        const owner = row.owner_tenant_id as TenantId | null
        const anew = await seal({ id: row.id as ConnectionId, owner }, texts)
        await db.acrossTenants('voice: seal keys anew', tx =>
          tx
            .updateTable('voice_connection')
            .set({ sealed_keys: anew })
            .where('voice_connection.id', '=', row.id)
            .where('voice_connection.sealed_keys', '=', sealed_keys)
            .execute(),
        )
        sealed += 1
      }
      return { sealed, unreadable }
    },
  }
}
