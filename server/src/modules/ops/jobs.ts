import { sealEvents } from '../../platform/audit/seal-events.ts'
import { deleteOldRows } from '../../platform/db/delete-old-rows.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { Platform } from '../../platform/platform.ts'
import { purgeOutboundRequests } from '../../platform/resilience/request-log.ts'
import type { RotateSecrets } from './rotate-secrets.ts'

/** An answer is repeated for 24 hours; afterwards its key is free anyway. */
const KEYS_KEPT_HOURS = 24
const DISCARDED_KEPT_DAYS = 365
const OUTBOUND_KEPT_DAYS = 14

/** The record of changes is sealed, and what the platform keeps for a while only is deleted. */
export function scheduleRetention({ db, jobs, clock, keys }: Platform): void {
  jobs.schedule({
    name: 'ops.seal-audit-events',
    cadence: { everyMs: 5 * 60_000 },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 3,
    safeToRepeat: 'What is sealed has its place in the chain; only what has none is taken.',
    run: async () => {
      await sealEvents({ db, keys, clock })
    },
  })

  jobs.schedule({
    name: 'ops.purge-idempotency-keys',
    cadence: { cron: '20 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: KEYS_KEPT_HOURS })
      await deleteOldRows(db, { table: 'http_idempotency', by: 'created_at', before })
    },
  })

  jobs.schedule({
    name: 'ops.purge-outbound-requests',
    cadence: { cron: '50 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      await purgeOutboundRequests(db, clock.now().subtract({ hours: 24 * OUTBOUND_KEPT_DAYS }))
    },
  })

  jobs.schedule({
    name: 'ops.purge-discarded-jobs',
    cadence: { cron: '0 4 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: 24 * DISCARDED_KEPT_DAYS })
      await db.acrossTenants('ops: purge records of discarded jobs', tx =>
        tx.deleteFrom('discarded_job').where('discarded_job.discarded_at', '<', instantSql(before)).execute(),
      )
    },
  })
}

/** After the secret key was replaced nobody has to think of the rest; `askpro secrets rotate` does it at once. */
export function scheduleSealing({ jobs, log }: Platform, rotateSecrets: RotateSecrets): void {
  jobs.schedule({
    name: 'ops.seal-secrets-anew',
    cadence: { cron: '40 4 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 3,
    safeToRepeat: 'What the current keys have sealed is left as it is.',
    run: async () => {
      const rotation = await rotateSecrets({ only: null, newKeyIfBefore: null })
      if (rotation.unreadable > 0) log.warn({ rotation }, 'secrets that no accepted key opens')
    },
  })
}
