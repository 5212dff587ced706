import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type Statement, sendTogether } from '../../../platform/db/send-together.ts'
import { type AppointmentId, type HoldId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import { type PlaceOwner, turnCountIntoAppointment } from '../availability/capacity.ts'
import { holdGone } from './hold-store.ts'

/** A range over which a resource is taken, and the first segment it is taken for. */
export type TakenPart = EpochRange & {
  readonly position: number
  /** With the buffers that nobody else may have; left out: the range itself. */
  readonly kept?: EpochRange
}

export type Taking = {
  readonly resourceId: ResourceId
  readonly lanes: number
  /** The lane that was free when it was looked at. */
  readonly lane: number
  readonly parts: readonly TakenPart[]
}

/** In one order of resources and time for everybody, so that two who take the same do not wait in a circle. */
type Row = TakenPart & { readonly resourceId: ResourceId; readonly lane: number }

/**
 * Takes one lane of each resource for all its parts, where they were seen to be free; else nothing. The constraint
 * `allocation_no_overlap` decides.
 *
 * "on conflict do nothing" and the row count, not an error: plain inserts that race for one range wait for each
 * other in a circle (with 100 racers 99 deadlocks and up to 93 s; this way 8 ms and always one winner, 2026-11).
 */
export async function allocate(tx: Tx, owner: PlaceOwner, takings: readonly Taking[]): Promise<boolean> {
  const rows = takings
    .toSorted((one, other) => (one.resourceId < other.resourceId ? -1 : 1))
    .flatMap(({ resourceId, lane, parts }) => parts.map(part => ({ ...part, resourceId, lane })))
  return await insertAll(tx, owner, rows)
}

/** The same on any lanes that are free. */
export async function allocateAnyLane(
  tx: Tx,
  owner: PlaceOwner,
  takings: ReadonlyArray<Omit<Taking, 'lane'>>,
): Promise<boolean> {
  for (const { resourceId, lanes, parts } of takings.toSorted((one, other) =>
    one.resourceId < other.resourceId ? -1 : 1,
  )) {
    if (!(await onSomeLane(tx, owner, { resourceId, lanes, parts }))) {
      await giveUpPlace(tx, owner)
      return false
    }
  }
  return true
}

async function onSomeLane(
  tx: Tx,
  owner: PlaceOwner,
  { resourceId, lanes, parts }: Omit<Taking, 'lane'>,
): Promise<boolean> {
  for (let lane = 1; lane <= lanes; lane += 1) {
    if (
      await insertAll(
        tx,
        owner,
        parts.map(part => ({ ...part, resourceId, lane })),
      )
    )
      return true
  }
  return false
}

/** All of the rows or none of them. */
async function insertAll(tx: Tx, owner: PlaceOwner, rows: readonly Row[]): Promise<boolean> {
  const taken = await tx
    .insertInto('allocation')
    .values(
      rows.map(row => ({
        id: newId<'allocation'>(),
        resource_id: row.resourceId,
        lane: row.lane,
        position: row.position,
        starts_at: isoText(row.start),
        ends_at: isoText(row.end),
        kept_from: row.kept ? isoText(row.kept.start) : null,
        kept_until: row.kept ? isoText(row.kept.end) : null,
        hold_id: owner.holdId ?? null,
        appointment_id: owner.appointmentId ?? null,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('allocation.id')
    .execute()
  if (taken.length === rows.length) return true
  if (taken.length > 0)
    await tx
      .deleteFrom('allocation')
      .where('allocation.tenant_id', '=', tx.tenantId)
      .where(
        'allocation.id',
        'in',
        taken.map(row => row.id),
      )
      .execute()
  return false
}

/** The first and the last part of what one resource is taken for keep the service's buffers around them. */
export function withBuffers(
  parts: readonly TakenPart[],
  { beforeMs, afterMs }: { beforeMs: number; afterMs: number },
): readonly TakenPart[] {
  if (beforeMs === 0 && afterMs === 0) return parts
  return parts.map((part, index) => ({
    ...part,
    kept: {
      start: part.start - (index === 0 ? beforeMs : 0),
      end: part.end + (index === parts.length - 1 ? afterMs : 0),
    },
  }))
}

/** What was taken for it so far, and its place among the appointments of a limited start. */
export async function giveUpPlace(tx: Tx, owner: PlaceOwner): Promise<void> {
  if (owner.holdId !== undefined) {
    await tx.executeQuery(holdGone(tx, owner.holdId))
    return
  }
  await sendTogether(tx, [
    tx
      .deleteFrom('allocation')
      .where('allocation.tenant_id', '=', tx.tenantId)
      .where('allocation.appointment_id', '=', owner.appointmentId)
      .compile(),
    tx
      .deleteFrom('capacity_count')
      .where('capacity_count.tenant_id', '=', tx.tenantId)
      .where('capacity_count.appointment_id', '=', owner.appointmentId)
      .compile(),
  ])
}

/** The place of a hold becomes the appointment's, without ever being free in between. */
export function turnHoldIntoAppointment(tx: Tx, holdId: HoldId, appointmentId: AppointmentId): Statement[] {
  const place = tx
    .updateTable('allocation')
    .set({ hold_id: null, appointment_id: appointmentId })
    .where('allocation.tenant_id', '=', tx.tenantId)
    .where('allocation.hold_id', '=', holdId)
    .compile()
  return [place, turnCountIntoAppointment(tx, holdId, appointmentId), holdGone(tx, holdId)]
}

/** What an appointment has taken, as the parts that are kept of it. */
export function partsFromPlace(tx: Tx, appointmentId: AppointmentId) {
  return sql`
    insert into appointment_segment (tenant_id, appointment_id, position, resource_id, starts_at, ends_at)
    select allocation.tenant_id, allocation.appointment_id, allocation.position, allocation.resource_id,
      allocation.starts_at, allocation.ends_at
    from allocation
    where allocation.tenant_id = ${tx.tenantId} and allocation.appointment_id = ${appointmentId}`
}
