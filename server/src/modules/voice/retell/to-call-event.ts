import { createHash } from 'node:crypto'
import type { CallReport } from '../../calls/index.ts'
import type { RetellCall, RetellEvent } from './wire.ts'

/** Who calls whom, in our words; null without a called number (web calls, chats). */
export type Parties = {
  readonly providerCallId: string
  readonly direction: 'inbound' | 'outbound'
  /** Null: withheld. */
  readonly callerE164: string | null
  /** The number of the business. */
  readonly businessE164: string
}

const E164 = /^\+[1-9]\d{6,14}$/

export function partiesOf(
  call: Pick<RetellCall, 'call_id' | 'direction' | 'from_number' | 'to_number'>,
): Parties | null {
  const direction = call.direction === 'outbound' ? 'outbound' : 'inbound'
  const [business, other] =
    direction === 'inbound' ? [call.to_number, call.from_number] : [call.from_number, call.to_number]
  if (business === undefined || !E164.test(business)) return null
  return {
    providerCallId: call.call_id,
    direction,
    callerE164: other !== undefined && E164.test(other) ? other : null,
    businessE164: business,
  }
}

/**
 * What makes an event the same when it is sent again: life-cycle events once per call, transfers once per start
 * and destination, transcripts by their content (the last one counts).
 */
export function eventKey(event: RetellEvent, body: string): string {
  const id = event.call?.call_id ?? event.chat?.chat_id
  if (id === undefined || event.event === 'transcript_updated')
    return `${event.event}/${id ?? ''}/${digest(body)}`
  if (event.event.startsWith('transfer_'))
    return `${event.event}/${id}/${event.call?.start_timestamp ?? ''}/${digest(JSON.stringify(event.transfer_destination ?? null))}`
  return `${event.event}/${id}`
}

const ENDED_BADLY =
  /^(error_|concurrency_limit_reached|no_valid_payment|scam_detected|registered_call_timeout)/
const NOT_CONNECTED =
  /^(dial_|invalid_destination|telephony_provider_|sip_routing_error|marked_as_spam|user_declined)/

/** What an event reports about its call. `call_status` of the payload is stale at times and is not read. */
export function toCallReport(event: RetellEvent): CallReport {
  const { call } = event
  if (!call) return {}
  const said = wordsOf(event)
  const over = event.event === 'call_ended' || event.event === 'call_analyzed'
  return {
    ...instant('startedAt', call.start_timestamp),
    ...(over ? endOf(call) : {}),
    ...(said ? { transcript: said.flatMap(toUtterance) } : {}),
    ...(call.recording_url ? { recordingUrl: call.recording_url } : {}),
    ...(call.call_analysis ? { analysis: call.call_analysis } : {}),
    ...disclosure(call, said),
  }
}

/** What was said so far, wherever an event has it. */
function wordsOf({ call, ...event }: RetellEvent): RetellCall['transcript_object'] {
  return call?.transcript_object ?? call?.transcript_with_tool_calls ?? event.transcript_with_tool_calls
}

function endOf(call: RetellCall): CallReport {
  const cost = call.call_cost?.combined_cost
  return {
    state: finalState(call.disconnection_reason),
    ...instant('endedAt', call.end_timestamp),
    ...(call.disconnection_reason ? { disconnectionReason: call.disconnection_reason } : {}),
    ...(isCost(cost) ? { costCentsHundredths: Math.round(cost * 100) } : {}),
    ...latencyOf(call),
  }
}

/** From the caller's last word to the agent's first; without both figures it says nothing. */
function latencyOf({ latency }: RetellCall): Pick<CallReport, 'latency'> {
  const { p50, p95 } = latency?.e2e ?? {}
  return isLatency(p50) && isLatency(p95)
    ? { latency: { p50Ms: Math.round(p50), p95Ms: Math.round(p95) } }
    : {}
}

/** When the agent first said that it is an AI: the start of the call plus where the sentence begins in the audio. */
function disclosure(
  call: RetellCall,
  words: RetellCall['transcript_object'],
): { disclosedAt?: Temporal.Instant } {
  const said = words?.find(
    item => item.role === 'agent' && /\b(KI|AI)\b|künstliche Intelligenz/i.test(item.content),
  )
  if (!said || call.start_timestamp === undefined) return {}
  const seconds = said.words?.[0]?.start ?? 0
  return instant('disclosedAt', Math.round(call.start_timestamp + seconds * 1000))
}

/** The body without what the tenant has not allowed to be stored. */
export function strippedBody(body: string, allowed: { transcripts: boolean; recordings: boolean }): string {
  const gone = (key: string): boolean =>
    (!allowed.transcripts && /transcript|message|_analysis|collected_dynamic_variables/.test(key)) ||
    (!allowed.recordings && /recording|public_log_url|knowledge_base_retrieved/.test(key)) ||
    key === 'access_token'
  const strip = (part: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(part).filter(([key]) => !gone(key)))
  const { call, chat, ...rest } = JSON.parse(body) as { [part in 'call' | 'chat']?: Record<string, unknown> }
  return JSON.stringify({
    ...strip(rest),
    ...(call ? { call: strip(call) } : {}),
    ...(chat ? { chat: strip(chat) } : {}),
  })
}

/** An absurd figure is as if it were missing: it must not cost the rest of the event. */
const YEAR_2000 = Date.UTC(2000, 0)
const YEAR_2100 = Date.UTC(2100, 0)
const MOST_CENTS = 20_000_000
const MOST_LATENCY_MS = 600_000

function isCost(cents: number | undefined): cents is number {
  return cents !== undefined && Number.isFinite(cents) && cents >= 0 && cents <= MOST_CENTS
}

function isLatency(ms: number | undefined): ms is number {
  return ms !== undefined && ms >= 0 && ms <= MOST_LATENCY_MS
}

function finalState(reason: string | undefined): 'ended' | 'not_connected' | 'failed' {
  if (reason === undefined) return 'ended'
  if (NOT_CONNECTED.test(reason)) return 'not_connected'
  return ENDED_BADLY.test(reason) ? 'failed' : 'ended'
}

function instant<Key extends string>(
  key: Key,
  epochMs: number | undefined,
): { [K in Key]?: Temporal.Instant } {
  if (epochMs === undefined || !Number.isSafeInteger(epochMs) || epochMs < YEAR_2000 || epochMs > YEAR_2100)
    return {}
  return { [key]: Temporal.Instant.fromEpochMilliseconds(epochMs) } as { [K in Key]: Temporal.Instant }
}

function toUtterance(item: {
  role: string
  content: string
}): Array<{ role: 'agent' | 'user'; text: string }> {
  return item.role === 'agent' || item.role === 'user' ? [{ role: item.role, text: item.content }] : []
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
