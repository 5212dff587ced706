import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type CalendarConflictId, newId, type SyncEntryId } from '../../../platform/ids/ids.ts'

export const CONFLICT_KINDS = [
  'taken',
  'refused',
  'moved_outside',
  'removed_outside',
  'past',
  'doubled',
] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]
export type Settlement = 'kept_ours' | 'took_theirs' | 'left_as_it_is' | 'by_itself'

/** One side of a conflict, as it is shown. */
export type Side = {
  readonly state: string
  readonly starts_at: string
  readonly ends_at: string
  readonly title?: string | null
}

/** Asks a person. What an entry asks already is brought up to date; nobody is asked twice. */
export async function openConflict(
  tx: Tx,
  conflict: {
    entryId: SyncEntryId
    kind: ConflictKind
    ours: Side
    theirs: readonly Side[]
    detail: string | null
    at: Temporal.Instant
  },
): Promise<void> {
  const theirs = conflict.theirs.length === 0 ? null : JSON.stringify(conflict.theirs)
  await sql`
    insert into calendar_conflict (id, entry_id, kind, ours, theirs, detail, created_at)
    values (${newId<'calendar-conflict'>()}, ${conflict.entryId}, ${conflict.kind}, ${JSON.stringify(conflict.ours)}::jsonb,
      ${theirs}::jsonb, ${conflict.detail?.slice(0, 500) ?? null}, ${isoText(conflict.at)})
    on conflict (tenant_id, entry_id) where state = 'open' do update
      set kind = excluded.kind, ours = excluded.ours, theirs = excluded.theirs, detail = excluded.detail
  `.execute(tx)
}

/** What entries asked answers itself: both sides agree, or it should stand otherwise by now. */
export async function settleByItself(
  tx: Tx,
  entryIds: readonly SyncEntryId[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update calendar_conflict
    set state = 'settled', settlement = 'by_itself', settled_by = 'calendar', settled_at = ${isoText(at)}
    where calendar_conflict.tenant_id = ${tx.tenantId} and calendar_conflict.state = 'open'
      and calendar_conflict.entry_id = any(${[...entryIds]}::uuid[])
  `.execute(tx)
}

/** False: somebody settled it before. */
export async function settleConflictRow(
  tx: Tx,
  settled: { id: CalendarConflictId; settlement: Settlement; by: string; at: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update calendar_conflict
    set state = 'settled', settlement = ${settled.settlement}, settled_by = ${settled.by},
      settled_at = ${isoText(settled.at)}
    where calendar_conflict.tenant_id = ${tx.tenantId} and calendar_conflict.id = ${settled.id}
      and calendar_conflict.state = 'open'
  `.execute(tx)
  return numAffectedRows === 1n
}
