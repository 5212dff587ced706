import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type {
  AppointmentId,
  CallId,
  CustomerId,
  GroupId,
  ResourceId,
  SeriesId,
} from '../../platform/ids/ids.ts'
import type { AppointmentState } from './domain/outcome-steps.ts'

export type AppointmentSource = 'phone' | 'web' | 'api' | 'staff'

/** An appointment with what a screen or a message needs of its neighbours. */
export type AppointmentView = {
  readonly id: AppointmentId
  readonly reference: string
  readonly state: AppointmentState
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly zone: string
  readonly service: {
    readonly id: string
    readonly name: string
    readonly minutes: number
    readonly priceMinor: number
    readonly currency: string
  }
  readonly staff: ReadonlyArray<{ readonly id: ResourceId; readonly name: string }>
  readonly customerId: CustomerId
  readonly attendeeName: string
  readonly contactEmail: string | null
  readonly source: AppointmentSource
  readonly callId: CallId | null
  readonly note: string | null
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly locationId: string
  readonly moves: number
  readonly lastChange: { readonly kind: string; readonly at: Temporal.Instant } | null
  /** Which of how many it is of a series; null: of none. */
  readonly series: {
    readonly id: SeriesId
    readonly position: number
    readonly of: number
    /** Where the rule has it; it starts elsewhere when it was moved alone. */
    readonly start: Temporal.Instant
  } | null
}

type Row = {
  id: AppointmentId
  reference: string
  state: AppointmentState
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  time_zone: string
  service_id: string
  service_name: string
  price_minor: number
  currency: string
  staff: Array<{ id: ResourceId; name: string }> | null
  customer_id: CustomerId
  attendee_name: string
  contact_email: string | null
  source: AppointmentSource
  call_id: CallId | null
  note: string | null
  version: number
  created_at: Temporal.Instant
  location_id: string
  moves: number
  change_kind: string | null
  change_at: Temporal.Instant | null
  series_id: SeriesId | null
  series_start: Temporal.Instant | null
  series_position: number | null
  series_of: number | null
}

const APPOINTMENT = sql`
  select appointment.id, appointment.reference, appointment.state, appointment.starts_at, appointment.ends_at,
    location.time_zone, appointment.service_id, service_version.name as service_name, appointment.price_minor,
    appointment.currency, people.staff, appointment.customer_id, appointment.attendee_name, appointment.contact_email,
    appointment.source, appointment.call_id, appointment.note, appointment.version, appointment.created_at,
    appointment.location_id, appointment.moves, last_change.kind as change_kind, last_change.at as change_at,
    appointment.series_id, appointment.series_start, siblings.position as series_position, siblings.of as series_of
  from appointment
  join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
  join service_version on service_version.tenant_id = appointment.tenant_id
    and service_version.service_id = appointment.service_id and service_version.version = appointment.service_version
  left join lateral (
    select json_agg(distinct jsonb_build_object('id', resource.id, 'name', resource.name)) as staff
    from appointment_segment
    join resource on resource.tenant_id = appointment_segment.tenant_id and resource.id = appointment_segment.resource_id
    where appointment_segment.tenant_id = appointment.tenant_id
      and appointment_segment.appointment_id = appointment.id
      and resource.kind = 'staff'
  ) people on true
  left join lateral (
    select appointment_change.kind, appointment_change.at
    from appointment_change
    where appointment_change.tenant_id = appointment.tenant_id
      and appointment_change.appointment_id = appointment.id
    order by appointment_change.at desc, appointment_change.id desc
    limit 1
  ) last_change on true
  left join lateral (
    select count(*)::integer as of,
      (count(*) filter (where sibling.series_start <= appointment.series_start))::integer as position
    from appointment as sibling
    where sibling.tenant_id = appointment.tenant_id and sibling.series_id = appointment.series_id
  ) siblings on appointment.series_id is not null`

export async function readAppointment(tx: Tx, id: AppointmentId): Promise<AppointmentView | null> {
  const { rows } = await sql<Row>`
    ${APPOINTMENT} where appointment.tenant_id = ${tx.tenantId} and appointment.id = ${id}
  `.execute(tx)
  return rows[0] ? toView(rows[0]) : null
}

export async function appointmentsOfCall(tx: Tx, callId: CallId): Promise<AppointmentView[]> {
  const { rows } = await sql<Row>`
    ${APPOINTMENT}
    where appointment.tenant_id = ${tx.tenantId} and appointment.call_id = ${callId}
    order by appointment.created_at, appointment.id
  `.execute(tx)
  return rows.map(toView)
}

/** What was booked together, in order of time. */
export async function appointmentsOfGroup(tx: Tx, id: GroupId): Promise<AppointmentView[]> {
  const { rows } = await sql<Row>`
    ${APPOINTMENT}
    where appointment.tenant_id = ${tx.tenantId} and appointment.group_id = ${id}
    order by appointment.starts_at, appointment.id
  `.execute(tx)
  return rows.map(toView)
}

/** What one rule made, in order of time. */
export async function appointmentsOfSeries(tx: Tx, id: SeriesId): Promise<AppointmentView[]> {
  const { rows } = await sql<Row>`
    ${APPOINTMENT}
    where appointment.tenant_id = ${tx.tenantId} and appointment.series_id = ${id}
    order by appointment.starts_at, appointment.id
  `.execute(tx)
  return rows.map(toView)
}

/** By start; `after` continues behind the last row of a page. */
export async function listAppointments(
  tx: Tx,
  wanted: {
    from: Temporal.Instant | null
    to: Temporal.Instant | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<AppointmentView[]> {
  const { from, to, after } = wanted
  const { rows } = await sql<Row>`
    ${APPOINTMENT}
    where appointment.tenant_id = ${tx.tenantId}
      ${from === null ? sql`` : sql`and appointment.starts_at >= ${instantSql(from)}`}
      ${to === null ? sql`` : sql`and appointment.starts_at < ${instantSql(to)}`}
      ${after === null ? sql`` : sql`and (appointment.starts_at, appointment.id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by appointment.starts_at, appointment.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows.map(toView)
}

/** Confirmed appointments of a customer that are still to come. */
export async function countUpcoming(tx: Tx, customerId: CustomerId, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appointment
    where appointment.tenant_id = ${tx.tenantId} and appointment.customer_id = ${customerId}
      and appointment.starts_at > ${instantSql(now)} and appointment.state in ('requested', 'confirmed')
  `.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** What is still to come for somebody who is reached under this number, or who gave it for an appointment. */
export async function upcomingOf(
  tx: Tx,
  wanted: { customerIds: readonly CustomerId[]; phoneE164: string | null; now: Temporal.Instant },
): Promise<AppointmentView[]> {
  const { rows } = await sql<Row>`
    ${APPOINTMENT}
    where appointment.tenant_id = ${tx.tenantId}
      and (appointment.customer_id = any(${wanted.customerIds}::uuid[])
        or appointment.contact_phone = ${wanted.phoneE164})
      and appointment.state in ('requested', 'confirmed') and appointment.starts_at > ${instantSql(wanted.now)}
    order by appointment.starts_at, appointment.id
    limit 50
  `.execute(tx)
  return rows.map(toView)
}

function toView(row: Row): AppointmentView {
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.time_zone,
    service: {
      id: row.service_id,
      name: row.service_name,
      minutes: row.starts_at.until(row.ends_at).total('minutes'),
      priceMinor: row.price_minor,
      currency: row.currency,
    },
    staff: row.staff ?? [],
    customerId: row.customer_id,
    attendeeName: row.attendee_name,
    contactEmail: row.contact_email,
    source: row.source,
    callId: row.call_id,
    note: row.note,
    version: row.version,
    createdAt: row.created_at,
    locationId: row.location_id,
    moves: row.moves,
    lastChange:
      row.change_kind === null || row.change_at === null
        ? null
        : { kind: row.change_kind, at: row.change_at },
    series:
      row.series_id === null || row.series_start === null
        ? null
        : {
            id: row.series_id,
            position: row.series_position ?? 0,
            of: row.series_of ?? 0,
            start: row.series_start,
          },
  }
}
