import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type CallbackRequestId, type CallId, newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { createRecordFact } from './record-fact.ts'

export type CallbackWish = {
  readonly callId: CallId
  readonly reason: string
  readonly wantedWhen: string | null
  readonly dueAt: Temporal.Instant
  readonly name: string | null
  readonly phoneE164: string | null
}

/** Somebody must call back. Everything but the call is optional: the failsafe of every other path ends here. */
export function createRequestCallback({ live }: Platform, recordFact: ReturnType<typeof createRecordFact>) {
  return async function requestCallback(tx: Tx, wish: CallbackWish): Promise<CallbackRequestId> {
    const id = newId<'callback-request'>()
    await tx
      .insertInto('callback_request')
      .values({
        id,
        call_id: wish.callId,
        reason: wish.reason.slice(0, 1000),
        wanted_when: wish.wantedWhen?.slice(0, 200) ?? null,
        due_at: isoText(wish.dueAt),
        name: wish.name,
        phone_e164: wish.phoneE164,
      })
      .execute()
    await recordFact(tx, { callId: wish.callId, kind: 'callback', entityId: id })
    await live.announce(tx, { topic: 'callback-request', id, call_id: wish.callId })
    return id
  }
}

/** What is said later about a callback already noted: only what was missing is filled in, the rest replaced. */
export function createCompleteCallback({ live }: Platform) {
  return async function completeCallback(
    tx: Tx,
    id: string,
    wish: Omit<CallbackWish, 'callId'>,
  ): Promise<CallbackRequestId> {
    await tx
      .updateTable('callback_request')
      .set({
        reason: wish.reason.slice(0, 1000),
        due_at: isoText(wish.dueAt),
        ...(wish.wantedWhen === null ? {} : { wanted_when: wish.wantedWhen.slice(0, 200) }),
        ...(wish.name === null ? {} : { name: wish.name }),
        ...(wish.phoneE164 === null ? {} : { phone_e164: wish.phoneE164 }),
      })
      .where('callback_request.tenant_id', '=', tx.tenantId)
      .where('callback_request.id', '=', id)
      .execute()
    await live.announce(tx, { topic: 'callback-request', id, call_id: null })
    return id as CallbackRequestId
  }
}
