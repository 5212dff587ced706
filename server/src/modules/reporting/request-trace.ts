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

/** Everything of the transaction's tenant that carries the request id, in the order it happened. */
export async function traceRequest(tx: Tx, requestId: string): Promise<TraceItem[]> {
  const { rows } = await sql<TraceItem>`
    select trace.at, trace.kind, trace.name, trace.state, trace.took_ms as "tookMs",
      case when trace.target_id is not null
        then json_build_object('kind', trace.target_kind, 'id', trace.target_id) end as target,
      trace.detail
    from (
      ${timelineSteps(tx, requestId)}
      union all ${appointmentChanges(tx, requestId)}
      union all ${messages(tx, requestId)}
    ) as trace (at, kind, name, state, took_ms, target_kind, target_id, detail)
    order by trace.at, trace.kind, trace.name
    limit ${MOST_ITEMS}
  `.execute(tx)
  return rows
}

/** What the timeline keeps is masked already unless the tenant allows words to be kept. */
function timelineSteps(tx: Tx, requestId: string) {
  return sql`
    select call_event.at, case call_event.kind when 'message' then 'delivery' else call_event.kind end, call_event.name,
      coalesce(call_event.result->>'status', call_event.result->>'state'), call_event.took_ms, 'call', call_event.call_id,
      left(coalesce(call_event.result->>'say', call_event.result->>'problem'), 500)
    from call_event
    where call_event.tenant_id = ${tx.tenantId} and call_event.request_id = ${requestId}`
}

function appointmentChanges(tx: Tx, requestId: string) {
  return sql`
    select appointment_change.at, 'appointment_change', appointment_change.kind, appointment_change.after->>'state',
      null::double precision, 'appointment', appointment_change.appointment_id, appointment_change.actor
    from appointment_change
    where appointment_change.tenant_id = ${tx.tenantId} and appointment_change.request_id = ${requestId}`
}

function messages(tx: Tx, requestId: string) {
  return sql`
    select message.created_at, 'message', message.kind, message.state,
      (extract(epoch from message.sent_at - message.created_at) * 1000)::double precision, 'message', message.id,
      message.reason
    from message
    where message.tenant_id = ${tx.tenantId} and message.request_id = ${requestId}`
}
