import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { LocationId, ResourceId, ServiceId } from '../../platform/ids/ids.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type { WeeklyHours } from './domain/weekly-hours.ts'

export type BookingResource = {
  readonly id: ResourceId
  readonly kind: 'staff' | 'room' | 'device'
  readonly name: string
  readonly lanes: number
  /** Its own weekly hours; null: whenever the location is open. */
  readonly hours: readonly WeeklyHours[] | null
}

export type BookingBasis = {
  readonly zone: string
  readonly region: string
  /** Whoever can be taken for the service, in the owner's order. */
  readonly resources: readonly BookingResource[]
  readonly opening: readonly WeeklyHours[]
  /** Blocked ranges in the window; without `resourceId` they close the whole location. */
  readonly closures: ReadonlyArray<EpochRange & { readonly resourceId: ResourceId | null }>
}

type HoursRow = { resource_id: ResourceId | null; weekday: number; from_minute: number; to_minute: number }

export async function readBookingBasis(
  tx: Tx,
  wanted: { serviceId: ServiceId; range: EpochRange },
): Promise<BookingBasis> {
  const location = await readLocation(tx)
  const { rows: resources } = await sql<{
    id: ResourceId
    kind: BookingResource['kind']
    name: string
    lanes: number
  }>`
    select resource.id, resource.kind, resource.name, resource.lanes
    from qualification
    join resource on resource.tenant_id = qualification.tenant_id and resource.id = qualification.resource_id
    where qualification.tenant_id = ${tx.tenantId}
      and qualification.service_id = ${wanted.serviceId}
      and resource.location_id = ${location.id}
      and resource.active
    order by resource.position, resource.name
  `.execute(tx)
  const hours = await readHours(tx, location.id)
  return {
    zone: location.timeZone,
    region: location.region,
    resources: resources.map(resource => ({ ...resource, hours: hoursOf(hours, resource.id) })),
    opening: hoursOf(hours, null) ?? [],
    closures: await readClosures(tx, location.id, wanted.range),
  }
}

/** Opening hours of the tenant's location and the days it is closed for. */
export async function readOpening(
  tx: Tx,
): Promise<{ zone: string; region: string; opening: readonly WeeklyHours[] }> {
  const location = await readLocation(tx)
  const hours = await readHours(tx, location.id)
  return { zone: location.timeZone, region: location.region, opening: hoursOf(hours, null) ?? [] }
}

export type StaffMember = { readonly id: ResourceId; readonly name: string }

export async function listStaff(tx: Tx): Promise<StaffMember[]> {
  const rows = await tx
    .selectFrom('resource')
    .select(['resource.id', 'resource.name'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.kind', '=', 'staff')
    .where('resource.active', '=', true)
    .orderBy('resource.position')
    .orderBy('resource.name')
    .execute()
  return rows.map(row => ({ id: row.id as ResourceId, name: row.name }))
}

async function readLocation(tx: Tx): Promise<{ id: LocationId; timeZone: string; region: string }> {
  const row = await tx
    .selectFrom('location')
    .innerJoin('tenant', 'tenant.id', 'location.tenant_id')
    .select(['location.id', 'location.time_zone', 'tenant.region'])
    .where('location.tenant_id', '=', tx.tenantId)
    .orderBy('location.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id: row.id as LocationId, timeZone: row.time_zone, region: row.region }
}

async function readHours(tx: Tx, locationId: LocationId): Promise<HoursRow[]> {
  const { rows } = await sql<HoursRow>`
    select hours_rule.resource_id, hours_rule.weekday, hours_rule.from_minute, hours_rule.to_minute
    from hours_rule
    where hours_rule.tenant_id = ${tx.tenantId} and hours_rule.location_id = ${locationId}
    order by hours_rule.weekday, hours_rule.from_minute
  `.execute(tx)
  return rows
}

function hoursOf(rows: readonly HoursRow[], resourceId: ResourceId | null): WeeklyHours[] | null {
  const own = rows.filter(row => row.resource_id === resourceId)
  if (own.length === 0) return null
  return own.map(row => ({ weekday: row.weekday, fromMinute: row.from_minute, toMinute: row.to_minute }))
}

async function readClosures(
  tx: Tx,
  locationId: LocationId,
  range: EpochRange,
): Promise<BookingBasis['closures']> {
  const rows = await tx
    .selectFrom('closure')
    .select(['closure.resource_id', 'closure.starts_at', 'closure.ends_at'])
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.location_id', '=', locationId)
    .where('closure.ends_at', '>', instantSql(range.start))
    .where('closure.starts_at', '<', instantSql(range.end))
    .execute()
  return rows.map(row => ({
    resourceId: row.resource_id as ResourceId | null,
    start: row.starts_at.epochMilliseconds,
    end: row.ends_at.epochMilliseconds,
  }))
}
