import { instantSql } from '../../platform/db/instant-sql.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

/** Callers' words are not kept for ever; what was asked often comes again. */
const KEPT_DAYS = 90

export function scheduleQuestionPurge({ db, jobs, clock }: Platform): void {
  jobs.schedule({
    name: 'reception.purge-unanswered-questions',
    cadence: { cron: '30 3 * * *', zone: 'Europe/Berlin' },
    missed: 'run_once',
    priority: 'reports',
    maxAttempts: 5,
    safeToRepeat: 'What is gone is not deleted again.',
    run: async () => {
      const before = clock.now().subtract({ hours: KEPT_DAYS * 24 })
      const tenants = await db.acrossTenants('reception: whose questions are old', tx =>
        tx
          .selectFrom('unanswered_question')
          .select('unanswered_question.tenant_id')
          .distinct()
          .where('unanswered_question.asked_at', '<', instantSql(before))
          .execute(),
      )
      for (const { tenant_id } of tenants)
        await db.inTenant(tenant_id as TenantId, tx =>
          tx
            .deleteFrom('unanswered_question')
            .where('unanswered_question.tenant_id', '=', tx.tenantId)
            .where('unanswered_question.asked_at', '<', instantSql(before))
            .execute(),
        )
    },
  })
}
