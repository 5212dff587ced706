import type { Act } from '../../../modules/reception/index.ts'

/** A time the caller may choose, as it was offered. */
export type Option = {
  readonly start: number
  /** Whoever of the people at work is named with it. */
  readonly staff: readonly string[]
  readonly spoken: string
}

/** What the simulated caller hears of a receptionist's turn. */
export type HeardTurn = {
  readonly acts: readonly Act[]
  readonly text: string
  /** What is on offer by then; only meant where the turn offers. */
  readonly options: readonly Option[]
  /** Readings of a day the caller is asked to choose between, in the receptionist's words. */
  readonly readings: readonly string[]
  /** The code that was sent to the caller, if one was. */
  readonly code: string | null
}

const asking = new Set<Act>([
  'ask_intent',
  'ask_service',
  'clarify_service',
  'ask_day',
  'clarify_day',
  'ask_time',
  'offer',
  'ask_other_staff',
  'ask_name',
  'spell_name',
  'confirm_name',
  'ask_phone',
  'confirm_phone',
  'ask_email',
  'confirm_email',
  'ask_code',
  'ask_attendee',
  'ask_note',
  'confirm_booking',
  'ask_which',
  'confirm_move',
  'confirm_cancel',
  'ask_waitlist',
  'ask_anything_else',
  'offer_callback',
])

/** The last act that asks something; the greeting is one whole, and a reminder asks what was asked before. */
export function askedIn(acts: readonly Act[]): Act | null {
  if (acts.includes('greet')) return 'greet'
  return acts.findLast(act => asking.has(act)) ?? null
}
