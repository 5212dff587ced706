import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { CallbackRequestId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

export type CallbackState = 'open' | 'done' | 'dropped'
export type CallbackPriority = 'normal' | 'high'

/** Somebody called back, or will not; or the request is taken up again. Said again, nothing changes. */
export function createSettleCallback({ clock, live }: Platform) {
  return async function settleCallback(
    tx: Tx,
    id: CallbackRequestId,
    wish: { state: CallbackState; actor: string },
  ): Promise<'settled' | 'unknown'> {
    const row = await tx
      .selectFrom('callback_request')
      .select(['callback_request.state', 'callback_request.call_id'])
      .where('callback_request.tenant_id', '=', tx.tenantId)
      .where('callback_request.id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return 'unknown'
    if (row.state === wish.state) return 'settled'
    const open = wish.state === 'open'
    await tx
      .updateTable('callback_request')
      .set({
        state: wish.state,
        settled_at: open ? null : isoText(clock.now()),
        settled_by: open ? null : wish.actor,
      })
      .where('callback_request.tenant_id', '=', tx.tenantId)
      .where('callback_request.id', '=', id)
      .execute()
    await live.announce(tx, { topic: 'callback-request', id, call_id: row.call_id })
    return 'settled'
  }
}
