import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { ToolAnswer } from './tools/tool.ts'

/** Proof that a tool had its effect: the same question in the same call is answered from it (failures 45, 46). */
export type Receipt = { readonly answer: ToolAnswer; readonly entityId: string | null }

type ReceiptKey = { readonly callId: CallId; readonly tool: string; readonly key: string }

/** The call's row is locked by then, so no second request of the same call reads beside this one. */
export async function findReceipt(tx: Tx, { callId, tool, key }: ReceiptKey): Promise<Receipt | null> {
  const row = await tx
    .selectFrom('tool_receipt')
    .select(['tool_receipt.answer', 'tool_receipt.entity_id'])
    .where('tool_receipt.tenant_id', '=', tx.tenantId)
    .where('tool_receipt.call_id', '=', callId)
    .where('tool_receipt.tool', '=', tool)
    .where('tool_receipt.key', '=', key)
    .executeTakeFirst()
  return row ? { answer: row.answer as unknown as ToolAnswer, entityId: row.entity_id } : null
}

/** A corrected effect replaces the words of its receipt, never what it stands for. */
export async function saveReceipt(
  tx: Tx,
  { callId, tool, key }: ReceiptKey,
  receipt: Receipt & { at: Temporal.Instant },
): Promise<void> {
  const answer = JSON.stringify(receipt.answer)
  await tx
    .insertInto('tool_receipt')
    .values({
      call_id: callId,
      tool,
      key,
      answer,
      entity_id: receipt.entityId,
      created_at: isoText(receipt.at),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'call_id', 'tool', 'key']).doUpdateSet({ answer }))
    .execute()
}
