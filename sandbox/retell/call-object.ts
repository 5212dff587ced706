/** The `call` of webhooks and tool requests at each moment of a call, in the SDK's own types. */
import type { PhoneCallResponse } from 'retell-sdk/resources/call'
import type { AnsweringAgent } from './agent-settings.ts'
import { callCost } from './call-cost.ts'
import { type DisconnectionReason, statusAfter } from './disconnection.ts'
import type { InboundSetup } from './inbound-answer.ts'
import type { TranscriptFields } from './transcript.ts'

/** What is fixed once a call has been answered, or could not be. */
export interface CallIdentity {
  readonly callId: string
  readonly direction: 'inbound' | 'outbound'
  readonly from: string
  readonly to: string
  readonly setup: InboundSetup
  readonly agent: AnsweringAgent
  readonly sipHeaders?: Readonly<Record<string, string>>
}

export interface EndedCall {
  readonly reason: DisconnectionReason
  /** Absent if the call never connected. */
  readonly startedAt?: number
  readonly endedAt: number
  readonly latenciesMs: readonly number[]
  /** Dynamic variables that answers of tools have set. */
  readonly collected?: Readonly<Record<string, string>>
  /** Who got the call instead, because every line was taken. */
  readonly fallbackNumber?: string
}

/** "Basic info": what is known when the call connects. */
export function startedCall(identity: CallIdentity, startedAt: number): PhoneCallResponse {
  return { ...basics(identity), call_status: 'ongoing', start_timestamp: startedAt }
}

/** What a tool request carries: all that was said so far, the running invocation included. */
export function ongoingCall(
  identity: CallIdentity,
  now: { startedAt: number; transcript: TranscriptFields; latenciesMs: readonly number[] },
): PhoneCallResponse {
  return { ...startedCall(identity, now.startedAt), ...now.transcript, ...latencyFields(now.latenciesMs) }
}

/** Everything except the analysis. */
export function endedCall(
  identity: CallIdentity,
  ended: EndedCall,
  transcript: TranscriptFields,
): PhoneCallResponse {
  const call: PhoneCallResponse = {
    ...basics(identity),
    call_status: statusAfter(ended.reason),
    disconnection_reason: ended.reason,
    end_timestamp: ended.endedAt,
    ...(ended.fallbackNumber === undefined ? {} : { transfer_destination: ended.fallbackNumber }),
  }
  if (ended.startedAt === undefined) return { ...call, duration_ms: 0 }
  const durationMs = ended.endedAt - ended.startedAt
  return {
    ...call,
    start_timestamp: ended.startedAt,
    duration_ms: durationMs,
    ...transcript,
    ...latencyFields(ended.latenciesMs),
    call_cost: callCost(durationMs),
    ...(Object.keys(ended.collected ?? {}).length > 0
      ? { collected_dynamic_variables: { ...ended.collected } }
      : {}),
  }
}

/** The full object. */
export function analyzedCall(
  ended: PhoneCallResponse,
  analysis: { summary: string; successful: boolean },
): PhoneCallResponse {
  return {
    ...ended,
    call_analysis: {
      call_summary: analysis.summary,
      in_voicemail: ended.disconnection_reason === 'voicemail_reached',
      user_sentiment: ended.start_timestamp === undefined ? 'Unknown' : 'Neutral',
      call_successful: analysis.successful,
      custom_analysis_data: {},
    },
  }
}

function basics({ callId, direction, from, to, setup, agent, sipHeaders }: CallIdentity) {
  const { agentVersion } = setup
  return {
    call_id: callId,
    call_type: 'phone_call',
    agent_id: agent.id,
    agent_version: typeof agentVersion === 'number' ? agentVersion : agent.version,
    agent_name: agent.name,
    agent_tag: typeof agentVersion === 'string' ? agentVersion : agent.tag,
    direction,
    from_number: from,
    to_number: to,
    ...(setup.metadata === undefined ? {} : { metadata: setup.metadata }),
    ...(Object.keys(setup.dynamicVariables).length > 0
      ? { retell_llm_dynamic_variables: { ...setup.dynamicVariables } }
      : {}),
    ...(sipHeaders === undefined ? {} : { custom_sip_headers: { ...sipHeaders } }),
    data_storage_setting: agent.storage,
    opt_in_signed_url: true,
    telephony_identifier: {},
  } satisfies Partial<PhoneCallResponse>
}

function latencyFields(values: readonly number[]): Pick<PhoneCallResponse, 'latency'> {
  if (values.length === 0) return {}
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return {
    latency: {
      e2e: {
        p50: at(0.5),
        p90: at(0.9),
        p95: at(0.95),
        p99: at(0.99),
        max: at(1),
        min: sorted[0] ?? 0,
        num: values.length,
        values: [...values],
      },
    },
  }
}
