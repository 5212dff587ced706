import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/database.ts'
import { isoText } from '../../../../platform/db/instant-sql.ts'
import { type CalendarConnectionId, newId } from '../../../../platform/ids/ids.ts'
import type { Applied } from './choices.ts'

/** Several people may decide at once: what each sees and picks is applied before the next one's is compared. */
export async function lockImport(tx: Tx, connectionId: CalendarConnectionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar-import/${connectionId}`}, 0))`.execute(
    tx,
  )
}

/** On record: who took over what, with the values before and after. */
export async function recordImport(
  tx: Tx,
  done: {
    connectionId: CalendarConnectionId
    actor: string
    at: Temporal.Instant
    changes: readonly Applied[]
  },
): Promise<void> {
  await sql`
    insert into calendar_import (id, connection_id, actor, applied_at, changes)
    values (${newId()}, ${done.connectionId}, ${done.actor}, ${isoText(done.at)}, ${JSON.stringify(done.changes)}::jsonb)
  `.execute(tx)
}

export type ImportRecord = {
  readonly id: string
  readonly actor: string
  readonly appliedAt: Temporal.Instant
  readonly changes: Applied[]
}

/** Newest first. */
export async function listImports(
  tx: Tx,
  connectionId: CalendarConnectionId,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select calendar_import.id, calendar_import.actor, calendar_import.applied_at as "appliedAt", calendar_import.changes
    from calendar_import
    where calendar_import.tenant_id = ${tx.tenantId} and calendar_import.connection_id = ${connectionId}
      ${page.after === null ? sql`` : sql`and (calendar_import.applied_at, calendar_import.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`}
    order by calendar_import.applied_at desc, calendar_import.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}
