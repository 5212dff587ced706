import type { SystemTx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type InboxEventId, newId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'

export type QuarantineReason = 'unknown_number' | 'foreign_number' | 'no_number'

/** A call for nobody: kept apart, touches no tenant (failure 6). */
export async function quarantine(
  tx: SystemTx,
  entry: {
    source: string
    reason: QuarantineReason
    calledNumber: string | null
    providerCallId: string | null
    inboxId: InboxEventId | null
    at: Temporal.Instant
  },
): Promise<void> {
  await tx
    .insertInto('quarantine')
    .values({
      id: newId<'quarantine'>(),
      source: entry.source,
      reason: entry.reason,
      called_number: entry.calledNumber,
      provider_call_id: entry.providerCallId,
      inbox_id: entry.inboxId,
      request_id: currentRequestId() ?? '',
      seen_at: isoText(entry.at),
    })
    .execute()
}
