import { z } from 'zod'
import type { CalendarLinkId, TenantId } from '../../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { CompareLink } from './compare-link.ts'

type Payload = { tenant_id: string; link_id: string }
export type CompareJob = JobDefinition<Payload>

/** One waiting comparison of a link, whoever asks for it. */
export function compareKey(linkId: string): string {
  return `calendar-drift/${linkId}`
}

/** Comparing by the clock, and when somebody asks for it. */
export function defineDriftJobs({ jobs, db }: Pick<Platform, 'jobs' | 'db'>, compareLink: CompareLink) {
  const compareJob = jobs.define<Payload>({
    name: 'calendars.compare-free-times',
    payload: z.object({ tenant_id: z.uuid(), link_id: z.uuid() }),
    priority: 'reports',
    maxAttempts: 3,
    safeToRepeat: 'It compares and notes what it found; nothing else follows from it.',
    run: async ({ tenant_id, link_id }, { last }) => {
      const answer = await compareLink(tenant_id as TenantId, link_id as CalendarLinkId)
      // What may pass is tried again; the page shows why it failed meanwhile.
      if ((answer?.kind === 'later' || answer?.kind === 'unclear') && !last) throw new Error(answer.detail)
    },
  })

  jobs.schedule({
    name: 'calendars.compare-all-free-times',
    cadence: { cron: '35 4 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 2,
    safeToRepeat: 'It enqueues comparisons; one that waits already is not doubled.',
    run: async () =>
      await db.acrossTenants('calendars: which event types are compared', async tx => {
        const links = await tx
          .selectFrom('calendar_link')
          .innerJoin('calendar_connection', join =>
            join
              .onRef('calendar_connection.tenant_id', '=', 'calendar_link.tenant_id')
              .onRef('calendar_connection.id', '=', 'calendar_link.connection_id'),
          )
          .select(['calendar_link.tenant_id', 'calendar_link.id'])
          .where('calendar_link.state', '=', 'active')
          .where('calendar_link.target', 'like', 'event_type/%')
          .where('calendar_connection.provider', '=', 'calcom')
          .where('calendar_connection.state', '<>', 'off')
          .execute()
        await jobs.enqueueEach(
          tx,
          compareJob,
          links.map(({ tenant_id, id }) => ({
            payload: { tenant_id, link_id: id },
            tenantId: tenant_id as TenantId,
            key: compareKey(id),
          })),
        )
      }),
  })
  return { compareJob }
}
