import { instantSql } from '../../platform/db/instant-sql.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Attempts } from './accounts/attempts.ts'
import type { PasskeyChallenges } from './accounts/passkey-challenges.ts'
import type { UsedCodes } from './accounts/used-codes.ts'

/** Sessions, challenges and counts of tries that are over. */
export function defineIdentityJobs(
  { db, jobs, clock }: Platform,
  {
    attempts,
    usedCodes,
    challenges,
  }: { attempts: Attempts; usedCodes: UsedCodes; challenges: PasskeyChallenges },
): void {
  jobs.schedule({
    name: 'identity.forget-old-logins',
    cadence: { cron: '10 4 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'It deletes what is over; a second run finds nothing.',
    run: async () => {
      const now = instantSql(clock.now())
      await db.acrossTenants('identity: forget old logins', async tx => {
        await tx.deleteFrom('user_session').where('user_session.expires_at', '<', now).execute()
        await tx.deleteFrom('user_verification').where('user_verification.expires_at', '<', now).execute()
        await attempts.forget(tx)
        await usedCodes.forget(tx)
        await challenges.forget(tx)
      })
    },
  })
}
