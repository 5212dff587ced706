import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type {
  AppointmentId,
  CustomerId,
  ServiceId,
  WaitlistEntryId,
  WaitlistOfferId,
} from '../../../platform/ids/ids.ts'
import type { TierEffects } from '../../customers/index.ts'
import type { Waiting } from '../domain/waitlist.ts'
import type { OfferState, WaitlistState } from './waitlist-store.ts'

export type WaitingEntry = Waiting & { readonly entryId: WaitlistEntryId; readonly effects: TierEffects }

/** Whoever waits for a service and has no open offer. */
export async function readWaiting(
  tx: Tx,
  { serviceId, now }: { serviceId: ServiceId; now: Temporal.Instant },
): Promise<WaitingEntry[]> {
  const { rows } = await sql<Omit<WaitingEntry, 'effects'> & { horizon: number; waives: boolean }>`
    select waitlist_entry.id as "entryId", coalesce(vip_tier.waitlist_priority, 0) as priority,
      coalesce(vip_tier.extra_horizon_days, 0) as horizon, coalesce(vip_tier.waives_notice, false) as waives,
      (extract(epoch from waitlist_entry.created_at) * 1000)::float8 as "createdAt",
      (select count(*)::integer from waitlist_offer
        where waitlist_offer.tenant_id = waitlist_entry.tenant_id
          and waitlist_offer.entry_id = waitlist_entry.id and waitlist_offer.state = 'expired') as unanswered,
      (select coalesce(json_agg((extract(epoch from waitlist_offer.starts_at) * 1000)::bigint), '[]')
        from waitlist_offer
        where waitlist_offer.tenant_id = waitlist_entry.tenant_id
          and waitlist_offer.entry_id = waitlist_entry.id) as offered,
      (select coalesce(json_agg(json_build_object(
          'start', (extract(epoch from waitlist_window.starts_at) * 1000)::bigint,
          'end', (extract(epoch from waitlist_window.ends_at) * 1000)::bigint)), '[]')
        from waitlist_window
        where waitlist_window.tenant_id = waitlist_entry.tenant_id
          and waitlist_window.entry_id = waitlist_entry.id) as windows,
      (select coalesce(json_agg(waitlist_staff.resource_id), '[]')
        from waitlist_staff
        where waitlist_staff.tenant_id = waitlist_entry.tenant_id
          and waitlist_staff.entry_id = waitlist_entry.id) as "staffIds"
    from waitlist_entry
    join customer on customer.tenant_id = waitlist_entry.tenant_id and customer.id = waitlist_entry.customer_id
    left join vip_tier on vip_tier.tenant_id = customer.tenant_id and vip_tier.id = customer.vip_tier_id
    where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.service_id = ${serviceId}
      and waitlist_entry.state = 'waiting' and waitlist_entry.last_ends_at > ${instantSql(now)}
      and not exists (
        select from waitlist_offer
        where waitlist_offer.tenant_id = waitlist_entry.tenant_id
          and waitlist_offer.entry_id = waitlist_entry.id and waitlist_offer.state = 'open')
    order by coalesce(vip_tier.waitlist_priority, 0) desc, waitlist_entry.created_at
    limit 1000
  `.execute(tx)
  return rows.map(({ horizon, waives, ...row }) => ({
    ...row,
    effects: {
      extraHorizonDays: horizon,
      notice: waives ? 'waived' : 'kept',
      waitlistPriority: row.priority,
    },
  }))
}

export async function servicesWaitedFor(tx: Tx, now: Temporal.Instant): Promise<ServiceId[]> {
  const { rows } = await sql<{ id: ServiceId }>`
    select distinct waitlist_entry.service_id as id from waitlist_entry
    where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.state = 'waiting'
      and waitlist_entry.last_ends_at > ${instantSql(now)}
    order by id
  `.execute(tx)
  return rows.map(row => row.id)
}

export type OfferView = {
  readonly id: WaitlistOfferId
  readonly state: OfferState
  readonly starts_at: string
  readonly ends_at: string
  readonly staff: string | null
  readonly offered_at: string
  readonly deadline_at: string
  readonly answered_at: string | null
  readonly answered_by: string | null
  readonly appointment_id: AppointmentId | null
}

/** An entry with what was offered for it, in order. */
export type EntryView = {
  readonly id: WaitlistEntryId
  readonly state: WaitlistState
  readonly service: { readonly id: ServiceId; readonly name: string }
  readonly customerId: CustomerId
  readonly attendeeName: string
  readonly contactPhone: string | null
  readonly contactEmail: string | null
  readonly note: string | null
  readonly source: 'phone' | 'web' | 'api' | 'staff'
  readonly callId: string | null
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
  readonly endedAt: Temporal.Instant | null
  readonly version: number
  readonly zone: string
  readonly priority: number
  readonly windows: ReadonlyArray<{ readonly starts_at: string; readonly ends_at: string }>
  readonly staff: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly offers: readonly OfferView[]
}

const ENTRY = sql`
  select waitlist_entry.id, waitlist_entry.state, waitlist_entry.customer_id as "customerId",
    json_build_object('id', service.id, 'name', service.name) as service,
    waitlist_entry.attendee_name as "attendeeName", waitlist_entry.contact_phone as "contactPhone",
    waitlist_entry.contact_email as "contactEmail", waitlist_entry.note, waitlist_entry.source,
    waitlist_entry.call_id as "callId", waitlist_entry.created_at as "createdAt",
    waitlist_entry.created_by as "createdBy", waitlist_entry.ended_at as "endedAt", waitlist_entry.version,
    (select location.time_zone from location where location.tenant_id = waitlist_entry.tenant_id
      order by location.id limit 1) as zone,
    coalesce(vip_tier.waitlist_priority, 0) as priority,
    (select coalesce(json_agg(json_build_object('starts_at', waitlist_window.starts_at,
        'ends_at', waitlist_window.ends_at) order by waitlist_window.starts_at), '[]')
      from waitlist_window
      where waitlist_window.tenant_id = waitlist_entry.tenant_id
        and waitlist_window.entry_id = waitlist_entry.id) as windows,
    (select coalesce(json_agg(json_build_object('id', resource.id, 'name', resource.name)
        order by resource.position, resource.name), '[]')
      from waitlist_staff
      join resource on resource.tenant_id = waitlist_staff.tenant_id and resource.id = waitlist_staff.resource_id
      where waitlist_staff.tenant_id = waitlist_entry.tenant_id
        and waitlist_staff.entry_id = waitlist_entry.id) as staff,
    (select coalesce(json_agg(json_build_object('id', waitlist_offer.id, 'state', waitlist_offer.state,
        'starts_at', waitlist_offer.starts_at, 'ends_at', waitlist_offer.ends_at, 'staff', resource.name,
        'offered_at', waitlist_offer.offered_at, 'deadline_at', waitlist_offer.deadline_at,
        'answered_at', waitlist_offer.answered_at, 'answered_by', waitlist_offer.answered_by,
        'appointment_id', waitlist_offer.appointment_id) order by waitlist_offer.offered_at), '[]')
      from waitlist_offer
      left join resource on resource.tenant_id = waitlist_offer.tenant_id
        and resource.id = waitlist_offer.resource_id and resource.kind = 'staff'
      where waitlist_offer.tenant_id = waitlist_entry.tenant_id
        and waitlist_offer.entry_id = waitlist_entry.id) as offers
  from waitlist_entry
  join service on service.tenant_id = waitlist_entry.tenant_id and service.id = waitlist_entry.service_id
  join customer on customer.tenant_id = waitlist_entry.tenant_id and customer.id = waitlist_entry.customer_id
  left join vip_tier on vip_tier.tenant_id = customer.tenant_id and vip_tier.id = customer.vip_tier_id`

export async function readEntry(tx: Tx, id: WaitlistEntryId): Promise<EntryView | null> {
  const [entry] = await entriesWhere(tx, sql`waitlist_entry.id = ${id}`)
  return entry ?? null
}

/** The entry of an offer. */
export async function entryOfOffer(tx: Tx, id: WaitlistOfferId): Promise<EntryView | null> {
  const [entry] = await entriesWhere(
    tx,
    sql`waitlist_entry.id = (
      select waitlist_offer.entry_id from waitlist_offer
      where waitlist_offer.tenant_id = ${tx.tenantId} and waitlist_offer.id = ${id})`,
  )
  return entry ?? null
}

/** Whoever waits under this number, or is one of these customers. */
export async function waitingOf(
  tx: Tx,
  wanted: { customerIds: readonly CustomerId[]; phoneE164: string },
): Promise<EntryView[]> {
  return await entriesWhere(
    tx,
    sql`waitlist_entry.state = 'waiting' and (waitlist_entry.customer_id = any(${wanted.customerIds}::uuid[])
      or waitlist_entry.contact_phone = ${wanted.phoneE164})
    order by waitlist_entry.created_at, waitlist_entry.id
    limit 20`,
  )
}

/** The latest first; `after` continues behind the last row of a page. */
export async function listEntries(
  tx: Tx,
  wanted: {
    state: WaitlistState | null
    serviceId: string | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<EntryView[]> {
  const { state, serviceId, after } = wanted
  return await entriesWhere(
    tx,
    sql`true
      ${state === null ? sql`` : sql`and waitlist_entry.state = ${state}`}
      ${serviceId === null ? sql`` : sql`and waitlist_entry.service_id = ${serviceId}::uuid`}
      ${after === null ? sql`` : sql`and (waitlist_entry.created_at, waitlist_entry.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by waitlist_entry.created_at desc, waitlist_entry.id desc
    limit ${wanted.limit}`,
  )
}

async function entriesWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<EntryView[]> {
  const { rows } = await sql<EntryView>`
    ${ENTRY} where waitlist_entry.tenant_id = ${tx.tenantId} and ${condition}
  `.execute(tx)
  return rows
}
