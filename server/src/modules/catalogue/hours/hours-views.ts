import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { LocationId, ResourceId } from '../../../platform/ids/ids.ts'
import type { DatedHours } from '../../../platform/time/week.ts'

/** The week of a location, or of a person. A person works as the location opens on dates without windows. */
export type HoursView = {
  readonly kind: 'location' | 'staff'
  readonly id: LocationId | ResourceId
  readonly name: string
  readonly version: number
  readonly week: readonly DatedHours[]
}

/** The location first, then its active people in the owner's order. */
export async function listHours(tx: Tx, locationId: LocationId): Promise<HoursView[]> {
  const { rows } = await sql<HoursView>`
    select owner.kind, owner.id, owner.name, owner.version,
      (select coalesce(json_agg(json_build_object('weekday', hours_rule.weekday,
          'fromMinute', hours_rule.from_minute, 'toMinute', hours_rule.to_minute,
          'validFrom', hours_rule.valid_from, 'validTo', hours_rule.valid_to)
          order by hours_rule.valid_from nulls first, hours_rule.weekday, hours_rule.from_minute), '[]')
        from hours_rule
        where hours_rule.tenant_id = ${tx.tenantId} and hours_rule.location_id = ${locationId}
          and hours_rule.resource_id is not distinct from owner.resource_id) as week
    from (
      select 'location' as kind, location.id, null::uuid as resource_id, location.name, location.version, -1 as position
      from location
      where location.tenant_id = ${tx.tenantId} and location.id = ${locationId}
      union all
      select 'staff', resource.id, resource.id, resource.name, resource.version, resource.position
      from resource
      where resource.tenant_id = ${tx.tenantId} and resource.location_id = ${locationId}
        and resource.kind = 'staff' and resource.active
    ) owner
    order by owner.position, owner.name
  `.execute(tx)
  return rows
}
