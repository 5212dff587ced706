import type { Tx } from '../../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import { lastPosition, nameIsTaken, qualify } from './resource-store.ts'

export type StaffWish = {
  readonly name?: string
  readonly spokenName?: string
  readonly position?: number
  readonly active?: boolean
  /** Replaces what they can be booked for. */
  readonly serviceIds?: readonly string[]
}

export type StaffRefusal = { readonly kind: 'unknown' | 'stale' | 'name_taken' | 'unknown_service' }

/** Adds a person at the end of the owner's order. */
export async function addStaffMember(
  tx: Tx,
  locationId: LocationId,
  wish: StaffWish & { readonly name: string },
): Promise<{ kind: 'added'; id: ResourceId } | StaffRefusal> {
  const id = newId<'resource'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resource')
    .values({
      id,
      location_id: locationId,
      kind: 'staff',
      name: wish.name,
      position: wish.position ?? (await lastPosition(tx)) + 1,
    })
    .onConflict(conflict => conflict.constraint('resource_name_unique').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return { kind: 'name_taken' }
  await tx
    .insertInto('staff_member')
    .values({ resource_id: id, spoken_name: wish.spokenName ?? wish.name })
    .execute()
  if (!(await qualify(tx, id, wish.serviceIds ?? []))) return { kind: 'unknown_service' }
  return { kind: 'added', id }
}

/**
 * Changes what is named. The person's calendar row is locked `for update` first, so a booking in flight is either
 * committed before or sees the change. With `version`, a stale one changes nothing; neither does what is so already.
 */
export async function changeStaffMember(
  tx: Tx,
  person: { id: ResourceId; version: number | null },
  wish: StaffWish,
): Promise<{ kind: 'changed' } | StaffRefusal> {
  const row = await tx
    .selectFrom('resource')
    .select(['resource.version', 'resource.active', 'resource.location_id'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', person.id)
    .where('resource.kind', '=', 'staff')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (person.version !== null && row.version !== person.version) return { kind: 'stale' }
  if (Object.keys(wish).length === 1 && wish.active === row.active) return { kind: 'changed' }
  if (
    wish.name !== undefined &&
    (await nameIsTaken(tx, { ...person, name: wish.name, locationId: row.location_id }))
  )
    return { kind: 'name_taken' }
  await tx
    .updateTable('resource')
    .set(current => ({
      version: current('resource.version', '+', 1),
      ...(wish.name === undefined ? {} : { name: wish.name }),
      ...(wish.position === undefined ? {} : { position: wish.position }),
      ...(wish.active === undefined ? {} : { active: wish.active }),
    }))
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', person.id)
    .execute()
  if (wish.spokenName !== undefined)
    await tx
      .updateTable('staff_member')
      .set({ spoken_name: wish.spokenName })
      .where('staff_member.tenant_id', '=', tx.tenantId)
      .where('staff_member.resource_id', '=', person.id)
      .execute()
  if (wish.serviceIds !== undefined && !(await qualify(tx, person.id, wish.serviceIds)))
    return { kind: 'unknown_service' }
  return { kind: 'changed' }
}
