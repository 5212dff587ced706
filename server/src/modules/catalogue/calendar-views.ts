import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { ResourceId } from '../../platform/ids/ids.ts'
import type { DatedHours } from '../../platform/time/week.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type { ResourceKind } from './domain/segments.ts'
import { type HoursException, LOOK_BACK_DAYS } from './hours/working-time-at.ts'

/** Who and what appointments are drawn at, in the owner's order. */
export type CalendarResource = {
  readonly id: ResourceId
  readonly kind: ResourceKind
  readonly name: string
  readonly lanes: number
  readonly hours: readonly DatedHours[] | null
}

/** A closure or an absence that touches the range, with what was said of it. */
export type CalendarBlock = EpochRange & {
  readonly id: string
  readonly kind: 'closure' | 'absence'
  readonly resourceId: ResourceId | null
  /** Of a closure what was entered, of an absence its kind. */
  readonly reason: string | null
}

export type CalendarBasis = {
  readonly zone: string
  readonly region: string
  readonly opening: readonly DatedHours[]
  readonly exceptions: readonly HoursException[]
  readonly resources: readonly CalendarResource[]
  readonly blocks: readonly CalendarBlock[]
}

type HoursRow = DatedHours & { readonly resourceId: ResourceId | null }
type Row = Omit<CalendarBasis, 'opening' | 'resources'> & {
  resources: Array<Omit<CalendarResource, 'hours'>>
  hours: HoursRow[]
}

/** What a calendar is drawn on: everybody and everything, their hours, and what is blocked. One statement. */
export async function readCalendarBasis(tx: Tx, range: EpochRange): Promise<CalendarBasis> {
  const localDay = (instant: number) => sql`(${instantSql(instant)} at time zone location.time_zone)::date`
  const { rows } = await sql<Row>`
    select location.time_zone as zone, tenant.region,
      (select coalesce(json_agg(json_build_object(
          'id', resource.id, 'kind', resource.kind, 'name', resource.name, 'lanes', resource.lanes)
          order by resource.position, resource.name), '[]')
        from resource
        where resource.tenant_id = location.tenant_id and resource.location_id = location.id
          and resource.active) as resources,
      (select coalesce(json_agg(json_build_object(
          'resourceId', hours_rule.resource_id, 'weekday', hours_rule.weekday,
          'fromMinute', hours_rule.from_minute, 'toMinute', hours_rule.to_minute,
          'validFrom', hours_rule.valid_from, 'validTo', hours_rule.valid_to)
          order by hours_rule.weekday, hours_rule.from_minute), '[]')
        from hours_rule
        where hours_rule.tenant_id = location.tenant_id and hours_rule.location_id = location.id
          and (hours_rule.valid_to is null
            or hours_rule.valid_to >= ${localDay(range.start)} - ${LOOK_BACK_DAYS}::int)) as hours,
      (select coalesce(json_agg(json_build_object(
          'resourceId', hours_exception.resource_id,
          'date', to_char(hours_exception.local_date, 'YYYY-MM-DD'), 'windows', hours_exception.windows)), '[]')
        from hours_exception
        where hours_exception.tenant_id = location.tenant_id and hours_exception.location_id = location.id
          and hours_exception.removed_at is null
          and hours_exception.local_date >= ${localDay(range.start)} - ${LOOK_BACK_DAYS}::int
          and hours_exception.local_date <= ${localDay(range.end)}) as exceptions,
      (select coalesce(json_agg(json_build_object(
          'id', entry.id, 'kind', entry.kind, 'resourceId', entry.resource_id, 'reason', entry.reason,
          'start', (extract(epoch from entry.starts_at) * 1000)::bigint,
          'end', (extract(epoch from entry.ends_at) * 1000)::bigint) order by entry.starts_at, entry.id), '[]')
        from (
          select closure.id, 'closure' as kind, closure.resource_id, closure.reason, closure.starts_at, closure.ends_at
          from closure
          where closure.tenant_id = location.tenant_id and closure.location_id = location.id
            and closure.removed_at is null
          union all
          select absence.id, 'absence', absence.resource_id, absence.kind, absence.starts_at, absence.ends_at
          from absence
          where absence.tenant_id = location.tenant_id and absence.removed_at is null
        ) as entry
        where entry.ends_at > ${instantSql(range.start)} and entry.starts_at < ${instantSql(range.end)}) as blocks
    from location
    join tenant on tenant.id = location.tenant_id
    where location.tenant_id = ${tx.tenantId}
    order by location.id
    limit 1
  `.execute(tx)
  const [row] = rows
  if (!row) throw new Error('This business has no location.')
  const { hours, ...basis } = row
  const hoursOf = (id: ResourceId | null): HoursRow[] | null => {
    const own = hours.filter(rule => rule.resourceId === id)
    return own.length === 0 ? null : own
  }
  return {
    ...basis,
    opening: hoursOf(null) ?? [],
    resources: row.resources.map(resource => ({ ...resource, hours: hoursOf(resource.id) })),
  }
}
