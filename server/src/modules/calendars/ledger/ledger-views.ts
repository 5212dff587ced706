import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { EntryState } from '../domain/plan-write.ts'
import type { ConflictKind, Settlement, Side } from './conflict-store.ts'

type Instant = Temporal.Instant
type Page = { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number }

/** An appointment in a calendar, with both sides. */
export type EntryView = {
  readonly id: string
  readonly appointmentId: string
  readonly appointmentReference: string
  readonly linkId: string
  readonly targetName: string
  readonly state: EntryState
  readonly desiredState: string
  readonly desiredStartsAt: Instant
  readonly desiredEndsAt: Instant
  readonly observedState: string | null
  readonly observedStartsAt: Instant | null
  readonly observedEndsAt: Instant | null
  readonly observedAt: Instant | null
  readonly externalId: string | null
  readonly externalHost: string | null
  readonly attempts: number
  readonly lastError: string | null
  readonly lastErrorAt: Instant | null
  readonly nextTryAt: Instant | null
}

const ENTRY = sql`
  select sync_entry.id, sync_entry.appointment_id as "appointmentId", appointment.reference as "appointmentReference",
    sync_entry.link_id as "linkId", calendar_link.target_name as "targetName", sync_entry.state,
    sync_entry.desired_state as "desiredState", sync_entry.desired_starts_at as "desiredStartsAt",
    sync_entry.desired_ends_at as "desiredEndsAt", sync_entry.observed_state as "observedState",
    sync_entry.observed_starts_at as "observedStartsAt", sync_entry.observed_ends_at as "observedEndsAt",
    sync_entry.observed_at as "observedAt", sync_entry.external_id as "externalId",
    sync_entry.external_host as "externalHost", sync_entry.attempts, sync_entry.last_error as "lastError",
    sync_entry.last_error_at as "lastErrorAt", sync_entry.next_try_at as "nextTryAt"
  from sync_entry
  join appointment on appointment.tenant_id = sync_entry.tenant_id and appointment.id = sync_entry.appointment_id
  join calendar_link on calendar_link.tenant_id = sync_entry.tenant_id and calendar_link.id = sync_entry.link_id`

/** Latest appointment first. */
export async function listEntries(
  tx: Tx,
  search: { states: readonly EntryState[] | null; linkId: string | null; appointmentId: string | null },
  page: Page,
): Promise<EntryView[]> {
  const { states, linkId, appointmentId } = search
  const { rows } = await sql<EntryView>`
    ${ENTRY}
    where sync_entry.tenant_id = ${tx.tenantId}
      ${states === null ? sql`` : sql`and sync_entry.state = any(${[...states]}::text[])`}
      ${linkId === null ? sql`` : sql`and sync_entry.link_id = ${linkId}`}
      ${appointmentId === null ? sql`` : sql`and sync_entry.appointment_id = ${appointmentId}`}
      ${page.after === null ? sql`` : sql`and (sync_entry.desired_starts_at, sync_entry.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`}
    order by sync_entry.desired_starts_at desc, sync_entry.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}

export async function readEntry(tx: Tx, id: string): Promise<EntryView | null> {
  const { rows } = await sql<EntryView>`
    ${ENTRY} where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** What a person is asked, with both sides. */
export type ConflictView = {
  readonly id: string
  readonly entryId: string
  readonly appointmentId: string
  readonly appointmentReference: string
  readonly attendeeName: string
  readonly targetName: string
  readonly kind: ConflictKind
  readonly ours: Side
  readonly theirs: readonly Side[] | null
  readonly detail: string | null
  readonly state: 'open' | 'settled'
  readonly settlement: Settlement | null
  readonly settledBy: string | null
  readonly settledAt: Instant | null
  readonly createdAt: Instant
}

const CONFLICT = sql`
  select calendar_conflict.id, calendar_conflict.entry_id as "entryId", sync_entry.appointment_id as "appointmentId",
    appointment.reference as "appointmentReference", appointment.attendee_name as "attendeeName",
    calendar_link.target_name as "targetName", calendar_conflict.kind, calendar_conflict.ours,
    calendar_conflict.theirs, calendar_conflict.detail, calendar_conflict.state, calendar_conflict.settlement,
    calendar_conflict.settled_by as "settledBy", calendar_conflict.settled_at as "settledAt",
    calendar_conflict.created_at as "createdAt"
  from calendar_conflict
  join sync_entry on sync_entry.tenant_id = calendar_conflict.tenant_id and sync_entry.id = calendar_conflict.entry_id
  join appointment on appointment.tenant_id = sync_entry.tenant_id and appointment.id = sync_entry.appointment_id
  join calendar_link on calendar_link.tenant_id = sync_entry.tenant_id and calendar_link.id = sync_entry.link_id`

/** Newest first. */
export async function listConflicts(
  tx: Tx,
  search: { state: 'open' | 'settled' | null },
  page: Page,
): Promise<ConflictView[]> {
  const { rows } = await sql<ConflictView>`
    ${CONFLICT}
    where calendar_conflict.tenant_id = ${tx.tenantId}
      ${search.state === null ? sql`` : sql`and calendar_conflict.state = ${search.state}`}
      ${page.after === null ? sql`` : sql`and (calendar_conflict.created_at, calendar_conflict.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`}
    order by calendar_conflict.created_at desc, calendar_conflict.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}

export async function readConflict(tx: Tx, id: string): Promise<ConflictView | null> {
  const { rows } = await sql<ConflictView>`
    ${CONFLICT} where calendar_conflict.tenant_id = ${tx.tenantId} and calendar_conflict.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}
