import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'

export type PlaceThen = {
  readonly person: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** An appointment as it was at a moment. */
export type AppointmentThen = {
  readonly id: string
  readonly customerId: string
  readonly attendeeName: string
  readonly service: string
  readonly state: string
  readonly startsAt: Temporal.Instant
  /** Where people at work were taken; rooms and machines are not among them. */
  readonly places: readonly PlaceThen[]
}

type Before = {
  readonly state?: string
  readonly starts_at?: string
  readonly parts?: readonly { resource_id: string; starts_at: string; ends_at: string }[]
}

type Row = {
  id: string
  customer_id: string
  attendee_name: string
  service: string
  state: string
  starts_at: Temporal.Instant
  parts: NonNullable<Before['parts']> | null
  before: Before | null
}

/** What stood in the calendar from a moment on, and was not cancelled by then: later changes are thought away. */
export async function appointmentsAt(
  tx: Tx,
  moment: Temporal.Instant,
  people: ReadonlyMap<string, string>,
): Promise<AppointmentThen[]> {
  const { rows } = await sql<Row>`
    select appointment.id, appointment.customer_id, appointment.attendee_name, service_version.name as service,
      appointment.state, appointment.starts_at, parts.parts, later.before
    from appointment
    join service_version on service_version.tenant_id = appointment.tenant_id
      and service_version.service_id = appointment.service_id and service_version.version = appointment.service_version
    left join lateral (
      select jsonb_agg(jsonb_build_object('resource_id', appointment_segment.resource_id,
        'starts_at', appointment_segment.starts_at, 'ends_at', appointment_segment.ends_at)) as parts
      from appointment_segment
      where appointment_segment.tenant_id = appointment.tenant_id
        and appointment_segment.appointment_id = appointment.id
    ) as parts on true
    left join lateral (
      select appointment_change.before
      from appointment_change
      where appointment_change.tenant_id = appointment.tenant_id
        and appointment_change.appointment_id = appointment.id and appointment_change.at > ${instantSql(moment)}
        and appointment_change.kind not in ('attendee_corrected', 'contact_completed', 'booked')
      order by appointment_change.at, appointment_change.id
      limit 1
    ) as later on true
    where appointment.tenant_id = ${tx.tenantId} and appointment.created_at <= ${instantSql(moment)}
      and (appointment.ends_at > ${instantSql(moment)} or later.before is not null)
    order by appointment.starts_at, appointment.id
  `.execute(tx)
  return rows
    .map(row => asThen(row, people))
    .filter(({ state }) => state === 'confirmed' || state === 'requested')
}

function asThen(row: Row, people: ReadonlyMap<string, string>): AppointmentThen {
  const { before } = row
  const parts = before?.parts ?? row.parts ?? []
  return {
    id: row.id,
    customerId: row.customer_id,
    attendeeName: row.attendee_name,
    service: row.service,
    state: before?.state ?? (before === null ? row.state : 'confirmed'),
    startsAt: before?.starts_at === undefined ? row.starts_at : Temporal.Instant.from(before.starts_at),
    places: parts.flatMap(({ resource_id, starts_at, ends_at }) => {
      const person = people.get(resource_id)
      return person === undefined
        ? []
        : [{ person, from: Temporal.Instant.from(starts_at), to: Temporal.Instant.from(ends_at) }]
    }),
  }
}

export type ClosureThen = {
  readonly person: string | null
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** When the business or somebody was away, as known at a moment, and what other calendars had of people. */
export async function closuresAt(tx: Tx, moment: Temporal.Instant): Promise<ClosureThen[]> {
  const { rows } = await sql<ClosureThen>`
    select resource.name as person, closure.starts_at as "from", closure.ends_at as "to"
    from closure
    left join resource on resource.tenant_id = closure.tenant_id and resource.id = closure.resource_id
    where closure.tenant_id = ${tx.tenantId} and closure.ends_at > ${instantSql(moment)}
      and closure.created_at <= ${instantSql(moment)}
      and (closure.removed_at is null or closure.removed_at > ${instantSql(moment)})
      and (closure.resource_id is null or resource.kind = 'staff')
    union all
    select resource.name, external_busy.starts_at, external_busy.ends_at
    from external_busy
    join resource on resource.tenant_id = external_busy.tenant_id and resource.id = external_busy.resource_id
    where external_busy.tenant_id = ${tx.tenantId} and external_busy.ends_at > ${instantSql(moment)}
      and resource.kind = 'staff'
    order by "from", person
  `.execute(tx)
  return rows
}

export type CallerThen = {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** Who was known by a number at a moment. */
export async function customersAt(tx: Tx, moment: Temporal.Instant, phone: string): Promise<CallerThen[]> {
  return await tx
    .selectFrom('customer')
    .innerJoin('customer_phone', join =>
      join
        .onRef('customer_phone.tenant_id', '=', 'customer.tenant_id')
        .onRef('customer_phone.customer_id', '=', 'customer.id'),
    )
    .select(['customer.id', 'customer.name', 'customer.email'])
    .where('customer.tenant_id', '=', tx.tenantId)
    .where('customer_phone.e164', '=', phone)
    .where(
      sql<boolean>`(customer.created_at <= ${instantSql(moment)} or exists (
        select 1 from appointment
        where appointment.tenant_id = customer.tenant_id and appointment.customer_id = customer.id
          and appointment.created_at <= ${instantSql(moment)}))`,
    )
    .where('customer.merged_into', 'is', null)
    .orderBy('customer.id')
    .execute()
}
