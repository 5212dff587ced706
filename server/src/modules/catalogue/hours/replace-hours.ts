import type { Tx } from '../../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import type { DatedHours } from '../../../platform/time/week.ts'
import { lockCalendars } from '../calendar-lock.ts'

export type HoursOwner = { readonly locationId: LocationId; readonly staffId: ResourceId | null }

export type HoursChange = { readonly kind: 'replaced' | 'unknown' | 'stale' }

/** Periods that are null stay as they are. */
export type WantedHours = {
  readonly week: readonly DatedHours[]
  readonly periods: readonly DatedHours[] | null
}

/**
 * Replaces the usual week of the location, or of one person, and the periods if there are any. The calendar rows are locked `for update`, so a booking
 * in flight is either committed before or sees the new hours; a stale version changes nothing.
 */
export async function replaceHours(
  tx: Tx,
  owner: HoursOwner & { readonly version: number },
  wanted: WantedHours,
): Promise<HoursChange> {
  await lockCalendars(tx, { locationId: owner.locationId, resourceId: owner.staffId })
  const version =
    owner.staffId === null ? await locationVersion(tx, owner) : await staffVersion(tx, owner.staffId)
  if (version === null) return { kind: 'unknown' }
  if (version !== owner.version) return { kind: 'stale' }
  let replaced = tx
    .deleteFrom('hours_rule')
    .where('hours_rule.tenant_id', '=', tx.tenantId)
    .where('hours_rule.location_id', '=', owner.locationId)
    .where('hours_rule.resource_id', owner.staffId === null ? 'is' : '=', owner.staffId)
  if (wanted.periods === null) replaced = replaced.where('hours_rule.valid_from', 'is', null)
  await replaced.execute()
  const week = [...wanted.week, ...(wanted.periods ?? [])]
  if (week.length > 0)
    await tx
      .insertInto('hours_rule')
      .values(
        week.map(window => ({
          id: newId<'hours-rule'>(),
          location_id: owner.locationId,
          resource_id: owner.staffId,
          weekday: window.weekday,
          from_minute: window.fromMinute,
          to_minute: window.toMinute,
          valid_from: window.validFrom ?? null,
          valid_to: window.validTo ?? null,
        })),
      )
      .execute()
  await countUp(tx, owner)
  return { kind: 'replaced' }
}

async function locationVersion(tx: Tx, { locationId }: HoursOwner): Promise<number | null> {
  const row = await tx
    .selectFrom('location')
    .select('location.version')
    .where('location.tenant_id', '=', tx.tenantId)
    .where('location.id', '=', locationId)
    .forUpdate()
    .executeTakeFirst()
  return row?.version ?? null
}

async function staffVersion(tx: Tx, id: ResourceId): Promise<number | null> {
  const row = await tx
    .selectFrom('resource')
    .select('resource.version')
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', id)
    .where('resource.kind', '=', 'staff')
    .executeTakeFirst()
  return row?.version ?? null
}

async function countUp(tx: Tx, { locationId, staffId }: HoursOwner): Promise<void> {
  if (staffId === null)
    await tx
      .updateTable('location')
      .set(current => ({ version: current('location.version', '+', 1) }))
      .where('location.tenant_id', '=', tx.tenantId)
      .where('location.id', '=', locationId)
      .execute()
  else
    await tx
      .updateTable('resource')
      .set(current => ({ version: current('resource.version', '+', 1) }))
      .where('resource.tenant_id', '=', tx.tenantId)
      .where('resource.id', '=', staffId)
      .execute()
}
