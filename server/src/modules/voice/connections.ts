import type { Database } from '../../platform/db/database.ts'
import { shareRunning } from '../../platform/db/share-running.ts'
import { type ConnectionId, newId, type TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { createKeySealer } from './seal-connection-keys.ts'

/** An account at a voice provider, with the keys whose signatures count for its numbers. */
export type VoiceConnection = {
  readonly id: ConnectionId
  readonly slug: string
  readonly provider: 'retell' | 'browser'
  /** In the order they are tried; several while one replaces another. */
  readonly keys: readonly string[]
}

/** The platform-wide connection to Retell, and the one of test calls in the browser. */
export const DEFAULT_CONNECTION = 'default'
export const BROWSER_CONNECTION = 'browser'

export type Connections = ReturnType<typeof createConnections>

export function createConnections(
  { db, keys, secrets }: Pick<Platform, 'db' | 'keys' | 'secrets'>,
  defaultKeys: readonly string[],
) {
  const readConnection = shareRunning((slug: string) =>
    db.lookUp('voice: find a connection', look =>
      look
        .selectFrom('voice_connection')
        .select([
          'voice_connection.id',
          'voice_connection.provider',
          'voice_connection.sealed_keys',
          'voice_connection.owner_tenant_id',
        ])
        .where('voice_connection.slug', '=', slug)
        .compile(),
    ),
  )
  const sealer = createKeySealer({ db, keys, secrets })
  return {
    /** Brings what is sealed under the current keys. */
    sealAnew: () => sealer.sealAnew(),
    /** Null for a name nobody has. A connection without keys is returned and verifies nothing. */
    async find(slug: string): Promise<VoiceConnection | null> {
      const [row] = await readConnection(slug)
      if (!row) return null
      const own = row.sealed_keys === null ? [] : await sealer.open({ ...row, sealed_keys: row.sealed_keys })
      return {
        id: row.id as ConnectionId,
        slug,
        provider: row.provider as VoiceConnection['provider'],
        keys: slug === DEFAULT_CONNECTION ? [...own, ...defaultKeys] : own,
      }
    },
    /** The account at Retell that answers a tenant's numbers, with those numbers; null: none does. */
    async atRetellOf(tenantId: TenantId): Promise<{ connection: VoiceConnection; numbers: string[] } | null> {
      const rows = await db.acrossTenants('voice: whose account answers a tenant', tx =>
        tx
          .selectFrom('phone_number')
          .innerJoin('voice_connection', 'voice_connection.id', 'phone_number.connection_id')
          .select(['phone_number.e164', 'voice_connection.slug'])
          .where('phone_number.tenant_id', '=', tenantId)
          .where('voice_connection.provider', '=', 'retell')
          .orderBy('phone_number.e164')
          .execute(),
      )
      const [first] = rows
      const connection = first ? await this.find(first.slug) : null
      if (!first || connection === null) return null
      return { connection, numbers: rows.filter(row => row.slug === first.slug).map(row => row.e164) }
    },
    /** Every number that an account at Retell answers. */
    async numbersAtRetell(): Promise<string[]> {
      const rows = await db.acrossTenants('voice: which numbers are answered', tx =>
        tx
          .selectFrom('phone_number')
          .innerJoin('voice_connection', 'voice_connection.id', 'phone_number.connection_id')
          .select('phone_number.e164')
          .where('voice_connection.provider', '=', 'retell')
          .orderBy('phone_number.e164')
          .execute(),
      )
      return rows.map(row => row.e164)
    },
    /** Every account at Retell. */
    async atRetell(): Promise<VoiceConnection[]> {
      const rows = await db.acrossTenants('voice: list connections', tx =>
        tx
          .selectFrom('voice_connection')
          .select('voice_connection.slug')
          .where('voice_connection.provider', '=', 'retell')
          .orderBy('voice_connection.slug')
          .execute(),
      )
      const found = await Promise.all(rows.map(row => this.find(row.slug)))
      return found.filter(connection => connection !== null)
    },
    /** Makes a connection with its own keys, or replaces them. That of one business names it when it is made. */
    async save(connection: {
      slug: string
      provider: 'retell' | 'browser'
      keys: readonly string[]
      owner?: TenantId
    }): Promise<ConnectionId> {
      const known = await this.find(connection.slug)
      const id = known?.id ?? newId<'voice-connection'>()
      const owner = (known ? await sealer.ownerOf(id) : connection.owner) ?? null
      const sealed = connection.keys.length === 0 ? null : await sealer.seal({ id, owner }, connection.keys)
      await upsert(db, { id, slug: connection.slug, provider: connection.provider, owner, sealed })
      return id
    },
  }
}

async function upsert(
  db: Database,
  row: { id: ConnectionId; slug: string; provider: string; owner: TenantId | null; sealed: string | null },
): Promise<void> {
  await db.acrossTenants('voice: save a connection', tx =>
    tx
      .insertInto('voice_connection')
      .values({
        ...{ id: row.id, slug: row.slug, provider: row.provider },
        ...{ owner_tenant_id: row.owner, sealed_keys: row.sealed },
      })
      .onConflict(conflict =>
        conflict.constraint('voice_connection_slug_unique').doUpdateSet({ sealed_keys: row.sealed }),
      )
      .execute(),
  )
}
