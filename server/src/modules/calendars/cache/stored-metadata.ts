import { sql } from 'kysely'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Answer, CalendarAccount } from '../port.ts'
import { LIFETIMES_MS, type Load, type Metadata, type MetadataKind } from './metadata.ts'

/** Kept in the database, so that all processes and the command line share it, and each lookup is counted with it. */
export function createStoredMetadata({
  db,
  clock,
  metrics,
}: Pick<Platform, 'db' | 'clock' | 'metrics'>): Metadata {
  return {
    read: async <T>(account: CalendarAccount, kind: MetadataKind, load: Load<T>): Promise<Answer<T>> => {
      const found = await look<T>(account, kind)
      metrics.cacheLookups.inc({ cache: kind, result: found === null ? 'miss' : 'hit' })
      return found === null
        ? await ask(account, { kind, load, missed: 1 })
        : { kind: 'done', value: found.value }
    },
    refresh: async (account, kind, load) => await ask(account, { kind, load, missed: 0 }),
    forget: async ({ tenantId, connectionId }, kind) => {
      await db.inTenant(tenantId, tx =>
        tx
          .deleteFrom('provider_metadata')
          .where('provider_metadata.tenant_id', '=', tx.tenantId)
          .where('provider_metadata.connection_id', '=', connectionId)
          .where('provider_metadata.kind', '=', kind)
          .execute(),
      )
    },
  }

  /** One statement: what is found is counted as found. */
  async function look<T>(
    { tenantId, connectionId }: CalendarAccount,
    kind: MetadataKind,
  ): Promise<{ value: T } | null> {
    return await db.inTenant(tenantId, async tx => {
      const { rows } = await sql<{ value: T }>`
        update provider_metadata set hits = provider_metadata.hits + 1
        where provider_metadata.tenant_id = ${tx.tenantId} and provider_metadata.connection_id = ${connectionId}
          and provider_metadata.kind = ${kind} and provider_metadata.expires_at > ${isoText(clock.now())}::timestamptz
        returning provider_metadata.value
      `.execute(tx)
      return rows[0] ?? null
    })
  }

  async function ask<T>(
    account: CalendarAccount,
    { kind, load, missed }: { kind: MetadataKind; load: Load<T>; missed: 0 | 1 },
  ): Promise<Answer<T>> {
    const answer = await load()
    if (answer.kind !== 'done') return answer
    const now = clock.now()
    await db.inTenant(account.tenantId, tx =>
      sql`
        insert into provider_metadata as known (connection_id, kind, value, fetched_at, expires_at, misses)
        values (${account.connectionId}, ${kind}, ${JSON.stringify(answer.value)}::jsonb, ${isoText(now)},
          ${isoText(now.add({ milliseconds: LIFETIMES_MS[kind] }))}, ${missed})
        on conflict (tenant_id, connection_id, kind) do update
        set value = excluded.value, fetched_at = excluded.fetched_at, expires_at = excluded.expires_at,
          misses = known.misses + excluded.misses
      `.execute(tx),
    )
    return answer
  }
}
