import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import {
  type AppointmentId,
  type CalendarLinkId,
  newId,
  type SyncEntryId,
} from '../../../platform/ids/ids.ts'
import type { EntryState, PlannedEntry, Standing } from '../domain/plan-write.ts'
import { referenceOf } from '../domain/reference.ts'
import type { WrittenEvent } from '../port.ts'

/** How one appointment should stand in one calendar, and how it stands there as far as we know. */
export type SyncEntry = PlannedEntry & {
  readonly id: SyncEntryId
  readonly appointmentId: AppointmentId
  readonly linkId: CalendarLinkId
  readonly reference: string
  readonly desiredVersion: number
  readonly observedVersion: number | null
  readonly written: WrittenEvent | null
  readonly lease: string | null
  readonly seen: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant } | null
  readonly attempts: number
  readonly lastError: string | null
  readonly nextTryAt: Temporal.Instant | null
}

type Row = {
  id: SyncEntryId
  appointment_id: AppointmentId
  link_id: CalendarLinkId
  reference: string
  desired_version: number
  desired_state: Standing['state']
  desired_starts_at: Temporal.Instant
  desired_ends_at: Temporal.Instant
  observed_version: number | null
  observed_state: Standing['state'] | null
  observed_starts_at: Temporal.Instant | null
  observed_ends_at: Temporal.Instant | null
  external_id: string | null
  external_uid: string | null
  external_version: string | null
  external_host: string | null
  state: EntryState
  attempting: PlannedEntry['attempting']
  lease: string | null
  lease_until: Temporal.Instant | null
  seen_starts_at: Temporal.Instant | null
  seen_ends_at: Temporal.Instant | null
  attempts: number
  last_error: string | null
  next_try_at: Temporal.Instant | null
}

/** Everything that changes one entry happens one after another: each begins here. */
export async function lockEntry(tx: Tx, id: SyncEntryId): Promise<SyncEntry | null> {
  const { rows } = await sql<Row>`
    select sync_entry.id, sync_entry.appointment_id, sync_entry.link_id, sync_entry.reference,
      sync_entry.desired_version, sync_entry.desired_state, sync_entry.desired_starts_at, sync_entry.desired_ends_at,
      sync_entry.observed_version, sync_entry.observed_state, sync_entry.observed_starts_at,
      sync_entry.observed_ends_at, sync_entry.external_id, sync_entry.external_uid, sync_entry.external_version,
      sync_entry.external_host, sync_entry.state, sync_entry.attempting, sync_entry.lease, sync_entry.lease_until,
      sync_entry.seen_starts_at, sync_entry.seen_ends_at, sync_entry.attempts, sync_entry.last_error,
      sync_entry.next_try_at
    from sync_entry
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${id}
    for update
  `.execute(tx)
  return rows[0] ? toEntry(rows[0]) : null
}

function toEntry(row: Row): SyncEntry {
  const { observed_state, observed_starts_at, observed_ends_at, external_id, seen_starts_at, seen_ends_at } =
    row
  return {
    id: row.id,
    appointmentId: row.appointment_id,
    linkId: row.link_id,
    reference: row.reference,
    desiredVersion: row.desired_version,
    desired: { state: row.desired_state, startsAt: row.desired_starts_at, endsAt: row.desired_ends_at },
    observedVersion: row.observed_version,
    observed:
      observed_state && observed_starts_at && observed_ends_at
        ? { state: observed_state, startsAt: observed_starts_at, endsAt: observed_ends_at }
        : null,
    written:
      external_id === null
        ? null
        : {
            id: external_id,
            uid: row.external_uid,
            version: row.external_version,
            state: observed_state === 'requested' ? 'requested' : 'confirmed',
            host: row.external_host,
          },
    isWritten: external_id !== null,
    state: row.state,
    attempting: row.attempting,
    lease: row.lease,
    leaseUntil: row.lease_until,
    seen: seen_starts_at && seen_ends_at ? { startsAt: seen_starts_at, endsAt: seen_ends_at } : null,
    attempts: row.attempts,
    lastError: row.last_error,
    nextTryAt: row.next_try_at,
  }
}

export type DesiredEntry = {
  readonly appointmentId: AppointmentId
  readonly linkId: CalendarLinkId
  readonly version: number
  readonly desired: Standing
}

/**
 * Enters how appointments should stand, in one statement. What stands entered so already is not among the answers. What
 * it should be now ends what was wrong with what it should have been.
 */
export async function enterDesired(
  tx: Tx,
  wishes: readonly DesiredEntry[],
  now: Temporal.Instant,
): Promise<SyncEntryId[]> {
  if (wishes.length === 0) return []
  const each = <Value>(of: (wish: DesiredEntry) => Value): Value[] => wishes.map(of)
  const { rows } = await sql<{ id: SyncEntryId }>`
    insert into sync_entry (id, appointment_id, link_id, reference, desired_version, desired_state, desired_starts_at,
      desired_ends_at, next_try_at, created_at)
    select wish.id, wish.appointment_id, wish.link_id, wish.reference, wish.version, wish.state, wish.starts_at,
      wish.ends_at, ${isoText(now)}::timestamptz, ${isoText(now)}::timestamptz
    from unnest(${each(() => newId<'sync-entry'>())}::uuid[], ${each(wish => wish.appointmentId)}::uuid[],
      ${each(wish => wish.linkId)}::uuid[], ${each(wish => referenceOf(wish.appointmentId, wish.linkId))}::text[],
      ${each(wish => wish.version)}::integer[], ${each(wish => wish.desired.state)}::text[],
      ${each(wish => isoText(wish.desired.startsAt))}::timestamptz[],
      ${each(wish => isoText(wish.desired.endsAt))}::timestamptz[])
      as wish (id, appointment_id, link_id, reference, version, state, starts_at, ends_at)
    on conflict (tenant_id, appointment_id, link_id) do update
      set desired_version = excluded.desired_version, desired_state = excluded.desired_state,
        desired_starts_at = excluded.desired_starts_at, desired_ends_at = excluded.desired_ends_at,
        state = case when sync_entry.attempting is null then 'pending' else 'unclear' end,
        attempts = 0, next_try_at = excluded.next_try_at
      where sync_entry.desired_version <= excluded.desired_version
        and (sync_entry.desired_state, sync_entry.desired_starts_at, sync_entry.desired_ends_at)
          is distinct from (excluded.desired_state, excluded.desired_starts_at, excluded.desired_ends_at)
    returning sync_entry.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whoever writes takes it first; what they are about to do stands there before it is done. */
export async function takeLease(
  tx: Tx,
  entry: Pick<SyncEntry, 'id'>,
  taken: { attempting: NonNullable<SyncEntry['attempting']>; lease: string; until: Temporal.Instant },
): Promise<void> {
  await sql`
    update sync_entry
    set attempting = ${taken.attempting}, lease = ${taken.lease}, lease_until = ${isoText(taken.until)},
      next_try_at = ${isoText(taken.until)}
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${entry.id}
  `.execute(tx)
}

/** Whoever comes next need not wait for the lease to end, and looks first for what was begun under it. */
export async function endLease(
  tx: Tx,
  id: SyncEntryId,
  ended: { lease: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update sync_entry set lease = null, lease_until = null, next_try_at = ${isoText(ended.at)}
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${id} and sync_entry.lease = ${ended.lease}
  `.execute(tx)
}

/** What is known after an attempt. The lease ends with it. */
export type Settled = {
  readonly state: EntryState
  readonly attempting?: SyncEntry['attempting']
  /** Left out: as before. */
  readonly observed?: Standing | null
  readonly version?: number | null
  readonly written?: WrittenEvent | null
  readonly error?: string | null
  readonly attempts: number
  readonly nextTryAt: Temporal.Instant | null
  readonly at: Temporal.Instant
}

export async function settleEntry(tx: Tx, id: SyncEntryId, settled: Settled): Promise<void> {
  const { observed, written, at } = settled
  const time = (instant: Temporal.Instant | null | undefined) =>
    instant ? instantSql(instant) : sql`null::timestamptz`
  await sql`
    update sync_entry
    set state = ${settled.state}, attempting = ${settled.attempting ?? null}, lease = null, lease_until = null,
      seen_starts_at = null, seen_ends_at = null, attempts = ${settled.attempts},
      next_try_at = ${time(settled.nextTryAt)}
      ${
        observed === undefined
          ? sql``
          : sql`, observed_state = ${observed?.state ?? null}, observed_starts_at = ${time(observed?.startsAt)},
              observed_ends_at = ${time(observed?.endsAt)}, observed_at = ${time(at)},
              observed_version = ${settled.version ?? null}`
      }
      ${
        written === undefined
          ? sql``
          : sql`, external_id = ${written?.id ?? null}, external_uid = ${written?.uid ?? null},
              external_version = ${written?.version ?? null},
              external_host = coalesce(${written?.host ?? null}, sync_entry.external_host)`
      }
      ${
        settled.error === undefined
          ? sql``
          : sql`, last_error = ${settled.error}, last_error_at = ${settled.error === null ? sql`null` : time(at)}`
      }
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = ${id}
  `.execute(tx)
}
