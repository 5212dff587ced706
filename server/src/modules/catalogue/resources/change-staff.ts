import type { Tx } from '../../../platform/db/database.ts'
import type { LocationId, ResourceId } from '../../../platform/ids/ids.ts'
import { addResource, changeResource, type ResourceRefusal, type ResourceWish } from './change-resource.ts'

export type StaffWish = Omit<ResourceWish, 'lanes'> & { readonly spokenName?: string }

/** Adds a person at the end of the owner's order; without a spoken name they are called by their name. */
export async function addStaffMember(
  tx: Tx,
  locationId: LocationId,
  wish: StaffWish & { readonly name: string },
): Promise<{ kind: 'added'; id: ResourceId } | ResourceRefusal> {
  const added = await addResource(tx, locationId, { ...wish, kind: 'staff' })
  if (added.kind === 'added')
    await tx
      .insertInto('staff_member')
      .values({ resource_id: added.id, spoken_name: wish.spokenName ?? wish.name })
      .execute()
  return added
}

/** As `changeResource`, the spoken name beside it. */
export async function changeStaffMember(
  tx: Tx,
  person: { readonly id: ResourceId; readonly version: number | null },
  wish: StaffWish,
): Promise<{ kind: 'changed' } | ResourceRefusal> {
  const result = await changeResource(tx, { ...person, kinds: ['staff'] }, wish)
  if (result.kind === 'changed' && wish.spokenName !== undefined)
    await tx
      .updateTable('staff_member')
      .set({ spoken_name: wish.spokenName })
      .where('staff_member.tenant_id', '=', tx.tenantId)
      .where('staff_member.resource_id', '=', person.id)
      .execute()
  return result
}
