/**
 * What Cal.com means when it refuses. The same situation comes with different statuses and in two envelopes, so it is told
 * by the words of the message; those it has no row for stay as they are, in full (failure 60).
 */
export type RefusalCode =
  | 'slot_taken'
  | 'out_of_window'
  | 'past'
  | 'booker_limit'
  | 'full'
  | 'duplicate_attendee'
  | 'field_required'
  | 'cancelled_already'
  | 'managed_parent'
  | 'not_found'
  | 'unauthorised'
  | 'too_many_requests'
  | 'invalid'
  | 'unknown'

export type Refusal = { readonly code: RefusalCode; readonly status: number; readonly message: string }

const WORDS: readonly (readonly [RegExp, RefusalCode])[] = [
  [/already has booking at this time or is not available/i, 'slot_taken'],
  [/booking_conflict_error|no_available_users_found_error|hosts_unavailable_for_booking/, 'slot_taken'],
  [/(fixed|round_robin)_hosts?_unavailable_for_booking/, 'slot_taken'],
  [/can't be booked at the "start" time provided/i, 'out_of_window'],
  [/attempting to book a meeting in the past/i, 'past'],
  [/maximum number of active bookings/i, 'booker_limit'],
  [/booking_seats_full_error|not_enough_available_seats_error/, 'full'],
  [/already_signed_up_for_this_booking_error/, 'duplicate_attendee'],
  [
    /missing attendee phone number|missing required booking field response|email_validation_error/i,
    'field_required',
  ],
  [/has been cancelled/i, 'cancelled_already'],
  [/managed/i, 'managed_parent'],
  [/bad request exception/i, 'invalid'],
]

export function readRefusal(status: number, json: unknown): Refusal {
  const message = messageIn(json)
  return { code: codeOf(status, message), status, message }
}

function codeOf(status: number, message: string): RefusalCode {
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 404) return 'not_found'
  if (status === 429) return 'too_many_requests'
  return WORDS.find(([words]) => words.test(message))?.[1] ?? 'unknown'
}

/** Both envelopes, with what validation found. */
function messageIn(json: unknown): string {
  if (typeof json !== 'object' || json === null) return ''
  const { error, message } = json as { error?: unknown; message?: unknown }
  if (typeof error === 'object' && error !== null) {
    const { message: inner, details } = error as { message?: unknown; details?: unknown }
    const found = details === undefined || details === null ? '' : ` ${JSON.stringify(details)}`
    return `${String(inner ?? '')}${found}`.trim()
  }
  return typeof message === 'string' ? message : JSON.stringify(json)
}
