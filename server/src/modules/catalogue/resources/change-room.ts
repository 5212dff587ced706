import type { Tx } from '../../../platform/db/database.ts'
import { type LocationId, newId, type ResourceId } from '../../../platform/ids/ids.ts'
import { lastPosition, nameIsTaken, qualify } from './resource-store.ts'

export const ROOM_KINDS = ['room', 'device'] as const
export type RoomKind = (typeof ROOM_KINDS)[number]

export type RoomWish = {
  readonly name?: string
  /** How many at a time. */
  readonly lanes?: number
  readonly position?: number
  readonly active?: boolean
  /** Replaces what it is needed for. */
  readonly serviceIds?: readonly string[]
}

export type RoomRefusal = { readonly kind: 'unknown' | 'stale' | 'name_taken' | 'unknown_service' }

/** Adds a room or device at the end of the owner's order. */
export async function addRoom(
  tx: Tx,
  locationId: LocationId,
  wish: RoomWish & { readonly name: string; readonly kind: RoomKind },
): Promise<{ kind: 'added'; id: ResourceId } | RoomRefusal> {
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
export async function changeRoom(
  tx: Tx,
  room: { id: ResourceId; version: number | null },
  wish: RoomWish,
): Promise<{ kind: 'changed'; lanesBefore: number } | RoomRefusal> {
  const row = await tx
    .selectFrom('resource')
    .select(['resource.version', 'resource.active', 'resource.lanes', 'resource.location_id'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', room.id)
    .where('resource.kind', 'in', [...ROOM_KINDS])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { kind: 'unknown' }
  if (room.version !== null && row.version !== room.version) return { kind: 'stale' }
  const changed = { kind: 'changed', lanesBefore: row.lanes } as const
  if (Object.keys(wish).length === 1 && wish.active === row.active) return changed
  const named = { id: room.id, locationId: row.location_id }
  if (wish.name !== undefined && (await nameIsTaken(tx, { ...named, name: wish.name })))
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
    .where('resource.id', '=', room.id)
    .execute()
  if (wish.serviceIds !== undefined && !(await qualify(tx, room.id, wish.serviceIds)))
    return { kind: 'unknown_service' }
  return changed
}
