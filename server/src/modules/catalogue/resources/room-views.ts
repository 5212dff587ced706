import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ResourceId } from '../../../platform/ids/ids.ts'

/** What is no person. */
export const ROOM_KINDS = ['room', 'device'] as const

export type RoomView = {
  readonly id: ResourceId
  readonly kind: (typeof ROOM_KINDS)[number]
  readonly name: string
  readonly lanes: number
  readonly position: number
  readonly active: boolean
  readonly version: number
  /** What it is needed for, in the owner's order. */
  readonly services: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

const ROOM = sql`
  select resource.id, resource.kind, resource.name, resource.lanes, resource.position, resource.active, resource.version,
    (select coalesce(json_agg(json_build_object('id', service.id, 'name', service.name)
        order by service.position, service.name), '[]')
      from qualification
      join service on service.tenant_id = qualification.tenant_id and service.id = qualification.service_id
      where qualification.tenant_id = resource.tenant_id and qualification.resource_id = resource.id
        and service.active) as services
  from resource`

export async function readRoom(tx: Tx, id: ResourceId): Promise<RoomView | null> {
  const { rows } = await sql<RoomView>`
    ${ROOM} where resource.tenant_id = ${tx.tenantId} and resource.id = ${id} and resource.kind <> 'staff'
  `.execute(tx)
  return rows[0] ?? null
}

/** In the owner's order. */
export async function listRooms(tx: Tx, wanted: 'active' | 'all'): Promise<RoomView[]> {
  const { rows } = await sql<RoomView>`
    ${ROOM}
    where resource.tenant_id = ${tx.tenantId} and resource.kind <> 'staff'
      ${wanted === 'all' ? sql`` : sql`and resource.active`}
    order by resource.position, resource.name
  `.execute(tx)
  return rows
}
