import { instantSql } from '../../platform/db/instant-sql.ts'
import type { Platform } from '../../platform/platform.ts'

/** Numbers of people who called nobody: long enough to notice a number that was forgotten. */
const KEPT_DAYS = 30

export function scheduleQuarantinePurge({ db, jobs, clock }: Platform): void {
  jobs.schedule({
    name: 'voice.purge-quarantine',
    cadence: { cron: '50 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: 24 * KEPT_DAYS })
      await db.acrossTenants('voice: purge the quarantine', tx =>
        tx.deleteFrom('quarantine').where('quarantine.seen_at', '<', instantSql(before)).execute(),
      )
    },
  })
}
