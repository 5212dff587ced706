import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { sendTogether } from '../../platform/db/send-together.ts'
import { type AppointmentId, newId, type ResourceId, type ServiceId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { countIn } from './capacity.ts'
import { clearExpiredCounts, clearExpiredHolds } from './expired-holds.ts'
import { insertHold } from './hold-store.ts'
import { allocate, turnHoldIntoAppointment } from './store.ts'

/** Whom and what an appointment takes, part by part; kept of a cancelled one, so that it can be taken back. */
export type PlacePart = {
  readonly resource_id: string
  readonly position: number
  readonly starts_at: string
  readonly ends_at: string
}

export async function readParts(tx: Tx, id: AppointmentId): Promise<PlacePart[]> {
  const rows = await tx
    .selectFrom('appointment_segment')
    .select(['appointment_segment.resource_id', 'appointment_segment.position'])
    .select(['appointment_segment.starts_at', 'appointment_segment.ends_at'])
    .where('appointment_segment.tenant_id', '=', tx.tenantId)
    .where('appointment_segment.appointment_id', '=', id)
    .orderBy('appointment_segment.starts_at')
    .orderBy('appointment_segment.resource_id')
    .execute()
  return rows.map(row => ({
    ...row,
    starts_at: row.starts_at.toString(),
    ends_at: row.ends_at.toString(),
  }))
}

/** Frees it at once, for whoever asks next. */
export async function releasePlace(tx: Tx, id: AppointmentId): Promise<void> {
  await sendTogether(tx, [
    tx
      .deleteFrom('allocation')
      .where('allocation.tenant_id', '=', tx.tenantId)
      .where('allocation.appointment_id', '=', id)
      .compile(),
    tx
      .deleteFrom('capacity_count')
      .where('capacity_count.tenant_id', '=', tx.tenantId)
      .where('capacity_count.appointment_id', '=', id)
      .compile(),
  ])
}

export async function forgetParts(tx: Tx, id: AppointmentId): Promise<void> {
  await tx
    .deleteFrom('appointment_segment')
    .where('appointment_segment.tenant_id', '=', tx.tenantId)
    .where('appointment_segment.appointment_id', '=', id)
    .execute()
}

/**
 * Whoever gives one place up to take another takes the calendar rows so that nobody else does the same beside it:
 * two who change places would each wait for what the other gives up.
 */
export async function lockCalendarsAlone(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('resource')
    .select(['resource.id', 'resource.lanes'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', 'in', [...new Set(ids)])
    .orderBy('resource.id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, row.lanes]))
}

/** Runs `attempt`; what it wrote is undone when it answers null. */
export async function orTakeBack<T>(tx: Tx, attempt: () => Promise<T | null>): Promise<T | null> {
  await sql`savepoint attempt`.execute(tx)
  const done = await attempt()
  await (done === null ? sql`rollback to savepoint attempt` : sql`release savepoint attempt`).execute(tx)
  return done
}

/** Takes exactly this place for an appointment that has none; false: part of it is taken or blocked by now. */
export async function retakePlace(
  { clock }: Platform,
  catalogue: Catalogue,
  tx: Tx,
  wanted: { appointmentId: AppointmentId; serviceId: ServiceId; start: number; parts: readonly PlacePart[] },
): Promise<boolean> {
  const { parts, serviceId, start } = wanted
  const lanes = await lockCalendarsAlone(
    tx,
    parts.map(part => part.resource_id),
  )
  const end = Math.max(...parts.map(part => Temporal.Instant.from(part.ends_at).epochMilliseconds))
  const range = { start, end }
  const basis = await catalogue.readBookingBasis(tx, { serviceId, range })
  const isBlocked = basis.blocked.some(
    entry =>
      (entry.resourceId === null || lanes.has(entry.resourceId)) && entry.start < end && entry.end > start,
  )
  if (isBlocked) return false
  const now = clock.now()
  const holdId = newId<'hold'>()
  const resourceIds = [...lanes.keys()] as ResourceId[]
  await sendTogether(tx, [
    clearExpiredHolds(tx, { resourceIds, range, now: now.epochMilliseconds }),
    clearExpiredCounts(tx, { serviceId, startsAt: start, now: now.epochMilliseconds }),
    insertHold(tx, { id: holdId, holder: `undo:${holdId}`, slotKey: isoText(start), now, expiresAt: now }),
  ])
  for (const [resourceId, own] of Map.groupBy(parts, part => part.resource_id)) {
    const taken = own.map(part => ({
      position: part.position,
      start: Temporal.Instant.from(part.starts_at).epochMilliseconds,
      end: Temporal.Instant.from(part.ends_at).epochMilliseconds,
    }))
    const place = {
      holdId,
      resourceId: resourceId as ResourceId,
      lanes: lanes.get(resourceId) ?? 0,
      parts: taken,
    }
    if (!(await allocate(tx, place))) return false
  }
  const limits = catalogue.expandFixedStarts({ starts: basis.fixedStarts, zone: basis.zone, range })
  const limit = limits.find(one => one.at === start)
  if (limit && !(await countIn(tx, { serviceId, startsAt: start, most: limit.most, holdId }))) return false
  await forgetParts(tx, wanted.appointmentId)
  await sendTogether(tx, turnHoldIntoAppointment(tx, holdId, wanted.appointmentId))
  return true
}
