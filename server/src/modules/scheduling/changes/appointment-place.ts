import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { sendTogether } from '../../../platform/db/send-together.ts'
import type { AppointmentId, ResourceId, ServiceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { covers, subtract, unite } from '../../../platform/time/intervals.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import type { BookingBasis, Catalogue } from '../../catalogue/index.ts'
import { countIn } from '../availability/capacity.ts'
import { dayOf } from '../availability/check-slot.ts'
import { buffersOf } from '../availability/free-time.ts'
import { allocateAnyLane, giveUpPlace, partsFromPlace, type Taking, withBuffers } from '../holds/allocate.ts'
import { clearExpiredCounts, clearExpiredHolds } from '../holds/expired-holds.ts'
import { readTaken, type Taken } from '../store.ts'

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
export async function releasePlace(tx: Tx, appointmentId: AppointmentId): Promise<void> {
  await giveUpPlace(tx, { appointmentId })
}

/** What is kept of the place it has taken, instead of what was kept of the one before. */
export async function replaceParts(tx: Tx, id: AppointmentId): Promise<void> {
  const before = tx
    .deleteFrom('appointment_segment')
    .where('appointment_segment.tenant_id', '=', tx.tenantId)
    .where('appointment_segment.appointment_id', '=', id)
    .compile()
  await sendTogether(tx, [before, partsFromPlace(tx, id).compile(tx)])
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
  if (done === null) await sql`rollback to savepoint attempt`.execute(tx)
  // Given up in any case: an attempt within another one has a savepoint of the same name.
  await sql`release savepoint attempt`.execute(tx)
  return done
}

/** Takes exactly this place for an appointment that has none; false: part of it is taken, blocked, busy or closed by now. */
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
  const now = clock.now().epochMilliseconds
  const service = await catalogue.readService(tx, serviceId)
  const day = service && dayOf(service, start, basis.zone)
  const { taken } = await readTaken(tx, { serviceId, range, now, ignoreHolder: null })
  const owner = { appointmentId: wanted.appointmentId }
  const resourceIds = [...lanes.keys()] as ResourceId[]
  await sendTogether(tx, [
    clearExpiredHolds(tx, { resourceIds, range, now }),
    clearExpiredCounts(tx, { serviceId, startsAt: start, now }),
    ...(day ? [clearExpiredCounts(tx, { serviceId, startsAt: day.startsAt, now })] : []),
  ])
  const takings = [...Map.groupBy(parts, part => part.resource_id)].map(([resourceId, own]) => ({
    resourceId: resourceId as ResourceId,
    lanes: lanes.get(resourceId) ?? 0,
    parts: withBuffers(
      own.map(part => ({
        position: part.position,
        start: Temporal.Instant.from(part.starts_at).epochMilliseconds,
        end: Temporal.Instant.from(part.ends_at).epochMilliseconds,
      })),
      service ? buffersOf(service) : { beforeMs: 0, afterMs: 0 },
    ),
  }))
  if (!takings.every(taking => isOpenFor(taking, { catalogue, basis, taken, range }))) return false
  if (!(await allocateAnyLane(tx, owner, takings))) return false
  const limits = catalogue.expandFixedStarts({ starts: basis.fixedStarts, zone: basis.zone, range })
  const limit = limits.find(one => one.at === start)
  if (limit && !(await countIn(tx, owner, { serviceId, kind: 'start', startsAt: start, most: limit.most })))
    return false
  if (day && !(await countIn(tx, owner, { serviceId, kind: 'day', ...day }))) return false
  await replaceParts(tx, wanted.appointmentId)
  return true
}

/** They work then, nothing is blocked, and nobody outside says that they are busy. */
function isOpenFor(
  { resourceId, parts }: Omit<Taking, 'lane'>,
  known: { catalogue: Catalogue; basis: BookingBasis; taken: readonly Taken[]; range: EpochRange },
): boolean {
  const { catalogue, basis, range } = known
  const resource = basis.resources.find(one => one.id === resourceId)
  if (!resource) return false
  const opening = catalogue.openingTime(basis, range)
  const blocked = basis.blocked.filter(entry => entry.resourceId === null || entry.resourceId === resourceId)
  const elsewhere = known.taken.filter(entry => entry.resourceId === resourceId && entry.lane === 'all')
  const closed = unite([...blocked, ...elsewhere].flatMap(entry => [entry.start, entry.end]))
  const free = subtract(catalogue.workingTime(basis, resource, { opening, range }), closed)
  return parts.every(part => covers(free, part.start, part.end))
}
