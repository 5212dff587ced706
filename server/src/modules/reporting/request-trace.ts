import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export const TRACE_KINDS = [
  'inbox_event',
  'webhook',
  'inbound',
  'tool',
  'turn',
  'appointment_change',
  'job',
  'message',
  'delivery',
  'outbound_request',
] as const
export type TraceKind = (typeof TRACE_KINDS)[number]

export const TRACE_TARGETS = ['inbox_event', 'call', 'appointment', 'job', 'message'] as const
export type TraceTarget = { readonly kind: (typeof TRACE_TARGETS)[number]; readonly id: string }

/** One thing that carries the request id. */
export type TraceItem = {
  readonly at: Temporal.Instant
  readonly kind: TraceKind
  readonly name: string
  readonly state: string | null
  readonly tookMs: number | null
  readonly target: TraceTarget | null
  readonly detail: string | null
}

/** What one request can leave behind is a handful; more than this is a script that reuses its id. */
const MOST_ITEMS = 500
/** The newest of a tenant that wait, failed or run. */
const MOST_JOBS = 10_000

/** Everything of the transaction's tenant that carries the request id, in the order it happened. */
export async function traceRequest(tx: Tx, requestId: string): Promise<TraceItem[]> {
  const { rows } = await sql<TraceItem>`
    select trace.at, trace.kind, trace.name, trace.state, trace.took_ms as "tookMs",
      case when trace.target_id is not null
        then json_build_object('kind', trace.target_kind, 'id', trace.target_id) end as target,
      trace.detail
    from (
      ${inboxEvents(tx, requestId)}
      union all ${timelineSteps(tx, requestId)}
      union all ${appointmentChanges(tx, requestId)}
      union all ${jobs(requestId)}
      union all ${discardedJobs(tx, requestId)}
      union all ${messages(tx, requestId)}
      union all ${outboundRequests(tx, requestId)}
    ) as trace (at, kind, name, state, took_ms, target_kind, target_id, detail)
    order by trace.at, trace.kind, trace.name
    limit ${MOST_ITEMS}
  `.execute(tx)
  return rows
}

/** Known as this tenant's once somebody tried to process it. */
function inboxEvents(tx: Tx, requestId: string) {
  return sql`
    select inbox.received_at, 'inbox_event', split_part(inbox.event_key, '/', 1),
      case when inbox.processed_at is not null then 'processed' when inbox.dead_at is not null then 'dead' else 'waiting' end,
      (extract(epoch from inbox.processed_at - inbox.received_at) * 1000)::double precision, 'inbox_event', inbox.id::text,
      left(coalesce(inbox.dead_reason, inbox.error), 500)
    from inbox
    where inbox.resolved_tenant_id = ${tx.tenantId} and inbox.request_id = ${requestId}`
}

/** What is still to be done, or failed; a job that succeeded leaves the queue, and what it did is here itself. */
function jobs(requestId: string) {
  return sql`
    select job.created_at, 'job', job.name, job.state, null::double precision, 'job', job.id::text,
      left(coalesce(job.reason, job.last_error), 500)
    from queue_jobs(null, null, null, ${MOST_JOBS}) as job
    where job.request_id = ${requestId}`
}

function discardedJobs(tx: Tx, requestId: string) {
  return sql`
    select discarded_job.created_at, 'job', discarded_job.name, 'discarded', null::double precision, null, null,
      left(discarded_job.why, 500)
    from discarded_job
    where discarded_job.owner_tenant_id = ${tx.tenantId} and discarded_job.envelope->>'request_id' = ${requestId}`
}

/** What the timeline keeps is masked already unless the tenant allows words to be kept. */
function timelineSteps(tx: Tx, requestId: string) {
  return sql`
    select call_event.at, case call_event.kind when 'message' then 'delivery' else call_event.kind end, call_event.name,
      coalesce(call_event.result->>'status', call_event.result->>'state'), call_event.took_ms, 'call', call_event.call_id::text,
      left(coalesce(call_event.result->>'say', call_event.result->>'problem'), 500)
    from call_event
    where call_event.tenant_id = ${tx.tenantId} and call_event.request_id = ${requestId}`
}

function appointmentChanges(tx: Tx, requestId: string) {
  return sql`
    select appointment_change.at, 'appointment_change', appointment_change.kind, appointment_change.after->>'state',
      null::double precision, 'appointment', appointment_change.appointment_id::text, appointment_change.actor
    from appointment_change
    where appointment_change.tenant_id = ${tx.tenantId} and appointment_change.request_id = ${requestId}`
}

function messages(tx: Tx, requestId: string) {
  return sql`
    select message.created_at, 'message', message.kind, message.state,
      (extract(epoch from message.sent_at - message.created_at) * 1000)::double precision, 'message', message.id::text,
      message.reason
    from message
    where message.tenant_id = ${tx.tenantId} and message.request_id = ${requestId}`
}

/** What was asked of others for this tenant; written a second after it was asked. */
function outboundRequests(tx: Tx, requestId: string) {
  return sql`
    select outbound_request.at, 'outbound_request', outbound_request.provider || '/' || outbound_request.operation,
      outbound_request.outcome, outbound_request.took_ms::double precision, null, null,
      case when outbound_request.attempts > 1 then outbound_request.attempts || ' attempts' end
    from outbound_request
    where outbound_request.on_behalf_of = ${tx.tenantId} and outbound_request.request_id = ${requestId}`
}
