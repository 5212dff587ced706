import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId } from '../../platform/ids/ids.ts'

/** One thing that happened with a customer. */
export type HistoryEntry = {
  readonly kind: 'appointment' | 'appointment_change' | 'call' | 'record_change' | 'merge' | 'merge_undone'
  readonly at: Temporal.Instant
  /** Of the appointment, the call, the merge or the change. */
  readonly id: string
  /** The appointment a change is about. */
  readonly appointmentId: string | null
  /** State, kind of change or direction. */
  readonly what: string
  readonly actor: string | null
  /** Service booked, or fields changed. */
  readonly about: string | null
}

/**
 * Appointments by their start, their changes, calls, changes of the record and merges, newest first, in one statement.
 * A record that was merged keeps its own lines, and they are shown with those of the kept one.
 */
export async function readHistory(
  tx: Tx,
  wanted: { customerId: CustomerId; after: { at: string; id: string } | null; limit: number },
): Promise<HistoryEntry[]> {
  const { after } = wanted
  const { rows } = await sql<HistoryEntry>`
    with own as (
      select customer.id from customer
      where customer.tenant_id = ${tx.tenantId}
        and (customer.id = ${wanted.customerId} or customer.merged_into = ${wanted.customerId})
    ), booked as (
      select appointment.id, appointment.starts_at, appointment.state, service_version.name as service
      from own
      join appointment on appointment.tenant_id = ${tx.tenantId} and appointment.customer_id = own.id
      join service_version on service_version.tenant_id = ${tx.tenantId}
        and service_version.service_id = appointment.service_id
        and service_version.version = appointment.service_version
    ), entry (kind, at, id, "appointmentId", what, actor, about) as (
      select 'appointment', booked.starts_at, booked.id, booked.id, booked.state, null, booked.service from booked
      union all
      select 'appointment_change', appointment_change.at, appointment_change.id, booked.id, appointment_change.kind,
        appointment_change.actor, booked.service
      from booked
      join appointment_change on appointment_change.tenant_id = ${tx.tenantId}
        and appointment_change.appointment_id = booked.id
      union all
      select 'call', call.started_at, call.id, null, call.direction, null, null
      from own
      join call on call.tenant_id = ${tx.tenantId} and call.customer_id = own.id
      union all
      select 'record_change', customer_change.at, customer_change.id, null, customer_change.kind, customer_change.actor,
        array_to_string(customer_change.fields, ', ')
      from own
      join customer_change on customer_change.tenant_id = ${tx.tenantId} and customer_change.customer_id = own.id
      where customer_change.kind not in ('merged', 'merge_undone')
      union all
      select 'merge', customer_merge.merged_at, customer_merge.id, null, 'merged', customer_merge.actor, merged.name
      from customer_merge
      join customer as merged on merged.tenant_id = ${tx.tenantId} and merged.id = customer_merge.merged_id
      where customer_merge.tenant_id = ${tx.tenantId} and customer_merge.kept_id = ${wanted.customerId}
      union all
      select 'merge_undone', customer_merge.undone_at, customer_merge.id, null, 'merge_undone',
        customer_merge.undone_by, merged.name
      from customer_merge
      join customer as merged on merged.tenant_id = ${tx.tenantId} and merged.id = customer_merge.merged_id
      where customer_merge.tenant_id = ${tx.tenantId} and customer_merge.kept_id = ${wanted.customerId}
        and customer_merge.undone_at is not null
    )
    select entry.kind, entry.at, entry.id, entry."appointmentId", entry.what, entry.actor, entry.about from entry
    ${after === null ? sql`` : sql`where (entry.at, entry.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by entry.at desc, entry.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
