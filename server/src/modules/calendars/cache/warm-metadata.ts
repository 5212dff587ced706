import { sql } from 'kysely'
import { z } from 'zod'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readConnection } from '../connections/connection-store.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { Metadata } from './metadata.ts'

/** Warmed as long before it expires: the distance of the schedule. */
const AHEAD = { minutes: 5 }

/** Longer than an account takes to say what it has; whoever asked and was killed is waited for no longer. */
const ASKING = { minutes: 2 }

type Whose = { readonly tenantId: TenantId; readonly connectionId: CalendarConnectionId }

/** Has what is kept of accounts in use asked for before it expires, so that nobody who waits asks for it. */
export function createWarmMetadata(platform: Platform, parts: CalendarParts, metadata: Metadata) {
  const { db, clock, jobs } = platform
  const warmJob = jobs.define<{ tenant_id: string; connection_id: string }>({
    name: 'calendars.warm-account',
    payload: z.object({ tenant_id: z.uuid(), connection_id: z.uuid() }),
    priority: 'reports',
    maxAttempts: 2,
    safeToRepeat: 'It asks what there is, if nobody does at the moment, and keeps the answer.',
    run: async ({ tenant_id, connection_id }) => {
      await warm(
        { tenantId: tenant_id as TenantId, connectionId: connection_id as CalendarConnectionId },
        clock.now().add(AHEAD),
      )
    },
  })

  jobs.schedule({
    name: 'calendars.warm-accounts',
    cadence: { cron: '*/5 * * * *', zone: 'Europe/Berlin' },
    missed: 'skip',
    priority: 'reports',
    maxAttempts: 1,
    safeToRepeat: 'It enqueues what asks; one that waits already is not doubled.',
    run: async () => {
      const due = await cold(clock.now().add(AHEAD))
      await db.acrossTenants('calendars: accounts are warmed', tx =>
        jobs.enqueueEach(
          tx,
          warmJob,
          due.map(({ tenantId, connectionId }) => ({
            ...{ tenantId, key: `calendar-metadata/${connectionId}` },
            payload: { tenant_id: tenantId, connection_id: connectionId },
          })),
        ),
      )
    },
  })

  return {
    /** All accounts in use, now; how many answered. Those that somebody asks at the moment are left to them. */
    warmAll: async (): Promise<{ accounts: number; warmed: number }> => {
      const accounts = await cold(null)
      let warmed = 0
      let left = 0
      for (const account of accounts) {
        const outcome = await warm(account, null)
        if (outcome === 'warmed') warmed += 1
        if (outcome === 'left') left += 1
      }
      return { accounts: accounts.length - left, warmed }
    },
    clear: async (): Promise<number> => {
      let cleared = 0
      for (const { id } of await parts.tenants.list()) {
        const { numDeletedRows } = await db.inTenant(id, tx =>
          tx
            .deleteFrom('provider_metadata')
            .where('provider_metadata.tenant_id', '=', tx.tenantId)
            .executeTakeFirst(),
        )
        cleared += Number(numDeletedRows)
      }
      return cleared
    },
  }

  async function warm(whose: Whose, until: Temporal.Instant | null): Promise<'warmed' | 'failed' | 'left'> {
    const { tenantId, connectionId } = whose
    const opened = await db.readTenant(tenantId, async tx => {
      const connection = await readConnection(tx, connectionId)
      const adapter = connection && parts.adapters[connection.provider]
      if (!connection || !adapter || connection.state === 'off') return null
      const zone = await parts.catalogue.readZone(tx)
      const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
      return account && { adapter, account }
    })
    if (opened === null) return 'failed'
    if (!(await beginAsking(whose, until))) return 'left'
    const { adapter, account } = opened
    try {
      const answer = await metadata.refresh(account, 'targets', () => adapter.listTargets(account))
      return answer.kind === 'done' ? 'warmed' : 'failed'
    } finally {
      await endAsking(whose)
    }
  }

  /** One at a time for an account; false: somebody asks, or `until` is known already. */
  async function beginAsking(
    { tenantId, connectionId }: Whose,
    until: Temporal.Instant | null,
  ): Promise<boolean> {
    const now = clock.now()
    const { numAffectedRows } = await db.inTenant(tenantId, tx =>
      sql`
        insert into provider_metadata as known (connection_id, kind, value, fetched_at, expires_at, asking_until)
        values (${connectionId}, 'targets', '[]', ${isoText(now.subtract({ seconds: 1 }))}, ${isoText(now)},
          ${isoText(now.add(ASKING))})
        on conflict (tenant_id, connection_id, kind) do update set asking_until = excluded.asking_until
        where (known.asking_until is null or known.asking_until <= ${isoText(now)}::timestamptz)
          ${until === null ? sql`` : sql`and known.expires_at <= ${isoText(until)}::timestamptz`}
      `.execute(tx),
    )
    return numAffectedRows === 1n
  }

  async function endAsking({ tenantId, connectionId }: Whose): Promise<void> {
    await db.inTenant(tenantId, tx =>
      tx
        .updateTable('provider_metadata')
        .set({ asking_until: null })
        .where('provider_metadata.tenant_id', '=', tx.tenantId)
        .where('provider_metadata.connection_id', '=', connectionId)
        .where('provider_metadata.kind', '=', 'targets')
        .execute(),
    )
  }

  /** Accounts that something is linked of and of which nothing is known beyond `until`; null: all of them. */
  async function cold(until: Temporal.Instant | null): Promise<Whose[]> {
    return await db.acrossTenants('calendars: which accounts are in use', async tx => {
      const { rows } = await sql<Whose>`
        select connection.tenant_id as "tenantId", connection.id as "connectionId"
        from calendar_connection as connection
        where connection.state = 'ok' and connection.sealed_secrets is not null
          and exists (
            select from calendar_link
            where calendar_link.tenant_id = connection.tenant_id and calendar_link.connection_id = connection.id
              and calendar_link.state = 'active')
          ${
            until === null
              ? sql``
              : sql`and not exists (
                  select from provider_metadata
                  where provider_metadata.tenant_id = connection.tenant_id
                    and provider_metadata.connection_id = connection.id and provider_metadata.kind = 'targets'
                    and provider_metadata.expires_at > ${until.toString()}::timestamptz)`
          }
        order by connection.id
      `.execute(tx)
      return rows
    })
  }
}
