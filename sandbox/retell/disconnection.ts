import type { PhoneCallResponse } from 'retell-sdk/resources/call'

export type DisconnectionReason = NonNullable<PhoneCallResponse['disconnection_reason']>
type FinalStatus = Extract<PhoneCallResponse['call_status'], 'ended' | 'not_connected' | 'error'>

/** Every reason of the SDK with the status a call has after it; a reason missing here does not compile. */
const STATUS_AFTER: Record<DisconnectionReason, FinalStatus> = {
  user_hangup: 'ended',
  agent_hangup: 'ended',
  call_transfer: 'ended',
  voicemail_reached: 'ended',
  ivr_reached: 'ended',
  inactivity: 'ended',
  max_duration_reached: 'ended',
  no_concurrency_fallback: 'ended',
  transfer_bridged: 'ended',
  transfer_cancelled: 'ended',
  manual_stopped: 'ended',
  call_take_over: 'ended',
  dial_busy: 'not_connected',
  dial_failed: 'not_connected',
  dial_no_answer: 'not_connected',
  invalid_destination: 'not_connected',
  telephony_provider_permission_denied: 'not_connected',
  telephony_provider_unavailable: 'not_connected',
  sip_routing_error: 'not_connected',
  marked_as_spam: 'not_connected',
  user_declined: 'not_connected',
  concurrency_limit_reached: 'error',
  no_valid_payment: 'error',
  scam_detected: 'error',
  error_llm_websocket_open: 'error',
  error_llm_websocket_lost_connection: 'error',
  error_llm_websocket_runtime: 'error',
  error_llm_websocket_corrupt_payload: 'error',
  error_no_audio_received: 'error',
  error_asr: 'error',
  error_retell: 'error',
  error_unknown: 'error',
  error_user_not_joined: 'error',
  registered_call_timeout: 'error',
}

export const DISCONNECTION_REASONS = Object.keys(STATUS_AFTER) as [
  DisconnectionReason,
  ...DisconnectionReason[],
]

/** The `call_status` that goes with a disconnection reason. */
export function statusAfter(reason: DisconnectionReason): FinalStatus {
  return STATUS_AFTER[reason]
}
