import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { Language } from '../../platform/i18n/language.ts'
import {
  type CallId,
  type ConnectionId,
  type CustomerId,
  type LocationId,
  newId,
} from '../../platform/ids/ids.ts'
import { mask, maskEcho } from '../../platform/observability/mask.ts'
import type { Platform } from '../../platform/platform.ts'
import { certainCaller, type LanguageNeighbours, languageOf } from './call-language.ts'
import {
  type CallProvider,
  type CallReport,
  type CallState,
  type KnownCall,
  mergeReport,
} from './domain/call.ts'

/** Who calls whom, known from every signed envelope. */
export type CallIdentity = {
  readonly connectionId: ConnectionId
  readonly provider: CallProvider
  readonly providerCallId: string
  readonly locationId: LocationId
  readonly direction: 'inbound' | 'outbound'
  /** E.164, or null when the number is withheld. */
  readonly callerE164: string | null
  readonly calledE164: string
  /** Chosen for this call. Absent: the known caller's, or the business's. */
  readonly language?: Language | undefined
}

export type CallRecord = {
  readonly id: CallId
  readonly customerId: CustomerId | null
  readonly callerE164: string | null
  readonly state: CallState
  readonly language: Language
}

export type TimelineEntry = {
  readonly callId: CallId
  readonly kind: 'webhook' | 'inbound' | 'tool' | 'turn' | 'message'
  readonly name: string
  readonly at: Temporal.Instant
  readonly arguments?: unknown
  readonly result?: unknown
  readonly tookMs: number | null
  readonly requestId: string
  /** `words`: the tenant allowed to keep what was said; otherwise personal data is masked. */
  readonly keep?: 'words' | 'masked'
}

/** What of a report may be stored; the tenant decides. */
export type StorageRights = { readonly transcripts: boolean; readonly recordings: boolean }

/**
 * Finds or makes the call and locks its row until the transaction ends: everything one call asks for happens
 * one after another, however often and in whatever order it arrives.
 */
export function createOpenCall(
  { clock, live }: Platform,
  neighbours: LanguageNeighbours,
  watchForEnd: (tx: Tx, callId: CallId) => Promise<void>,
) {
  return async function openCall(tx: Tx, identity: CallIdentity): Promise<CallRecord> {
    const known = await selectCall(tx, identity)
    if (known) return known
    const id = newId<'call'>()
    const caller = await certainCaller(tx, neighbours.customers, identity.callerE164)
    const language = identity.language ?? (await languageOf(tx, neighbours, caller))
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('call')
      .values({
        id,
        connection_id: identity.connectionId,
        provider: identity.provider,
        provider_call_id: identity.providerCallId,
        location_id: identity.locationId,
        direction: identity.direction,
        caller_e164: identity.callerE164,
        called_e164: identity.calledE164,
        customer_id: caller?.id ?? null,
        language,
        started_at: isoText(clock.now()),
      })
      .onConflict(conflict => conflict.constraint('call_provider_once').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) {
      const other = await selectCall(tx, identity)
      if (!other) throw new Error('A call vanished between two statements.')
      return other
    }
    await watchForEnd(tx, id)
    await live.announce(tx, { topic: 'call', id, call_id: id })
    return { id, customerId: caller?.id ?? null, callerE164: identity.callerE164, state: 'ongoing', language }
  }
}

/** The id of a call that is known already; null otherwise. Locks it. */
export async function findCall(tx: Tx, identity: CallIdentity): Promise<CallId | null> {
  return (await selectCall(tx, identity))?.id ?? null
}

/** A call by our own id, locked until the transaction ends. */
export async function lockCall(tx: Tx, id: CallId): Promise<CallRecord | null> {
  return toRecord(await callRow(tx).where('call.id', '=', id).executeTakeFirst())
}

async function selectCall(tx: Tx, identity: CallIdentity): Promise<CallRecord | null> {
  return toRecord(
    await callRow(tx)
      .where('call.connection_id', '=', identity.connectionId)
      .where('call.provider_call_id', '=', identity.providerCallId)
      .executeTakeFirst(),
  )
}

function callRow(tx: Tx) {
  return (
    tx
      .selectFrom('call')
      .select(['call.id', 'call.customer_id', 'call.caller_e164', 'call.state', 'call.language'])
      .where('call.tenant_id', '=', tx.tenantId)
      // Not "for update": that would also lock out rows that only refer to the call, such as its message, and end in
      // a deadlock of a second with the job that writes them.
      .forNoKeyUpdate()
  )
}

function toRecord(
  row:
    | { id: string; customer_id: string | null; caller_e164: string | null; state: string; language: string }
    | undefined,
): CallRecord | null {
  if (!row) return null
  return {
    id: row.id as CallId,
    customerId: row.customer_id as CustomerId | null,
    callerE164: row.caller_e164,
    state: row.state as CallState,
    language: row.language as Language,
  }
}

/** Adds what an event reports to a call that is open in this transaction. */
export function createReportCall({ live }: Platform) {
  return async function reportCall(
    tx: Tx,
    callId: CallId,
    report: CallReport,
    rights: StorageRights,
  ): Promise<void> {
    const row = await tx
      .selectFrom('call')
      .select(['call.state', 'call.started_at', 'call.ended_at', 'call.disconnection_reason'])
      .where('call.tenant_id', '=', tx.tenantId)
      .where('call.id', '=', callId)
      .executeTakeFirstOrThrow()
    const known: KnownCall = {
      state: row.state as CallState,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      disconnectionReason: row.disconnection_reason,
    }
    const merged = mergeReport(known, report)
    await tx
      .updateTable('call')
      .set({
        state: merged.state,
        started_at: isoText(merged.startedAt),
        ended_at: merged.endedAt ? isoText(merged.endedAt) : null,
        disconnection_reason: merged.disconnectionReason,
        ...figuresOf(report),
        ...(rights.transcripts ? wordsOf(known, report) : {}),
        ...(rights.transcripts && report.analysis ? { analysis: JSON.stringify(report.analysis) } : {}),
        ...(rights.recordings && report.recordingUrl ? { recording_url: report.recordingUrl } : {}),
      })
      .where('call.tenant_id', '=', tx.tenantId)
      .where('call.id', '=', callId)
      .execute()
    if (report.disclosedAt) await markDisclosed(tx, callId, report.disclosedAt)
    await live.announce(tx, { topic: 'call', id: callId, call_id: callId })
  }
}

/** A call that is over has been heard to its end: an update of its transcript that comes later knows less. */
function wordsOf(known: KnownCall, { state, transcript }: CallReport) {
  if (transcript === undefined) return {}
  const words = JSON.stringify(transcript)
  const comesLate = state === undefined && known.endedAt !== null
  return { transcript: comesLate ? sql<string>`coalesce(call.transcript, ${words}::jsonb)` : words }
}

function figuresOf({ costCentsHundredths, latency }: CallReport) {
  return {
    ...(costCentsHundredths === undefined ? {} : { cost_cents_hundredths: costCentsHundredths }),
    ...(latency === undefined ? {} : { latency_p50_ms: latency.p50Ms, latency_p95_ms: latency.p95Ms }),
  }
}

/** Writes one line of the call's timeline. */
export function createRecordEntry({ live }: Platform) {
  return async function recordEntry(tx: Tx, entry: TimelineEntry): Promise<void> {
    const { keep } = entry
    const given = keep === 'words' ? entry.arguments : mask(entry.arguments)
    const result = keep === 'words' ? entry.result : maskEcho(entry.result, entry.arguments)
    const shown = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
    await tx
      .insertInto('call_event')
      .values({
        id: newId<'call-event'>(),
        call_id: entry.callId,
        at: isoText(entry.at),
        kind: entry.kind,
        name: entry.name.slice(0, 200),
        arguments: shown(given),
        result: shown(result),
        took_ms: entry.tookMs,
        request_id: entry.requestId,
      })
      .returning(
        live
          .announcing(tx.tenantId, { topic: 'call', id: entry.callId, call_id: entry.callId })
          .as('announced'),
      )
      .execute()
  }
}

/** The moment the caller was told that an AI is speaking; the first one stays. */
export async function markDisclosed(tx: Tx, callId: CallId, at: Temporal.Instant): Promise<void> {
  await sql`
    update call set disclosed_at = coalesce(call.disclosed_at, ${isoText(at)}::timestamptz)
    where call.tenant_id = ${tx.tenantId} and call.id = ${callId}
  `.execute(tx)
}

/** The call belongs to this customer, unless it already belongs to somebody. */
export async function linkCustomer(tx: Tx, callId: CallId, customerId: CustomerId): Promise<void> {
  await tx
    .updateTable('call')
    .set({ customer_id: customerId })
    .where('call.tenant_id', '=', tx.tenantId)
    .where('call.id', '=', callId)
    .where('call.customer_id', 'is', null)
    .execute()
}
