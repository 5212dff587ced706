import type { Tx } from '../../platform/db/database.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { MessageState } from './store.ts'

export type MessageView = {
  readonly id: string
  readonly channel: string
  readonly kind: string
  readonly recipient: string | null
  readonly subject: string | null
  readonly state: MessageState
  readonly reason: string | null
  readonly sentAt: Temporal.Instant | null
  /** The request that caused it; null for messages of older versions. */
  readonly requestId: string | null
}

export async function messagesOfCall(tx: Tx, callId: CallId): Promise<MessageView[]> {
  const rows = await tx
    .selectFrom('message')
    .select([
      'message.id',
      'message.channel',
      'message.kind',
      'message.recipient',
      'message.subject',
      'message.state',
      'message.reason',
      'message.sent_at',
      'message.request_id',
    ])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.call_id', '=', callId)
    .orderBy('message.created_at')
    .execute()
  return rows.map(({ sent_at, request_id, ...row }) => ({
    ...row,
    state: row.state as MessageState,
    sentAt: sent_at,
    requestId: request_id,
  }))
}
