import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import { type HoursExceptionId, type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import type { WallWindow } from '../../../platform/time/working-time.ts'
import { lockCalendars } from '../calendar-lock.ts'
import { readHoursException } from './hours-exception-views.ts'

export type NewHoursException = {
  readonly locationId: LocationId
  readonly resourceId: ResourceId | null
  readonly date: Temporal.PlainDate
  /** What counts instead of the week; none: closed. */
  readonly windows: readonly WallWindow[]
  readonly reason: string | null
  readonly createdBy: string
}

/** Replaces the weekly hours of one date. Neither it nor a booking in flight overtakes the other. */
export async function addHoursException(
  tx: Tx,
  exception: NewHoursException,
): Promise<{ kind: 'added'; id: HoursExceptionId } | { kind: 'date_taken' }> {
  await lockCalendars(tx, exception)
  const id = newId<'hours-exception'>()
  const windows = exception.windows.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }))
  const { numAffectedRows } = await sql`
    insert into hours_exception (id, location_id, resource_id, local_date, windows, reason, created_by)
    values (${id}, ${exception.locationId}, ${exception.resourceId}, ${exception.date.toString()}::date,
      ${JSON.stringify(windows)}::jsonb, ${exception.reason}, ${exception.createdBy})
    on conflict do nothing
  `.execute(tx)
  return numAffectedRows === 1n ? { kind: 'added', id } : { kind: 'date_taken' }
}

/** Takes it back: the week counts again. Said again, nothing changes. */
export async function removeHoursException(
  tx: Tx,
  exception: { id: HoursExceptionId; removedBy: string; at: Temporal.Instant },
): Promise<'removed' | 'unknown'> {
  const known = await readHoursException(tx, exception.id)
  if (!known) return 'unknown'
  await lockCalendars(tx, known)
  await tx
    .updateTable('hours_exception')
    .set({ removed_at: isoText(exception.at), removed_by: exception.removedBy })
    .where('hours_exception.tenant_id', '=', tx.tenantId)
    .where('hours_exception.id', '=', exception.id)
    .where('hours_exception.removed_at', 'is', null)
    .execute()
  return 'removed'
}
