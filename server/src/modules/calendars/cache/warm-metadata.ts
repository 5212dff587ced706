import { sql } from 'kysely'
import { z } from 'zod'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readConnection } from '../connections/connection-store.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { Metadata } from './metadata.ts'

/** Warmed as long before it expires: the distance of the schedule. */
const AHEAD = { minutes: 5 }

type Whose = { readonly tenantId: TenantId; readonly connectionId: CalendarConnectionId }

/** Has what is kept of accounts in use asked for before it expires, so that nobody who waits asks for it. */
export function createWarmMetadata(platform: Platform, parts: CalendarParts, metadata: Metadata) {
  const { db, clock, jobs } = platform
  const warmJob = jobs.define<{ tenant_id: string; connection_id: string }>({
    name: 'calendars.warm-account',
    payload: z.object({ tenant_id: z.uuid(), connection_id: z.uuid() }),
    priority: 'reports',
    maxAttempts: 2,
    safeToRepeat: 'It asks what there is, and keeps the answer.',
    run: async ({ tenant_id, connection_id }) => {
      await warm({
        tenantId: tenant_id as TenantId,
        connectionId: connection_id as CalendarConnectionId,
      })
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
    /** All accounts in use, now; how many answered. */
    warmAll: async (): Promise<{ accounts: number; warmed: number }> => {
      const accounts = await cold(null)
      let warmed = 0
      for (const account of accounts) if (await warm(account)) warmed += 1
      return { accounts: accounts.length, warmed }
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

  async function warm({ tenantId, connectionId }: Whose): Promise<boolean> {
    const opened = await db.readTenant(tenantId, async tx => {
      const connection = await readConnection(tx, connectionId)
      const adapter = connection && parts.adapters[connection.provider]
      if (!connection || !adapter || connection.state === 'off') return null
      const zone = await parts.catalogue.readZone(tx)
      const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
      return account && { adapter, account }
    })
    if (opened === null) return false
    const { adapter, account } = opened
    const answer = await metadata.refresh(account, 'targets', () => adapter.listTargets(account))
    return answer.kind === 'done'
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
