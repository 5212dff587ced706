import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type AppointmentState, mayFollow, type OutcomeState } from '../domain/outcome-steps.ts'
import { appointmentCancelled, appointmentStateChanged } from '../events.ts'
import { readParts, releasePlace } from './appointment-place.ts'
import {
  type ChangeWish,
  type LockedAppointment,
  lockAppointment,
  writeChange,
} from './change-appointment.ts'

export type SettleResult =
  /** `repeated`: it was so already, and nothing was done. */
  | { readonly kind: 'settled'; readonly repeated: boolean }
  /** It is in a state that this cannot follow. */
  | { readonly kind: 'wrong_state'; readonly state: AppointmentState }
  | { readonly kind: 'unknown' | 'stale' }

export type SettleWish = ChangeWish & { readonly to: OutcomeState | 'confirmed' | 'declined' }

/** Who came, who did not, and what a person decided about a request. */
export function createSettleAppointment(platform: Platform) {
  return async function settleAppointment(tx: Tx, wish: SettleWish): Promise<SettleResult> {
    const appointment = await lockAppointment(tx, wish)
    if ('kind' in appointment) return appointment
    const { to } = wish
    if (appointment.state === to) return { kind: 'settled', repeated: true }
    if (!mayFollow(appointment.state, to)) return { kind: 'wrong_state', state: appointment.state }
    return await settle(tx, appointment, wish)
  }

  async function settle(tx: Tx, appointment: LockedAppointment, wish: SettleWish): Promise<SettleResult> {
    const { to } = wish
    const state = to === 'declined' ? 'cancelled' : to
    const parts = to === 'declined' ? await readParts(tx, wish.appointmentId) : null
    if (parts !== null) await releasePlace(tx, wish.appointmentId)
    const { version } = await writeChange(platform, tx, appointment, {
      kind: to,
      actor: wish.actor,
      reason: wish.reason ?? null,
      set: { state },
      before: { state: appointment.state, ...(parts === null ? {} : { parts }) },
      after: { state },
    })
    const event = { tenant_id: tx.tenantId, appointment_id: wish.appointmentId, version }
    if (to === 'declined') await platform.jobs.publish(tx, appointmentCancelled, event)
    else await platform.jobs.publish(tx, appointmentStateChanged, { ...event, change: to, state })
    return { kind: 'settled', repeated: false }
  }
}
