import { z } from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { shareRunning } from '../../platform/db/share-running.ts'
import { type ConnectionId, newId, type TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

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

const storedKeys = z.array(z.string().min(1))

export function createConnections(
  { db, keys }: Pick<Platform, 'db' | 'keys'>,
  defaultKeys: readonly string[],
) {
  const readConnection = shareRunning((slug: string) =>
    db.lookUp('voice: find a connection', look =>
      look
        .selectFrom('voice_connection')
        .select(['voice_connection.id', 'voice_connection.provider', 'voice_connection.sealed_keys'])
        .where('voice_connection.slug', '=', slug)
        .compile(),
    ),
  )
  return {
    /** Null for a name nobody has. A connection without keys is returned and verifies nothing. */
    async find(slug: string): Promise<VoiceConnection | null> {
      const [row] = await readConnection(slug)
      if (!row) return null
      const own =
        row.sealed_keys === null
          ? []
          : storedKeys.parse(JSON.parse(keys.sealer.open(row.sealed_keys, `voice_connection/${row.id}`)))
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
    /** Makes a connection with its own keys, or replaces them. */
    async save(connection: {
      slug: string
      provider: 'retell' | 'browser'
      keys: readonly string[]
    }): Promise<ConnectionId> {
      const known = await this.find(connection.slug)
      const id = known?.id ?? newId<'voice-connection'>()
      const sealed =
        connection.keys.length === 0
          ? null
          : keys.sealer.seal(JSON.stringify(connection.keys), `voice_connection/${id}`)
      await upsert(db, { id, slug: connection.slug, provider: connection.provider, sealed })
      return id
    },
  }
}

async function upsert(
  db: Database,
  row: { id: ConnectionId; slug: string; provider: string; sealed: string | null },
): Promise<void> {
  await db.acrossTenants('voice: save a connection', tx =>
    tx
      .insertInto('voice_connection')
      .values({ id: row.id, slug: row.slug, provider: row.provider, sealed_keys: row.sealed })
      .onConflict(conflict =>
        conflict.constraint('voice_connection_slug_unique').doUpdateSet({ sealed_keys: row.sealed }),
      )
      .execute(),
  )
}
