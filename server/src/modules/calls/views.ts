import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { CallId, CustomerId } from '../../platform/ids/ids.ts'
import { type CallFilter, filtered } from './call-filter.ts'
import type { CallProvider, CallState } from './domain/call.ts'
import { type FactKind, type Outcome, outcomeOf } from './domain/outcome.ts'
import type { CallbackPriority, CallbackState } from './settle-callback.ts'

export type CallView = {
  readonly id: CallId
  readonly providerCallId: string
  readonly provider: CallProvider
  readonly direction: string
  readonly from: string | null
  readonly to: string
  readonly state: CallState
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly disconnectionReason: string | null
  readonly outcome: Outcome | null
  /** Kinds of what was done in it. */
  readonly facts: readonly FactKind[]
  readonly language: Language
  readonly customerId: CustomerId | null
  /** US cents, as the provider charges them. */
  readonly costCents: number | null
  readonly latency: { readonly p50Ms: number; readonly p95Ms: number } | null
  readonly transcript: ReadonlyArray<{ role: 'agent' | 'user'; text: string }> | null
}

type Row = {
  id: CallId
  provider_call_id: string
  provider: CallProvider
  direction: string
  caller_e164: string | null
  called_e164: string
  state: CallState
  started_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  disconnection_reason: string | null
  customer_id: CustomerId | null
  language: Language
  cost_cents_hundredths: number | null
  latency_p50_ms: number | null
  latency_p95_ms: number | null
  transcript: CallView['transcript']
  facts: FactKind[] | null
}

const CALL = sql`
  select call.id, call.provider, call.provider_call_id, call.direction, call.caller_e164, call.called_e164, call.state,
    call.started_at, call.ended_at, call.disconnection_reason, call.customer_id, call.language, call.transcript,
    call.cost_cents_hundredths, call.latency_p50_ms, call.latency_p95_ms,
    (select array_agg(call_fact.kind) from call_fact
     where call_fact.tenant_id = call.tenant_id and call_fact.call_id = call.id) as facts
  from call`

/** Newest first. */
export async function listCalls(
  tx: Tx,
  wanted: {
    from: Temporal.Instant | null
    to: Temporal.Instant | null
    providerCallId: string | null
    filter?: CallFilter
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<CallView[]> {
  const { from, to, after, filter, providerCallId } = wanted
  const { rows } = await sql<Row>`
    ${CALL}
    where call.tenant_id = ${tx.tenantId}
      ${from === null ? sql`` : sql`and call.started_at >= ${instantSql(from)}`}
      ${to === null ? sql`` : sql`and call.started_at < ${instantSql(to)}`}
      ${providerCallId === null ? sql`` : sql`and call.provider_call_id = ${providerCallId}`}
      ${filter === undefined ? sql`` : filtered(filter)}
      ${after === null ? sql`` : sql`and (call.started_at, call.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by call.started_at desc, call.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows.map(toView)
}

export async function readCall(tx: Tx, id: CallId): Promise<CallView | null> {
  const { rows } = await sql<Row>`${CALL} where call.tenant_id = ${tx.tenantId} and call.id = ${id}`.execute(
    tx,
  )
  return rows[0] ? toView(rows[0]) : null
}

function toView(row: Row): CallView {
  return {
    id: row.id,
    providerCallId: row.provider_call_id,
    provider: row.provider,
    direction: row.direction,
    from: row.caller_e164,
    to: row.called_e164,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    disconnectionReason: row.disconnection_reason,
    outcome: outcomeOf(row.facts ?? [], row.state),
    facts: row.facts ?? [],
    language: row.language,
    customerId: row.customer_id,
    costCents: row.cost_cents_hundredths === null ? null : row.cost_cents_hundredths / 100,
    latency: latencyOf(row),
    transcript: row.transcript,
  }
}

function latencyOf({ latency_p50_ms: p50Ms, latency_p95_ms: p95Ms }: Row): CallView['latency'] {
  return p50Ms === null || p95Ms === null ? null : { p50Ms, p95Ms }
}

export type TimelineView = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly kind: 'webhook' | 'inbound' | 'tool' | 'turn' | 'fact' | 'message'
  readonly name: string
  readonly arguments: unknown
  readonly result: unknown
  readonly took_ms: number | null
  readonly request_id: string
}

/** Everything that happened in a call, in order: events, tool calls, and the facts they left. */
export async function readTimeline(tx: Tx, callId: CallId): Promise<TimelineView[]> {
  const { rows } = await sql<TimelineView>`
    select call_event.id, call_event.at, call_event.kind, call_event.name, call_event.arguments, call_event.result,
      call_event.took_ms, call_event.request_id
    from call_event
    where call_event.tenant_id = ${tx.tenantId} and call_event.call_id = ${callId}
    union all
    select call_fact.id, call_fact.at, 'fact', call_fact.kind, null,
      jsonb_build_object('entity_id', call_fact.entity_id), null, ''
    from call_fact
    where call_fact.tenant_id = ${tx.tenantId} and call_fact.call_id = ${callId}
    order by at, id
    limit 2000
  `.execute(tx)
  return rows
}

export type CallbackView = {
  readonly id: string
  readonly reason: string
  readonly wanted_when: string | null
  readonly due_at: Temporal.Instant
  readonly name: string | null
  readonly phone: string | null
  readonly call_id: string | null
  readonly state: CallbackState
  readonly priority: CallbackPriority
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly escalated_at: Temporal.Instant | null
  readonly settled_at: Temporal.Instant | null
  readonly settled_by: string | null
  readonly created_at: Temporal.Instant
}

const CALLBACK = sql`
  select callback_request.id, callback_request.reason, callback_request.wanted_when, callback_request.due_at,
    callback_request.name, callback_request.phone_e164 as phone, callback_request.call_id, callback_request.state,
    callback_request.priority, callback_request.escalated_at,
    callback_request.settled_at, callback_request.settled_by, callback_request.created_at,
    case when resource.id is null then null
      else jsonb_build_object('id', resource.id, 'name', resource.name) end as assignee
  from callback_request
  left join resource on resource.tenant_id = callback_request.tenant_id
    and resource.id = callback_request.assigned_to`

export async function readCallbackRequest(tx: Tx, id: string): Promise<CallbackView | null> {
  const { rows } = await sql<CallbackView>`
    ${CALLBACK} where callback_request.tenant_id = ${tx.tenantId} and callback_request.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** By when they are due. */
export async function listCallbackRequests(
  tx: Tx,
  wanted: {
    state: CallbackState | null
    assignedTo: string | null
    callId: CallId | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<CallbackView[]> {
  const { state, assignedTo, callId, after } = wanted
  const { rows } = await sql<CallbackView>`
    ${CALLBACK}
    where callback_request.tenant_id = ${tx.tenantId}
      ${state === null ? sql`` : sql`and callback_request.state = ${state}`}
      ${assignedTo === null ? sql`` : sql`and callback_request.assigned_to = ${assignedTo}`}
      ${callId === null ? sql`` : sql`and callback_request.call_id = ${callId}`}
      ${after === null ? sql`` : sql`and (callback_request.due_at, callback_request.id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by callback_request.due_at, callback_request.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
