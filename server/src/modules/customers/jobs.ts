import { instantSql } from '../../platform/db/instant-sql.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
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
      const tenants = await db.acrossTenants('customers: whose codes are old', tx =>
        tx
          .selectFrom('one_time_code')
          .select('one_time_code.tenant_id')
          .distinct()
          .where('one_time_code.created_at', '<', instantSql(before))
          .execute(),
      )
      for (const { tenant_id } of tenants)
        await db.inTenant(tenant_id as TenantId, tx =>
          tx
            .deleteFrom('one_time_code')
            .where('one_time_code.tenant_id', '=', tx.tenantId)
            .where('one_time_code.created_at', '<', instantSql(before))
            .execute(),
        )
    },
  })
}
