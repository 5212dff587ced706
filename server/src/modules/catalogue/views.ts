import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { LocationId, ResourceId, ServiceId } from '../../platform/ids/ids.ts'
import type { DatedHours } from '../../platform/time/week.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type { FixedStart } from './domain/fixed-starts.ts'
import type { ResourceKind } from './domain/segments.ts'
import { type HoursException, LOOK_BACK_DAYS } from './hours/working-time-at.ts'

export type BookingResource = {
  readonly id: ResourceId
  readonly kind: ResourceKind
  readonly name: string
  readonly lanes: number
  /** Its own weekly hours; null: whenever the location is open. */
  readonly hours: readonly DatedHours[] | null
  /** Share in a weighted draw. */
  readonly weight: number
  /** Roles of the service's segments that it can fill; null: all of its kind. */
  readonly roles: readonly string[] | null
  /** How long each segment takes with them; null: as long as the service says. */
  readonly segmentMinutes: readonly number[] | null
  /** What the service costs with them; null: what the service says. */
  readonly priceMinor: number | null
}

export type BookingBasis = {
  readonly zone: string
  readonly region: string
  /** Whoever can be taken for the service, in the owner's order. */
  readonly resources: readonly BookingResource[]
  readonly opening: readonly DatedHours[]
  /** What counts on single dates instead of the week. */
  readonly exceptions: readonly HoursException[]
  /** The service's fixed starts; empty when it has none. */
  readonly fixedStarts: readonly FixedStart[]
  readonly blocked: readonly BlockedTime[]
}

/** A closure or an absence that touches the window; without `resourceId` it closes the whole location. */
export type BlockedTime = EpochRange & {
  readonly resourceId: ResourceId | null
  readonly by: 'closure' | 'absence'
}

type HoursRow = DatedHours & { readonly resourceId: ResourceId | null }
type BasisRow = {
  time_zone: string
  region: string
  resources: Array<Omit<BookingResource, 'hours'>>
  hours: HoursRow[]
  exceptions: HoursException[]
  fixed_starts: FixedStart[]
  blocked: BlockedTime[]
}

/** One statement: it stands on the path of every offer and every booking. */
export async function readBookingBasis(
  tx: Tx,
  wanted: { serviceId: ServiceId; range: EpochRange },
): Promise<BookingBasis> {
  const { rows } = await sql<BasisRow>`
    select location.time_zone, tenant.region,
      (select coalesce(json_agg(json_build_object(
          'id', resource.id, 'kind', resource.kind, 'name', resource.name, 'lanes', resource.lanes,
          'weight', qualification.weight, 'roles', qualification.roles,
          'segmentMinutes', qualification.segment_minutes, 'priceMinor', qualification.price_minor)
          order by resource.position, resource.name), '[]')
        from qualification
        join resource on resource.tenant_id = qualification.tenant_id and resource.id = qualification.resource_id
        where qualification.tenant_id = location.tenant_id and qualification.service_id = ${wanted.serviceId}
          and resource.location_id = location.id and resource.active) as resources,
      (select coalesce(json_agg(json_build_object(
          'resourceId', hours_rule.resource_id, 'weekday', hours_rule.weekday,
          'fromMinute', hours_rule.from_minute, 'toMinute', hours_rule.to_minute,
          'validFrom', hours_rule.valid_from, 'validTo', hours_rule.valid_to)
          order by hours_rule.weekday, hours_rule.from_minute), '[]')
        from hours_rule
        where hours_rule.tenant_id = location.tenant_id and hours_rule.location_id = location.id
          and (hours_rule.valid_to is null or hours_rule.valid_to
            >= (${instantSql(wanted.range.start)} at time zone location.time_zone)::date - ${LOOK_BACK_DAYS}::int)
      ) as hours,
      (select coalesce(json_agg(json_build_object(
          'resourceId', hours_exception.resource_id,
          'date', to_char(hours_exception.local_date, 'YYYY-MM-DD'), 'windows', hours_exception.windows)), '[]')
        from hours_exception
        where hours_exception.tenant_id = location.tenant_id and hours_exception.location_id = location.id
          and hours_exception.removed_at is null
          and hours_exception.local_date >= (${instantSql(wanted.range.start)} at time zone location.time_zone)::date
            - ${LOOK_BACK_DAYS}::int
          and hours_exception.local_date <= (${instantSql(wanted.range.end)} at time zone location.time_zone)::date
      ) as exceptions,
      (select coalesce(json_agg(json_build_object(
          'weekday', service_start.weekday, 'atMinute', service_start.at_minute, 'most', service_start.most)
          order by service_start.weekday, service_start.at_minute), '[]')
        from service_start
        where service_start.tenant_id = location.tenant_id
          and service_start.service_id = ${wanted.serviceId}) as fixed_starts,
      (select coalesce(json_agg(json_build_object(
          'resourceId', entry.resource_id, 'by', entry.by,
          'start', (extract(epoch from entry.starts_at) * 1000)::bigint,
          'end', (extract(epoch from entry.ends_at) * 1000)::bigint)), '[]')
        from (
          select closure.resource_id, 'closure' as by, closure.starts_at, closure.ends_at
          from closure
          where closure.tenant_id = location.tenant_id and closure.location_id = location.id
            and closure.removed_at is null
          union all
          select absence.resource_id, 'absence', absence.starts_at, absence.ends_at
          from absence
          where absence.tenant_id = location.tenant_id and absence.removed_at is null
        ) as entry
        where entry.ends_at > ${instantSql(wanted.range.start)}
          and entry.starts_at < ${instantSql(wanted.range.end)}) as blocked
    from location
    join tenant on tenant.id = location.tenant_id
    where location.tenant_id = ${tx.tenantId}
    order by location.id
    limit 1
  `.execute(tx)
  const [row] = rows
  if (!row) throw new Error('This business has no location.')
  return {
    zone: row.time_zone,
    region: row.region,
    resources: row.resources.map(resource => ({ ...resource, hours: hoursOf(row.hours, resource.id) })),
    opening: hoursOf(row.hours, null) ?? [],
    exceptions: row.exceptions,
    fixedStarts: row.fixed_starts,
    blocked: row.blocked,
  }
}

/** The time zone of the tenant's location. */
export async function readZone(tx: Tx): Promise<string> {
  const { timeZone } = await readLocation(tx)
  return timeZone
}

/** Opening hours of the tenant's location and the days it is closed for. */
export async function readOpening(
  tx: Tx,
): Promise<{ zone: string; region: string; opening: readonly DatedHours[] }> {
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

/** Which people can be booked for which services, people and services in the owner's order. */
export async function whoDoesWhat(tx: Tx): Promise<Array<{ staff: string; service: string }>> {
  return await tx
    .selectFrom('qualification')
    .innerJoin('resource', join =>
      join
        .onRef('resource.tenant_id', '=', 'qualification.tenant_id')
        .onRef('resource.id', '=', 'qualification.resource_id'),
    )
    .innerJoin('service', join =>
      join
        .onRef('service.tenant_id', '=', 'qualification.tenant_id')
        .onRef('service.id', '=', 'qualification.service_id'),
    )
    .select(['resource.name as staff', 'service.name as service'])
    .where('qualification.tenant_id', '=', tx.tenantId)
    .where('resource.kind', '=', 'staff')
    .where('resource.active', '=', true)
    .where('service.active', '=', true)
    .orderBy('resource.position')
    .orderBy('service.position')
    .execute()
}

/** Who can be booked for each service, in the owner's order; whoever does not work here any more is left out. */
export async function peopleOfServices(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('qualification')
    .innerJoin('resource', join =>
      join
        .onRef('resource.tenant_id', '=', 'qualification.tenant_id')
        .onRef('resource.id', '=', 'qualification.resource_id'),
    )
    .select(['qualification.service_id', 'qualification.resource_id'])
    .where('qualification.tenant_id', '=', tx.tenantId)
    .where('resource.kind', '=', 'staff')
    .where('resource.active', '=', true)
    .orderBy('resource.position')
    .execute()
  const people = Map.groupBy(rows, row => row.service_id)
  return new Map([...people].map(([service, all]) => [service, all.map(row => row.resource_id)]))
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
    select hours_rule.resource_id as "resourceId", hours_rule.weekday, hours_rule.from_minute as "fromMinute",
      hours_rule.to_minute as "toMinute", hours_rule.valid_from::text as "validFrom",
      hours_rule.valid_to::text as "validTo"
    from hours_rule
    where hours_rule.tenant_id = ${tx.tenantId} and hours_rule.location_id = ${locationId}
    order by hours_rule.weekday, hours_rule.from_minute
  `.execute(tx)
  return rows
}

function hoursOf(rows: readonly HoursRow[], resourceId: ResourceId | null): DatedHours[] | null {
  const own = rows.filter(row => row.resourceId === resourceId)
  return own.length === 0 ? null : own
}
