import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { CallId, TenantId } from '../../platform/ids/ids.ts'
import type { JobDefinition } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { ASSUMED_END } from './domain/call.ts'

/** A provider ends a call after two hours at the latest; what is still open then has lost its last event (failure 9). */
const LONGEST_CALL = { minutes: 130 }

const payload = z.object({ tenant_id: z.uuid(), call_id: z.uuid() })

/** Enqueued when a call begins: a call never stays "live" because an event got lost. */
export function defineEndOverdueCall({ db, jobs, live, clock }: Platform) {
  const job: JobDefinition<z.infer<typeof payload>> = jobs.define({
    name: 'calls.end-overdue-call',
    payload,
    priority: 'sync',
    maxAttempts: 12,
    safeToRepeat: 'Only a call that is still ongoing is ended.',
    run: async ({ tenant_id, call_id }) => {
      await db.inTenant(tenant_id as TenantId, async tx => {
        const { numUpdatedRows } = await tx
          .updateTable('call')
          .set({ state: 'ended', ended_at: isoText(clock.now()), disconnection_reason: ASSUMED_END })
          .where('call.tenant_id', '=', tx.tenantId)
          .where('call.id', '=', call_id)
          .where('call.state', '=', 'ongoing')
          .executeTakeFirst()
        if (numUpdatedRows > 0n) await live.announce(tx, { topic: 'call', id: call_id, call_id })
      })
    },
  })
  return async (tx: Tx, callId: CallId): Promise<void> =>
    await jobs.enqueue(
      tx,
      job,
      { tenant_id: tx.tenantId, call_id: callId },
      { runAt: clock.now().add(LONGEST_CALL), key: `calls.end-overdue-call/${callId}` },
    )
}
