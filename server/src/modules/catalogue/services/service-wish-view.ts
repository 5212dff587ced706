import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { ServiceId } from '../../../platform/ids/ids.ts'
import type { Qualification, ServiceWish } from './service.ts'

/** Who or what is taken, with what there is to tell of it. */
export type Taken = Qualification & {
  readonly kind: 'staff' | 'room' | 'device'
  readonly name: string
  readonly active: boolean
}

/** A service with everything that can be changed of it, bookable or archived. */
export type ServiceDetail = Omit<ServiceWish, 'takes'> & {
  readonly id: ServiceId
  readonly version: number
  readonly active: boolean
  readonly currency: string
  readonly takes: readonly Taken[]
}

/** `lock` keeps others from changing it until the transaction ends. */
export async function readServiceDetail(
  tx: Tx,
  id: ServiceId,
  lock: 'lock' | 'look' = 'look',
): Promise<ServiceDetail | null> {
  const { rows } = await sql<ServiceDetail>`
    select service.id, service.version, service.active, service.currency, service.name, service.synonyms,
      service.position, service.price_minor as "priceMinor", service.grid_minutes as "gridMinutes",
      service.grid_kind as "gridKind", service.minimum_notice_minutes as "minimumNoticeMinutes",
      service.horizon_days as "horizonDays", service.buffer_before_minutes as "bufferBeforeMinutes",
      service.buffer_after_minutes as "bufferAfterMinutes", service.daily_most as "dailyMost",
      case when service.latest_working_days is not null then json_build_object(
        'workingDays', service.latest_working_days, 'beforeMinute', service.latest_before_minute)
      end as "latestStart",
      service.ask_note as "askNote", service.needs_confirmation as "needsConfirmation",
      (select coalesce(json_agg(json_strip_nulls(json_build_object(
          'minutes', service_segment.minutes, 'gapAfterMinutes', service_segment.gap_after_minutes,
          'needs', service_segment.needs)) order by service_segment.position), '[]')
        from service_segment
        where service_segment.tenant_id = service.tenant_id and service_segment.service_id = service.id) as segments,
      (select coalesce(json_agg(json_build_object(
          'weekday', service_start.weekday, 'atMinute', service_start.at_minute, 'most', service_start.most)
          order by service_start.weekday, service_start.at_minute), '[]')
        from service_start
        where service_start.tenant_id = service.tenant_id and service_start.service_id = service.id) as "fixedStarts",
      (select coalesce(json_agg(json_build_object(
          'resourceId', resource.id, 'kind', resource.kind, 'name', resource.name, 'active', resource.active,
          'weight', qualification.weight, 'roles', qualification.roles,
          'segmentMinutes', qualification.segment_minutes, 'priceMinor', qualification.price_minor)
          order by resource.position, resource.name), '[]')
        from qualification
        join resource on resource.tenant_id = qualification.tenant_id and resource.id = qualification.resource_id
        where qualification.tenant_id = service.tenant_id and qualification.service_id = service.id) as takes
    from service
    where service.tenant_id = ${tx.tenantId} and service.id = ${id}
    ${lock === 'lock' ? sql`for update of service` : sql``}
  `.execute(tx)
  return rows[0] ?? null
}
