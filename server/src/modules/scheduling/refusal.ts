import type { schedulingErrors } from './errors.ts'
import type { Slot } from './slot.ts'

/** Why a slot could not be had, whether to keep it or to book it. */
export type Refusal =
  /** Somebody else has it, or it was closed since; other times instead. */
  | { readonly kind: 'taken'; readonly alternatives: readonly Slot[] }
  | { readonly kind: 'closed'; readonly alternatives: readonly Slot[] }
  /** The offer is too old, or the service changed since. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'past' }
  | { readonly kind: 'beyond_horizon' }
  | { readonly kind: 'service_gone' }
  | { readonly kind: 'invalid_token' }

/** Why a slot could not be kept, beside these. */
export type HoldRefusal = Refusal | { readonly kind: 'too_many_holds' } | { readonly kind: 'held_too_long' }

/** The problem, and the sentence to speak, of each. */
export const PROBLEM_OF = {
  taken: 'slotTaken',
  closed: 'closed',
  expired: 'slotExpired',
  past: 'startPassed',
  beyond_horizon: 'beyondHorizon',
  service_gone: 'serviceGone',
  invalid_token: 'invalidToken',
  too_many_holds: 'tooManyHolds',
  held_too_long: 'heldTooLong',
} as const satisfies Record<HoldRefusal['kind'], keyof typeof schedulingErrors>
