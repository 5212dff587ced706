import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { HoursExceptionId, LocationId, ResourceId } from '../../../platform/ids/ids.ts'
import { writeDay } from '../../../platform/time/week.ts'
import { type EpochRange, localDateOf } from '../../../platform/time/zoned.ts'
import { type HoursException, LOOK_BACK_DAYS } from './working-time-at.ts'

export type HoursExceptionView = HoursException & {
  readonly id: HoursExceptionId
  readonly zone: string
  readonly locationId: LocationId
  readonly resource: {
    readonly id: ResourceId
    readonly kind: 'staff' | 'room' | 'device'
    readonly name: string
  } | null
  readonly reason: string | null
  readonly createdBy: string
  readonly createdAt: Temporal.Instant
  readonly removedAt: Temporal.Instant | null
}

const EXCEPTION = sql`
  select hours_exception.id, location.time_zone as zone, hours_exception.location_id as "locationId",
    hours_exception.resource_id as "resourceId",
    case when resource.id is not null
      then json_build_object('id', resource.id, 'kind', resource.kind, 'name', resource.name) end as resource,
    to_char(hours_exception.local_date, 'YYYY-MM-DD') as date, hours_exception.windows, hours_exception.reason,
    hours_exception.created_by as "createdBy", hours_exception.created_at as "createdAt",
    hours_exception.removed_at as "removedAt"
  from hours_exception
  join location on location.tenant_id = hours_exception.tenant_id and location.id = hours_exception.location_id
  left join resource on resource.tenant_id = hours_exception.tenant_id
    and resource.id = hours_exception.resource_id`

export async function readHoursException(tx: Tx, id: HoursExceptionId): Promise<HoursExceptionView | null> {
  const { rows } = await sql<HoursExceptionView>`
    ${EXCEPTION} where hours_exception.tenant_id = ${tx.tenantId} and hours_exception.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Those in force between two local dates, both included, by date. */
export async function listHoursExceptions(
  tx: Tx,
  wanted: {
    from: string | null
    to: string | null
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<HoursExceptionView[]> {
  const { from, to, after } = wanted
  const { rows } = await sql<HoursExceptionView>`
    ${EXCEPTION}
    where hours_exception.tenant_id = ${tx.tenantId} and hours_exception.removed_at is null
      ${from === null ? sql`` : sql`and hours_exception.local_date >= ${from}::date`}
      ${to === null ? sql`` : sql`and hours_exception.local_date <= ${to}::date`}
      ${after === null ? sql`` : sql`and (hours_exception.local_date, hours_exception.id) > (${after.at.slice(0, 10)}::date, ${after.id}::uuid)`}
    order by hours_exception.local_date, hours_exception.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}

const MOST_SINGLE_DAYS = 5000

/** Those of people and things from a local date on, as they are written. */
export async function singleDays(
  tx: Tx,
  from: string,
): Promise<Array<{ resourceId: ResourceId; date: string; windows: Array<{ from: string; to: string }> }>> {
  const rows = await listHoursExceptions(tx, { from, to: null, after: null, limit: MOST_SINGLE_DAYS })
  return rows.flatMap(({ resource, date, windows }) =>
    resource === null ? [] : [{ resourceId: resource.id, date, windows: writeDay(windows) }],
  )
}

/** Those of a location and of everything in it that can matter for working time in a range. */
export async function readExceptionsAround(
  tx: Tx,
  wanted: { locationId: LocationId; zone: string; range: EpochRange },
): Promise<HoursException[]> {
  const { zone, range } = wanted
  const { rows } = await sql<HoursException>`
    select hours_exception.resource_id as "resourceId",
      to_char(hours_exception.local_date, 'YYYY-MM-DD') as date, hours_exception.windows
    from hours_exception
    where hours_exception.tenant_id = ${tx.tenantId} and hours_exception.location_id = ${wanted.locationId}
      and hours_exception.removed_at is null
      and hours_exception.local_date >= ${localDateOf(range.start, zone).subtract({ days: LOOK_BACK_DAYS }).toString()}::date
      and hours_exception.local_date <= ${localDateOf(range.end, zone).toString()}::date
  `.execute(tx)
  return rows
}
