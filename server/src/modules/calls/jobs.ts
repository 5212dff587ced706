import { instantSql, isoText } from '../../platform/db/instant-sql.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { callbackOverdue } from './events.ts'

/**
 * Nobody is called back too late unseen: what is overdue gets a high priority, once; open pages hear of it, and so
 * does whoever follows the event.
 */
export function scheduleCallbackEscalation({ db, jobs, live, clock }: Platform): void {
  jobs.schedule({
    name: 'calls.escalate-overdue-callbacks',
    cadence: { cron: '*/5 * * * *', zone: 'Europe/Berlin' },
    missed: 'skip',
    priority: 'sync',
    maxAttempts: 5,
    safeToRepeat: 'Only what has not been escalated is.',
    run: async () => {
      const now = clock.now()
      const tenants = await db.acrossTenants('calls: who has overdue callbacks', tx =>
        tx
          .selectFrom('callback_request')
          .select('callback_request.tenant_id')
          .distinct()
          .where('callback_request.state', '=', 'open')
          .where('callback_request.escalated_at', 'is', null)
          .where('callback_request.due_at', '<', instantSql(now))
          .execute(),
      )
      for (const { tenant_id } of tenants)
        await db.inTenant(tenant_id as TenantId, async tx => {
          const overdue = await tx
            .updateTable('callback_request')
            .set({ priority: 'high', escalated_at: isoText(now) })
            .where('callback_request.tenant_id', '=', tx.tenantId)
            .where('callback_request.state', '=', 'open')
            .where('callback_request.escalated_at', 'is', null)
            .where('callback_request.due_at', '<', instantSql(now))
            .returning(['callback_request.id', 'callback_request.call_id'])
            .execute()
          for (const { id, call_id } of overdue) {
            await live.announce(tx, { topic: 'callback-request', id, call_id })
            await jobs.publish(tx, callbackOverdue, { tenant_id, callback_request_id: id })
          }
        })
    },
  })
}
