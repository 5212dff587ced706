import { deleteOldRows } from '../../platform/db/delete-old-rows.ts'
import type { Platform } from '../../platform/platform.ts'

/** A proof counts in its call only; the rest is for whoever asks later what happened. */
const KEPT_DAYS = 30

export function scheduleProofPurge({ db, jobs, clock }: Platform): void {
  jobs.schedule({
    name: 'customers.purge-one-time-codes',
    cadence: { cron: '30 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: KEPT_DAYS * 24 })
      await deleteOldRows(db, { table: 'one_time_code', by: 'created_at', before })
    },
  })
}
