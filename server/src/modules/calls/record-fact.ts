import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type CallId, newId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { FactKind } from './domain/outcome.ts'

/** Written by whoever achieved something in a call, in the same transaction. The same fact twice is one. */
export function createRecordFact({ clock, live }: Platform) {
  return async function recordFact(
    tx: Tx,
    fact: { callId: CallId; kind: FactKind; entityId: string | null },
  ): Promise<void> {
    await tx
      .insertInto('call_fact')
      .values({
        id: newId<'call-fact'>(),
        call_id: fact.callId,
        kind: fact.kind,
        entity_id: fact.entityId,
        at: isoText(clock.now()),
      })
      .onConflict(conflict => conflict.constraint('call_fact_once').doNothing())
      .execute()
    await live.announce(tx, { topic: 'call', id: fact.callId, call_id: fact.callId })
  }
}
