import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { LocationId, ResourceId } from '../../../platform/ids/ids.ts'

export type StaffView = {
  readonly id: ResourceId
  readonly name: string
  readonly spokenName: string
  readonly position: number
  readonly active: boolean
  readonly version: number
  /** What they can be booked for, in the owner's order. */
  readonly services: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

const STAFF = sql`
  select resource.id, resource.name, staff_member.spoken_name as "spokenName", resource.position, resource.active,
    resource.version,
    (select coalesce(json_agg(json_build_object('id', service.id, 'name', service.name)
        order by service.position, service.name), '[]')
      from qualification
      join service on service.tenant_id = qualification.tenant_id and service.id = qualification.service_id
      where qualification.tenant_id = resource.tenant_id and qualification.resource_id = resource.id
        and service.active) as services
  from resource
  join staff_member on staff_member.tenant_id = resource.tenant_id and staff_member.resource_id = resource.id`

export async function readStaffMember(tx: Tx, id: ResourceId): Promise<StaffView | null> {
  const { rows } = await sql<StaffView>`
    ${STAFF} where resource.tenant_id = ${tx.tenantId} and resource.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** In the owner's order. */
export async function listStaffMembers(tx: Tx, wanted: 'active' | 'all'): Promise<StaffView[]> {
  const { rows } = await sql<StaffView>`
    ${STAFF}
    where resource.tenant_id = ${tx.tenantId} ${wanted === 'all' ? sql`` : sql`and resource.active`}
    order by resource.position, resource.name
  `.execute(tx)
  return rows
}

/** A person, room or device, active or not. */
export async function readResource(
  tx: Tx,
  id: ResourceId,
): Promise<{ id: ResourceId; locationId: LocationId; name: string } | null> {
  const row = await tx
    .selectFrom('resource')
    .select(['resource.location_id', 'resource.name'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', '=', id)
    .executeTakeFirst()
  return row ? { id, locationId: row.location_id as LocationId, name: row.name } : null
}
