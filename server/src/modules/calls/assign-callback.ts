import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CallbackRequestId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'

/** Who is to call back; null: nobody in particular. Only somebody who works there can. Said again, nothing changes. */
export function createAssignCallback({ live }: Platform) {
  return async function assignCallback(
    tx: Tx,
    id: CallbackRequestId,
    assignee: string | null,
  ): Promise<'assigned' | 'unknown-assignee'> {
    if (assignee !== null && !(await worksHere(tx, assignee))) return 'unknown-assignee'
    const { numUpdatedRows } = await tx
      .updateTable('callback_request')
      .set({ assigned_to: assignee })
      .where('callback_request.tenant_id', '=', tx.tenantId)
      .where('callback_request.id', '=', id)
      .where('callback_request.assigned_to', 'is distinct from', assignee)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await live.announce(tx, { topic: 'callback-request', id, call_id: null })
    return 'assigned'
  }
}

async function worksHere(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from resource
    where resource.tenant_id = ${tx.tenantId} and resource.id = ${id} and resource.kind = 'staff'
  `.execute(tx)
  return rows.length > 0
}
