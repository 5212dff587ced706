import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Clock } from '../time/clock.ts'

/** What was processed is in our tables; what was not may still be wanted, and is kept longer. */
const KEPT_DAYS = { processed: 30, dead: 90 }
const AT_ONCE = 1000

/** Every night the bodies of old events go; that they came, and what became of them, stays. */
export function scheduleRetention({ db, jobs, clock }: { db: Database; jobs: Jobs; clock: Clock }): void {
  jobs.schedule({
    name: 'platform.remove-inbox-bodies',
    cadence: { cron: '40 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'A body that was removed is not removed again.',
    run: async () => {
      while ((await removeBodies(db, clock.now())) === AT_ONCE);
    },
  })
}

/** Returns how many went; in portions, so that no transaction holds many rows. */
async function removeBodies(db: Database, now: Temporal.Instant): Promise<number> {
  const before = (days: number): string => now.subtract({ hours: 24 * days }).toString()
  const { numAffectedRows } = await db.acrossTenants('inbox: remove old bodies', tx =>
    sql`
      with old as (
        select inbox.id from inbox
        where inbox.body_removed_at is null
          and (inbox.processed_at < ${before(KEPT_DAYS.processed)}::timestamptz
            or inbox.dead_at < ${before(KEPT_DAYS.dead)}::timestamptz)
        limit ${AT_ONCE}
        for update skip locked
      )
      update inbox set body = '', headers = '{}', body_removed_at = ${now.toString()}::timestamptz
      from old where inbox.id = old.id
    `.execute(tx),
  )
  return Number(numAffectedRows ?? 0)
}
