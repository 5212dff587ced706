import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { ChangeTerms, Fee } from '../domain/change-terms.ts'
import { appointmentCancelled } from '../events.ts'
import { termsOf } from '../policies/terms-of.ts'
import { readParts, releasePlace } from './appointment-place.ts'
import {
  type ChangeWish,
  changeEvent,
  lockAppointment,
  meetPolicy,
  type PolicyWish,
  writeChange,
} from './change-appointment.ts'

export type NotByTheRules =
  /** A fee is due that the customer has not agreed to. */
  | { readonly kind: 'fee_due'; readonly terms: ChangeTerms }
  | { readonly kind: 'not_allowed'; readonly terms: ChangeTerms }

export type CancelResult =
  /** `repeated`: it was cancelled before, and nothing was done. */
  | { readonly kind: 'cancelled'; readonly fee: Fee | null; readonly repeated: boolean }
  | NotByTheRules
  | { readonly kind: 'unknown' | 'stale' }

/** Cancels by the rules of the business, and frees the place in the same transaction. */
export function createCancelAppointment(platform: Platform) {
  return async function cancelAppointment(tx: Tx, wish: ChangeWish & PolicyWish): Promise<CancelResult> {
    const appointment = await lockAppointment(tx, wish)
    if ('kind' in appointment) return appointment
    if (appointment.state === 'cancelled') return { kind: 'cancelled', fee: null, repeated: true }
    const terms = await termsOf(tx, wish.appointmentId, 'cancel', platform.clock.now())
    const policy = meetPolicy(terms, wish)
    if (policy === null) return { kind: terms.verdict === 'fee' ? 'fee_due' : 'not_allowed', terms }
    const parts = await readParts(tx, wish.appointmentId)
    await releasePlace(tx, wish.appointmentId)
    const { version } = await writeChange(platform, tx, appointment, {
      kind: 'cancelled',
      actor: wish.actor,
      reason: wish.reason ?? null,
      seriesChangeId: wish.seriesChangeId,
      set: { state: 'cancelled' },
      before: { state: appointment.state, starts_at: appointment.startsAt.toString(), parts },
      after: { state: 'cancelled' },
      policy: { ...policy, terms },
    })
    await platform.jobs.publish(tx, appointmentCancelled, changeEvent(tx, wish, version))
    return { kind: 'cancelled', fee: policy.fee, repeated: false }
  }
}
