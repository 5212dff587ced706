import type { Tx } from '../../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import { lastPosition, nameIsTaken, qualify } from './resource-store.ts'

/** What people, rooms and devices have in common. */
export type ResourceWish = {
  readonly name?: string
  /** How many at a time; of people always one. */
  readonly lanes?: number
  readonly position?: number
  readonly active?: boolean
  /** Replaces what they can be booked for, or what it is needed for. */
  readonly serviceIds?: readonly string[]
}

export type ResourceRefusal = { readonly kind: 'unknown' | 'stale' | 'name_taken' | 'unknown_service' }

type Kind = 'staff' | 'room' | 'device'

/** Adds one at the end of the owner's order. */
export async function addResource(
  tx: Tx,
  locationId: LocationId,
  wish: ResourceWish & { readonly name: string; readonly kind: Kind },
): Promise<{ kind: 'added'; id: ResourceId } | ResourceRefusal> {
  const id = newId<'resource'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resource')
    .values({
      id,
      location_id: locationId,
      kind: wish.kind,
      name: wish.name,
      lanes: wish.lanes ?? 1,
      position: wish.position ?? (await lastPosition(tx)) + 1,
    })
    .onConflict(conflict => conflict.constraint('resource_name_unique').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return { kind: 'name_taken' }
  if (!(await qualify(tx, id, wish.serviceIds ?? []))) return { kind: 'unknown_service' }
  return { kind: 'added', id }
}

/**
 * Changes what is named, under the lock of its row: a booking in flight is either committed before or sees the change.
 * With `version`, a stale one changes nothing; neither does what is so already.
 */
export async function changeResource(
  tx: Tx,
  resource: { readonly id: ResourceId; readonly version: number | null; readonly kinds: readonly Kind[] },
  wish: ResourceWish,
): Promise<{ kind: 'changed'; lanesBefore: number } | ResourceRefusal> {
  const { id, version, kinds } = resource
  const row = await tx
    .selectFrom('resource')
    .select(['resource.version', 'resource.active', 'resource.lanes', 'resource.location_id'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', id)
    .where('resource.kind', 'in', [...kinds])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (version !== null && row.version !== version) return { kind: 'stale' }
  const changed = { kind: 'changed', lanesBefore: row.lanes } as const
  if (Object.keys(wish).length === 1 && wish.active === row.active) return changed
  if (
    wish.name !== undefined &&
    (await nameIsTaken(tx, { id, locationId: row.location_id, name: wish.name }))
  )
    return { kind: 'name_taken' }
  await tx
    .updateTable('resource')
    .set(current => ({
      version: current('resource.version', '+', 1),
      ...(wish.name === undefined ? {} : { name: wish.name }),
      ...(wish.lanes === undefined ? {} : { lanes: wish.lanes }),
      ...(wish.position === undefined ? {} : { position: wish.position }),
      ...(wish.active === undefined ? {} : { active: wish.active }),
    }))
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', id)
    .execute()
  if (wish.serviceIds !== undefined && !(await qualify(tx, id, wish.serviceIds)))
    return { kind: 'unknown_service' }
  return changed
}
