import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { CalendarLinkId, ResourceId, TenantId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { slotHeld } from '../../scheduling/index.ts'
import type { Courtesy } from '../calcom/courtesy/courtesy-jobs.ts'
import { activeLinks } from '../connections/link-store.ts'
import type { ReadCalendar } from './read-calendar.ts'

type ReadPayload = { tenant_id: string; link_id: string }
export type ReadJob = JobDefinition<ReadPayload>

/** A mirror that is younger needs no second look before somebody is promised a time. */
const YOUNG = { seconds: 15 }

/** One waiting job for a link, whoever asks for it. */
export function linkKey(linkId: string): string {
  return `calendar-link/${linkId}`
}

/** Reading by the clock, when something outside calls, and when somebody keeps a time. */
export function defineMirrorJobs(
  { jobs, db, clock, log }: Platform,
  readCalendar: ReadCalendar,
  courtesy: Courtesy,
) {
  const readJob = jobs.define<ReadPayload>({
    name: 'calendars.read-calendar',
    payload: z.object({ tenant_id: z.uuid(), link_id: z.uuid() }),
    priority: 'sync',
    maxAttempts: 4,
    safeToRepeat: 'What was read is there once, however often it is read; an older reading is thrown away.',
    run: async ({ tenant_id, link_id }) => {
      await readCalendar(tenant_id as TenantId, link_id as CalendarLinkId, 'background')
    },
  })

  jobs.subscribe(slotHeld, {
    name: 'calendars.check-held-slot',
    payload: slotHeld.payload,
    priority: 'live',
    maxAttempts: 2,
    safeToRepeat: 'It reads, gives up what is busy elsewhere, and has the rest kept there once.',
    run: async ({ tenant_id, hold_id }) => {
      const tenantId = tenant_id as TenantId
      const links = await db.readTenant(tenantId, tx => linksOfHold(tx, hold_id))
      const old = links.filter(
        ({ lastReadAt }) =>
          lastReadAt === null || Temporal.Instant.compare(lastReadAt.add(YOUNG), clock.now()) < 0,
      )
      await Promise.all(old.map(link => readCalendar(tenantId, link.id, 'live')))
      await db.inTenant(tenantId, tx => courtesy(tx, hold_id))
    },
  })

  jobs.schedule({
    name: 'calendars.read-due-calendars',
    cadence: { cron: '* * * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 2,
    safeToRepeat: 'It enqueues readings; one that waits already is not doubled.',
    run: async () => {
      const links = await due()
      await db.acrossTenants('calendars: what is to be read is enqueued', tx =>
        jobs.enqueueEach(
          tx,
          readJob,
          links.map(({ tenant_id, id }) => ({
            ...{ tenantId: tenant_id as TenantId, key: linkKey(id) },
            payload: { tenant_id, link_id: id },
          })),
        ),
      )
    },
  })
  return { readJob }

  async function due() {
    const rows = await db.acrossTenants('calendars: what is to be read', tx =>
      tx
        .selectFrom('calendar_link')
        .select(['calendar_link.tenant_id', 'calendar_link.id'])
        .where('calendar_link.state', '=', 'active')
        .where('calendar_link.next_read_at', '<=', instantSql(clock.now()))
        .execute(),
    )
    if (rows.length > 0) log.debug({ links: rows.length }, 'calendars are due to be read')
    return rows
  }
}

async function linksOfHold(tx: Tx, holdId: string) {
  const { rows } = await sql<{ resource_id: ResourceId }>`
    select distinct allocation.resource_id from allocation
    where allocation.tenant_id = ${tx.tenantId} and allocation.hold_id = ${holdId}
  `.execute(tx)
  if (rows.length === 0) return []
  return await activeLinks(tx, { purpose: 'read', resourceIds: rows.map(row => row.resource_id) })
}
