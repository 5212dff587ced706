import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type {
  AppointmentId,
  CallId,
  CustomerId,
  HoldId,
  ResourceId,
  ServiceId,
  WaitlistEntryId,
  WaitlistOfferId,
} from '../../../platform/ids/ids.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { AppointmentSource } from '../views.ts'

export type WaitlistState = 'waiting' | 'booked' | 'withdrawn' | 'lapsed'
export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn'

export type NewEntry = {
  readonly id: WaitlistEntryId
  readonly serviceId: ServiceId
  readonly customerId: CustomerId
  readonly attendeeName: string
  readonly contact: { readonly phoneE164: string | null; readonly email: string | null } | null
  readonly note: string | null
  readonly source: AppointmentSource
  readonly callId: CallId | null
  readonly actor: string
  readonly idempotencyKey: string
  readonly windows: readonly EpochRange[]
  readonly at: Temporal.Instant
}

/** False: there is one of this key. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('waitlist_entry')
    .values({
      id: entry.id,
      service_id: entry.serviceId,
      customer_id: entry.customerId,
      attendee_name: entry.attendeeName,
      contact_phone: entry.contact?.phoneE164 ?? null,
      contact_email: entry.contact?.email ?? null,
      note: entry.note?.slice(0, 2000) ?? null,
      source: entry.source,
      call_id: entry.callId,
      created_by: entry.actor,
      idempotency_key: entry.idempotencyKey,
      last_ends_at: isoText(lastEnd(entry.windows)),
      created_at: isoText(entry.at),
    })
    .onConflict(conflict => conflict.constraint('waitlist_entry_once').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** When and with whom, instead of what was said before. */
export async function replaceWishes(
  tx: Tx,
  id: WaitlistEntryId,
  { windows, staffIds }: { windows: readonly EpochRange[]; staffIds: readonly ResourceId[] },
): Promise<void> {
  for (const table of ['waitlist_window', 'waitlist_staff'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('entry_id', '=', id).execute()
  await tx
    .insertInto('waitlist_window')
    .values(
      windows.map(window => ({
        entry_id: id,
        starts_at: isoText(window.start),
        ends_at: isoText(window.end),
      })),
    )
    .execute()
  if (staffIds.length > 0)
    await tx
      .insertInto('waitlist_staff')
      .values([...new Set(staffIds)].map(resourceId => ({ entry_id: id, resource_id: resourceId })))
      .execute()
}

export async function renewEntry(tx: Tx, id: WaitlistEntryId, windows: readonly EpochRange[]): Promise<void> {
  await tx
    .updateTable('waitlist_entry')
    .set(row => ({ last_ends_at: isoText(lastEnd(windows)), version: row('waitlist_entry.version', '+', 1) }))
    .where('waitlist_entry.tenant_id', '=', tx.tenantId)
    .where('waitlist_entry.id', '=', id)
    .execute()
}

export type LockedEntry = { readonly id: WaitlistEntryId; readonly state: WaitlistState }

/** Everything about one entry and its offers happens one after another: each begins here. */
export async function lockEntry(
  tx: Tx,
  wanted: { id: WaitlistEntryId } | { idempotencyKey: string },
): Promise<LockedEntry | null> {
  let query = tx
    .selectFrom('waitlist_entry')
    .select(['waitlist_entry.id', 'waitlist_entry.state'])
    .where('waitlist_entry.tenant_id', '=', tx.tenantId)
  query =
    'id' in wanted
      ? query.where('waitlist_entry.id', '=', wanted.id)
      : query.where('waitlist_entry.idempotency_key', '=', wanted.idempotencyKey)
  const row = await query.forNoKeyUpdate().executeTakeFirst()
  return row ? { id: row.id as WaitlistEntryId, state: row.state as WaitlistState } : null
}

export async function endEntry(
  tx: Tx,
  id: WaitlistEntryId,
  end: { state: Exclude<WaitlistState, 'waiting'>; actor: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('waitlist_entry')
    .set(row => ({
      state: end.state,
      ended_at: isoText(end.at),
      ended_by: end.actor,
      version: row('waitlist_entry.version', '+', 1),
    }))
    .where('waitlist_entry.tenant_id', '=', tx.tenantId)
    .where('waitlist_entry.id', '=', id)
    .where('waitlist_entry.state', '=', 'waiting')
    .execute()
}

export type NewOffer = {
  readonly id: WaitlistOfferId
  readonly entryId: WaitlistEntryId
  readonly resourceId: ResourceId | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly holdId: HoldId
  readonly token: string
  readonly offeredAt: Temporal.Instant
  readonly deadlineAt: Temporal.Instant
}

export async function insertOffer(tx: Tx, offer: NewOffer): Promise<void> {
  await tx
    .insertInto('waitlist_offer')
    .values({
      id: offer.id,
      entry_id: offer.entryId,
      resource_id: offer.resourceId,
      starts_at: isoText(offer.startsAt),
      ends_at: isoText(offer.endsAt),
      hold_id: offer.holdId,
      token: offer.token,
      offered_at: isoText(offer.offeredAt),
      deadline_at: isoText(offer.deadlineAt),
    })
    .execute()
}

export type StoredOffer = {
  readonly id: WaitlistOfferId
  readonly entryId: WaitlistEntryId
  readonly state: OfferState
  readonly holdId: HoldId
  readonly token: string
  readonly deadlineAt: Temporal.Instant
  readonly appointmentId: AppointmentId | null
}

/** As it is; whoever changes it has locked its entry and reads it again. */
export async function readOffer(tx: Tx, id: WaitlistOfferId): Promise<StoredOffer | null> {
  const [offer] = await offersWhere(tx, sql`waitlist_offer.id = ${id}`)
  return offer ?? null
}

export async function openOfferOf(tx: Tx, entryId: WaitlistEntryId): Promise<StoredOffer | null> {
  const [offer] = await offersWhere(
    tx,
    sql`waitlist_offer.entry_id = ${entryId} and waitlist_offer.state = 'open'`,
  )
  return offer ?? null
}

export async function overdueOffers(tx: Tx, now: Temporal.Instant): Promise<StoredOffer[]> {
  return await offersWhere(
    tx,
    sql`waitlist_offer.state = 'open' and waitlist_offer.deadline_at <= ${instantSql(now)}`,
  )
}

async function offersWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<StoredOffer[]> {
  const { rows } = await sql<StoredOffer>`
    select waitlist_offer.id, waitlist_offer.entry_id as "entryId", waitlist_offer.state,
      waitlist_offer.hold_id as "holdId", waitlist_offer.token, waitlist_offer.deadline_at as "deadlineAt",
      waitlist_offer.appointment_id as "appointmentId"
    from waitlist_offer
    where waitlist_offer.tenant_id = ${tx.tenantId} and ${condition}
    order by waitlist_offer.deadline_at, waitlist_offer.id
    limit 500
  `.execute(tx)
  return rows
}

export async function settleOffer(
  tx: Tx,
  id: WaitlistOfferId,
  answer: {
    state: Exclude<OfferState, 'open'>
    actor: string
    at: Temporal.Instant
    appointmentId?: AppointmentId
  },
): Promise<void> {
  await tx
    .updateTable('waitlist_offer')
    .set({
      state: answer.state,
      answered_at: isoText(answer.at),
      answered_by: answer.actor,
      appointment_id: answer.appointmentId ?? null,
    })
    .where('waitlist_offer.tenant_id', '=', tx.tenantId)
    .where('waitlist_offer.id', '=', id)
    .where('waitlist_offer.state', '=', 'open')
    .execute()
}

export async function countUnanswered(tx: Tx, entryId: WaitlistEntryId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from waitlist_offer
    where waitlist_offer.tenant_id = ${tx.tenantId} and waitlist_offer.entry_id = ${entryId}
      and waitlist_offer.state = 'expired'
  `.execute(tx)
  return rows[0]?.count ?? 0
}

function lastEnd(windows: readonly EpochRange[]): number {
  return Math.max(...windows.map(window => window.end))
}
