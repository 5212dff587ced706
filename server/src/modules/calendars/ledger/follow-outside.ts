import type { Tx } from '../../../platform/db/database.ts'
import type { ResourceId, ServiceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { OutsideChanges } from '../connections/connection-store.ts'
import { isSamePlace, type Place } from '../domain/plan-write.ts'
import type { CalendarNeighbours } from '../neighbours.ts'
import type { SyncEntry } from './entry-store.ts'

export type OutsideChange<Event extends Place = Place> =
  | { readonly kind: 'moved_outside'; readonly event: Event }
  | { readonly kind: 'removed_outside' }

export type Followed = 'followed' | 'restore' | 'ask'
export type FollowOutside = ReturnType<typeof createFollowOutside>

const ACTOR = 'calendar'
const REASON = 'Im verbundenen Kalender geändert'

/**
 * What follows when an appointment of ours was moved or deleted in the other calendar. `accept` does the same here,
 * through the door that everybody uses; what cannot be had here is never forced (failure 47), a person is asked.
 */
export function createFollowOutside(
  { clock }: Pick<Platform, 'clock'>,
  { scheduling, catalogue }: CalendarNeighbours,
) {
  return async function followOutside(
    tx: Tx,
    given: {
      entry: SyncEntry
      change: OutsideChange
      rule: OutsideChanges
      /** Who decided it; left out: the rule. */
      actor?: string
    },
  ): Promise<Followed> {
    const { entry, change, rule, actor = ACTOR } = given
    if (rule !== 'accept') return rule
    const isDone =
      change.kind === 'removed_outside'
        ? await cancel(tx, entry, actor)
        : await move(tx, entry, { to: change.event, actor })
    return isDone ? 'followed' : 'ask'
  }

  /** Null: it is over, or it was changed here too, and both sides have to be looked at. */
  async function stillAsWritten(tx: Tx, { appointmentId, desired }: SyncEntry) {
    const appointment = await scheduling.readAppointment(tx, appointmentId)
    if (appointment === null || !isSamePlace(appointment, desired) || appointment.state === 'cancelled')
      return null
    return Temporal.Instant.compare(desired.startsAt, clock.now()) > 0 ? appointment : null
  }

  async function cancel(tx: Tx, entry: SyncEntry, actor: string): Promise<boolean> {
    const appointment = await stillAsWritten(tx, entry)
    if (appointment === null) return false
    const result = await scheduling.cancelAppointment(tx, {
      appointmentId: appointment.id,
      version: appointment.version,
      actor,
      reason: REASON,
      override: REASON,
    })
    return result.kind === 'cancelled'
  }

  async function move(
    tx: Tx,
    entry: SyncEntry,
    { to, actor }: { to: Place; actor: string },
  ): Promise<boolean> {
    const appointment = await stillAsWritten(tx, entry)
    if (appointment === null) return false
    const isAsLong =
      to.startsAt.until(to.endsAt).total('seconds') ===
      appointment.startsAt.until(appointment.endsAt).total('seconds')
    const service = await catalogue.readService(tx, appointment.service.id as ServiceId)
    if (!isAsLong || service === null) return false
    const staffId: ResourceId | undefined = appointment.staff[0]?.id
    const { slots } = await scheduling.findFreeSlots(tx, {
      service,
      from: to.startsAt,
      to: to.endsAt,
      effects: { notice: 'waived', extraHorizonDays: 0, waitlistPriority: 0 },
      moving: appointment.id,
      limit: 1,
      ...(staffId === undefined ? {} : { staffId }),
    })
    const [slot] = scheduling.offerSlots(slots)
    if (slot?.start !== to.startsAt.epochMilliseconds) return false
    const result = await scheduling.moveAppointment(tx, {
      appointmentId: appointment.id,
      version: appointment.version,
      token: slot.token,
      holder: null,
      actor,
      reason: REASON,
      override: REASON,
    })
    return result.kind === 'moved'
  }
}
