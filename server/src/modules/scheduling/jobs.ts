import { instantSql } from '../../platform/db/instant-sql.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
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
      const tenants = await db.acrossTenants('scheduling: whose holds are old', tx =>
        tx
          .selectFrom('hold')
          .select('hold.tenant_id')
          .distinct()
          .where('hold.expires_at', '<', instantSql(before))
          .execute(),
      )
      for (const { tenant_id } of tenants)
        await db.inTenant(tenant_id as TenantId, tx =>
          tx
            .deleteFrom('hold')
            .where('hold.tenant_id', '=', tx.tenantId)
            .where('hold.expires_at', '<', instantSql(before))
            .execute(),
        )
    },
  })
}
