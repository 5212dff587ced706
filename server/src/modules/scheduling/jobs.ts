import { deleteOldRows } from '../../platform/db/delete-old-rows.ts'
import type { Platform } from '../../platform/platform.ts'

/** Expired holds go when somebody wants their place; those that nobody wants go the day after. */
const KEPT_HOURS = 24

export function scheduleHoldPurge({ db, jobs, clock }: Platform): void {
  jobs.schedule({
    name: 'scheduling.purge-expired-holds',
    cadence: { cron: '30 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again; a hold that became an appointment is gone too.',
    run: async () => {
      const before = clock.now().subtract({ hours: KEPT_HOURS })
      await deleteOldRows(db, { table: 'hold', by: 'expires_at', before })
    },
  })
}
