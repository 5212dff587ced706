import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, ServiceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type AppointmentState, mayUndo } from '../domain/outcome-steps.ts'
import { appointmentMoved, appointmentStateChanged } from '../events.ts'
import {
  lockCalendarsAlone,
  orTakeBack,
  type PlacePart,
  readParts,
  releasePlace,
  retakePlace,
} from './appointment-place.ts'
import {
  type ChangeWish,
  changeEvent,
  type LockedAppointment,
  lockAppointment,
  writeChange,
} from './change-appointment.ts'

export type UndoResult =
  | { readonly kind: 'undone'; readonly change: string }
  /** The last change is too old, or none that can be taken back. */
  | { readonly kind: 'nothing_to_undo' }
  /** Somebody else has the place by now. */
  | { readonly kind: 'place_taken' }
  | { readonly kind: 'unknown' | 'stale' }

type Undoing = {
  readonly appointment: LockedAppointment
  readonly wish: ChangeWish
  readonly last: LastChange
}

type LastChange = {
  readonly id: string
  readonly kind: string
  readonly at: Temporal.Instant
  readonly before: Readonly<Record<string, unknown>>
}

/** What a change record says of before, as `moved`, `cancelled` and `declined` write it. */
type Before = {
  readonly state?: AppointmentState
  readonly starts_at?: string
  readonly ends_at?: string
  readonly segment_minutes?: number[] | null
  readonly parts?: PlacePart[]
}

/** Takes back the last change of an appointment within minutes, where that harms nobody. */
export function createUndoChange(platform: Platform, { catalogue }: { catalogue: Catalogue }) {
  return async function undoChange(tx: Tx, wish: ChangeWish): Promise<UndoResult> {
    const appointment = await lockAppointment(tx, wish)
    if ('kind' in appointment) return appointment
    const last = await readLastChange(tx, wish.appointmentId)
    if (!last || !mayUndo(last, platform.clock.now())) return { kind: 'nothing_to_undo' }
    const before = last.before as Before
    if (before.parts && !(await goBack(tx, appointment, before))) return { kind: 'place_taken' }
    await write(tx, { appointment, wish, last })
    return { kind: 'undone', change: last.kind }
  }

  async function write(tx: Tx, { appointment, wish, last }: Undoing): Promise<void> {
    const before = last.before as Before
    const moved = last.kind === 'moved'
    const state = before.state ?? appointment.state
    const { version } = await writeChange(platform, tx, appointment, {
      kind: 'undone',
      actor: wish.actor,
      reason: wish.reason ?? null,
      seriesChangeId: wish.seriesChangeId,
      set: moved ? placeBefore(before, appointment.moves) : { state },
      before: { change: last.kind, state: appointment.state, starts_at: appointment.startsAt.toString() },
      after: { state, ...(moved ? { starts_at: before.starts_at } : {}) },
      undoes: last.id,
    })
    const event = changeEvent(tx, wish, version)
    if (moved) await platform.jobs.publish(tx, appointmentMoved, event)
    else
      await platform.jobs.publish(tx, appointmentStateChanged, {
        ...event,
        change: `undone_${last.kind}`,
        state,
      })
  }

  async function goBack(tx: Tx, appointment: LockedAppointment, before: Before): Promise<boolean> {
    const parts = before.parts ?? []
    const startsAt =
      before.starts_at === undefined ? appointment.startsAt : Temporal.Instant.from(before.starts_at)
    const held = await readParts(tx, appointment.id)
    await lockCalendarsAlone(
      tx,
      [...held, ...parts].map(part => part.resource_id),
    )
    const done = await orTakeBack(tx, async () => {
      await releasePlace(tx, appointment.id)
      const taken = await retakePlace(platform, catalogue, tx, {
        appointmentId: appointment.id,
        serviceId: appointment.serviceId as ServiceId,
        start: startsAt.epochMilliseconds,
        parts,
      })
      return taken ? true : null
    })
    return done ?? false
  }
}

function placeBefore(before: Before, moves: number) {
  return {
    startsAt: Temporal.Instant.from(before.starts_at ?? ''),
    endsAt: Temporal.Instant.from(before.ends_at ?? ''),
    segmentMinutes: before.segment_minutes ?? null,
    moves: Math.max(0, moves - 1),
  }
}

async function readLastChange(tx: Tx, id: AppointmentId): Promise<LastChange | null> {
  const row = await tx
    .selectFrom('appointment_change')
    .select(['appointment_change.id', 'appointment_change.kind', 'appointment_change.at'])
    .select('appointment_change.before')
    .where('appointment_change.tenant_id', '=', tx.tenantId)
    .where('appointment_change.appointment_id', '=', id)
    .orderBy('appointment_change.at', 'desc')
    .orderBy('appointment_change.id', 'desc')
    .executeTakeFirst()
  return row ? { ...row, before: (row.before ?? {}) as LastChange['before'] } : null
}
