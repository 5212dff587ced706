import { sql } from 'kysely'
import type { MemberRole } from '../../../platform/access/permissions.ts'
import type { Tx } from '../../../platform/db/database.ts'

/**
 * Which locations a person, an invitation or a key is limited to. No row of somebody is all of them, and an owner is
 * never limited: the table of members refuses it (`membership_location_not_of_owners`).
 */

/** Ids in order, or null for all; a column beside the membership, so that nobody asks a second time. */
export const locationsOfMember = sql<string[] | null>`(
  select array_agg(membership_location.location_id::text order by membership_location.location_id)
  from membership_location
  where membership_location.tenant_id = membership.tenant_id and membership_location.user_id = membership.user_id)`

export const locationsOfKey = sql<string[] | null>`(
  select array_agg(api_key_location.location_id::text order by api_key_location.location_id)
  from api_key_location
  where api_key_location.tenant_id = api_key.tenant_id and api_key_location.api_key_id = api_key.id)`

export const locationsOfInvitation = sql<string[] | null>`(
  select array_agg(invitation_location.location_id::text order by invitation_location.location_id)
  from invitation_location
  where invitation_location.tenant_id = invitation.tenant_id
    and invitation_location.invitation_id = invitation.id)`

/** Takes the place of what was before; null: all locations. The caller holds the membership's row. */
export async function limitMember(
  tx: Tx,
  { userId, role }: { userId: string; role: MemberRole },
  locations: readonly string[] | null,
): Promise<void> {
  await tx
    .deleteFrom('membership_location')
    .where('membership_location.tenant_id', '=', tx.tenantId)
    .where('membership_location.user_id', '=', userId)
    .$if(locations !== null, query =>
      query.where('membership_location.location_id', 'not in', locations ?? []),
    )
    .execute()
  if (locations === null) return
  await tx
    .insertInto('membership_location')
    .values(locations.map(id => ({ user_id: userId, location_id: id, role })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Whether all of these are locations of this business. */
export async function areLocationsHere(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx
    .selectFrom('location')
    .select('location.id')
    .where('location.tenant_id', '=', tx.tenantId)
    .where('location.id', 'in', ids)
    .execute()
  return rows.length === new Set(ids).size
}
