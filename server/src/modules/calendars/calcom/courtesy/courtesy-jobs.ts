import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../../platform/db/database.ts'
import type { HoldId, TenantId } from '../../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { KeepThere } from './keep-there.ts'
import { endedHolds } from './reservation-store.ts'

type Payload = { tenant_id: string; hold_id: string }
/** What follows when a time is kept of somebody whose calendar elsewhere was looked at. */
export type Courtesy = (tx: Tx, holdId: string) => Promise<void>

/** Never on the way of a caller: a time is kept over there by a job behind the one that looks at the calendar. */
export function defineCourtesyJobs(
  { jobs, db, clock }: Pick<Platform, 'jobs' | 'db' | 'clock'>,
  { keep, release }: KeepThere,
): { readonly courtesy: Courtesy } {
  const payload = z.object({ tenant_id: z.uuid(), hold_id: z.uuid() })
  const reserveJob: JobDefinition<Payload> = jobs.define<Payload>({
    name: 'calendars.reserve-held-slot',
    payload,
    priority: 'sync',
    maxAttempts: 2,
    safeToRepeat: 'What is kept already is not asked for again, and ends by itself in any case.',
    run: async ({ tenant_id, hold_id }) => await keep(tenant_id as TenantId, hold_id as HoldId),
  })
  const releaseJob: JobDefinition<Payload> = jobs.define<Payload>({
    name: 'calendars.release-reserved-slot',
    payload,
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'What is given up already is given up.',
    run: async ({ tenant_id, hold_id }) => await release(tenant_id as TenantId, hold_id as HoldId),
  })

  jobs.schedule({
    name: 'calendars.release-ended-reservations',
    cadence: { cron: '* * * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 2,
    safeToRepeat: 'It enqueues what gives reservations up; one that waits already is not doubled.',
    run: async () =>
      await db.acrossTenants('calendars: what is kept elsewhere for nobody', async tx => {
        const ended = await endedHolds(tx, clock.now())
        await jobs.enqueueEach(
          tx,
          releaseJob,
          ended.map(({ tenantId, holdId }) => ({
            ...{ tenantId, key: `calendar-reservation/${holdId}` },
            payload: { tenant_id: tenantId, hold_id: holdId },
          })),
        )
      }),
  })

  return {
    courtesy: async (tx, holdId) => {
      if (await isWrittenThere(tx))
        await jobs.enqueue(tx, reserveJob, { tenant_id: tx.tenantId, hold_id: holdId })
    },
  }
}

async function isWrittenThere(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select exists (
      select from calendar_link
      join calendar_connection on calendar_connection.tenant_id = calendar_link.tenant_id
        and calendar_connection.id = calendar_link.connection_id
      where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.state = 'active'
        and calendar_link.direction <> 'read' and calendar_connection.provider = 'calcom'
        and calendar_connection.state <> 'off') as written
  `.execute(tx)
  return rows[0]?.written ?? false
}
