import type { Tx } from '../../platform/db/database.ts'
import type { LocationId } from '../../platform/ids/ids.ts'
import type { WeeklyHours } from '../../platform/time/week.ts'

/** Where callers are put through to, and when somebody picks up there, in the location's wall time. */
export type Transfer = { readonly phoneE164: string; readonly week: readonly WeeklyHours[] }

/** Replaces number and hours as a whole. With `version`, a stale one changes nothing. */
export async function changeTransfer(
  tx: Tx,
  place: { locationId: LocationId; version: number | null },
  wanted: Transfer | null,
): Promise<{ kind: 'changed' | 'stale' | 'unknown' }> {
  const row = await tx
    .selectFrom('location')
    .select('location.version')
    .where('location.tenant_id', '=', tx.tenantId)
    .where('location.id', '=', place.locationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (place.version !== null && place.version !== row.version) return { kind: 'stale' }
  await tx
    .updateTable('location')
    .set({ transfer_e164: wanted?.phoneE164 ?? null, version: row.version + 1 })
    .where('location.tenant_id', '=', tx.tenantId)
    .where('location.id', '=', place.locationId)
    .execute()
  await replaceHours(tx, place.locationId, wanted?.week ?? [])
  return { kind: 'changed' }
}

async function replaceHours(tx: Tx, locationId: LocationId, week: readonly WeeklyHours[]): Promise<void> {
  await tx
    .deleteFrom('transfer_hours')
    .where('transfer_hours.tenant_id', '=', tx.tenantId)
    .where('transfer_hours.location_id', '=', locationId)
    .execute()
  if (week.length === 0) return
  await tx
    .insertInto('transfer_hours')
    .values(
      week.map(window => ({
        location_id: locationId,
        weekday: window.weekday,
        from_minute: window.fromMinute,
        to_minute: window.toMinute,
      })),
    )
    .execute()
}
