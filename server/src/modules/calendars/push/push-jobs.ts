import { z } from 'zod'
import type { CalendarLinkId, TenantId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CalendarAdapters } from '../adapters.ts'
import { findChannelsToTend } from './channel-store.ts'
import { RENEWED_BEFORE, type TendChannel } from './tend-channel.ts'

export type TendJob = JobDefinition<{ tenant_id: string; link_id: string }>

export function channelKey(linkId: string): string {
  return `calendar-channel/${linkId}`
}

/** Channels are asked for, renewed and taken back by the clock. */
export function definePushJobs(
  { jobs, db, clock }: Platform,
  adapters: CalendarAdapters,
  tendChannel: TendChannel,
): { readonly tendJob: TendJob } {
  const tendJob: TendJob = jobs.define({
    name: 'calendars.tend-channel',
    payload: z.object({ tenant_id: z.uuid(), link_id: z.uuid() }),
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'A channel that lasts long enough is let be; one too many ends by itself within a week.',
    run: async ({ tenant_id, link_id }) => {
      await tendChannel(tenant_id as TenantId, link_id as CalendarLinkId)
    },
  })
  jobs.schedule({
    name: 'calendars.tend-channels',
    cadence: { everyMs: 15 * 60_000 },
    missed: 'run_once',
    priority: 'sync',
    maxAttempts: 3,
    safeToRepeat: 'It enqueues one job for each channel that is due; one that waits already is not doubled.',
    run: async () => {
      const providers = Object.values(adapters).flatMap(one => (one?.startPush ? [one.provider] : []))
      const until = clock.now().add(RENEWED_BEFORE)
      for (const { tenant_id, id } of await findChannelsToTend(db, { providers, until }))
        await db.inTenant(tenant_id as TenantId, tx =>
          jobs.enqueue(tx, tendJob, { tenant_id, link_id: id }, { key: channelKey(id) }),
        )
    },
  })
  return { tendJob }
}
