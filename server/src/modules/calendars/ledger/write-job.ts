import { z } from 'zod'
import type { SyncEntryId, TenantId } from '../../../platform/ids/ids.ts'
import type { JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WriteEntry } from './attempt.ts'

type Payload = { tenant_id: string; entry_id: string }
export type WriteJob = JobDefinition<Payload>

/** The one writer (failure 59): whatever wants something written enqueues this. */
export function defineWriteJob({ jobs }: Pick<Platform, 'jobs'>, writeEntry: WriteEntry): WriteJob {
  return jobs.define<Payload>({
    name: 'calendars.write-appointment',
    payload: z.object({ tenant_id: z.uuid(), entry_id: z.uuid() }),
    priority: 'sync',
    maxAttempts: 6,
    safeToRepeat: 'It begins at what is there: what was begun without an answer is looked for first.',
    run: async ({ tenant_id, entry_id }) => await writeEntry(tenant_id as TenantId, entry_id as SyncEntryId),
  })
}

/** One waiting job for an entry, whoever asks for it. */
export function entryKey(entryId: string): string {
  return `sync-entry/${entryId}`
}
