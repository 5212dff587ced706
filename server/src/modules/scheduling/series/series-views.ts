import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { CustomerId, SeriesId } from '../../../platform/ids/ids.ts'

export type SeriesView = {
  readonly id: SeriesId
  readonly rrule: string
  /** Wall time in `zone`, without an offset. */
  readonly dtstart: string
  readonly zone: string
  readonly exceptions: readonly string[]
  readonly service: { readonly id: string; readonly name: string }
  readonly staff: { readonly id: string; readonly name: string } | null
  readonly customerId: CustomerId
  readonly attendeeName: string
  readonly callId: string | null
  readonly version: number
  readonly createdAt: Temporal.Instant
  /** All of its appointments, and those still to come. */
  readonly count: number
  readonly upcoming: number
  readonly nextStartsAt: Temporal.Instant | null
}

type Row = {
  id: SeriesId
  rrule: string
  dtstart: string
  zone: string
  exceptions: string[]
  service_id: string
  service_name: string
  staff_id: string | null
  staff_name: string | null
  customer_id: CustomerId
  attendee_name: string
  call_id: string | null
  version: number
  created_at: Temporal.Instant
  count: number
  upcoming: number
  next_starts_at: Temporal.Instant | null
}

const seriesWhere = (tx: Tx, now: Temporal.Instant, condition: ReturnType<typeof sql>) => sql<Row>`
  select series.id, series.rrule, series.dtstart, series.zone, series.exceptions, series.service_id,
    service.name as service_name, series.resource_id as staff_id, resource.name as staff_name, series.customer_id,
    series.attendee_name, series.call_id, series.version, series.created_at, own.count, own.upcoming,
    own.next_starts_at
  from series
  join service_version as service on service.tenant_id = series.tenant_id and service.service_id = series.service_id
    and service.version = (
      select max(newest.version) from service_version as newest
      where newest.tenant_id = series.tenant_id and newest.service_id = series.service_id)
  left join resource on resource.tenant_id = series.tenant_id and resource.id = series.resource_id
  cross join lateral (
    select count(*)::integer as count, (count(*) filter (where still.is_to_come))::integer as upcoming,
      min(still.starts_at) filter (where still.is_to_come) as next_starts_at
    from (
      select appointment.starts_at,
        appointment.state in ('requested', 'confirmed') and appointment.starts_at > ${instantSql(now)} as is_to_come
      from appointment
      where appointment.tenant_id = series.tenant_id and appointment.series_id = series.id
    ) as still
  ) own
  where series.tenant_id = ${tx.tenantId} and ${condition}`

export async function readSeries(tx: Tx, id: SeriesId, now: Temporal.Instant): Promise<SeriesView | null> {
  const { rows } = await seriesWhere(tx, now, sql`series.id = ${id}`).execute(tx)
  return rows[0] ? toView(rows[0]) : null
}

/** Newest first; `after` continues behind the last row of a page. */
export async function listSeries(
  tx: Tx,
  wanted: {
    customerId: CustomerId | null
    after: { at: string; id: string } | null
    limit: number
    now: Temporal.Instant
  },
): Promise<SeriesView[]> {
  const { customerId, after } = wanted
  const whose = customerId === null ? sql`` : sql`and series.customer_id = ${customerId}`
  const behind =
    after === null
      ? sql``
      : sql`and (series.created_at, series.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  const { rows } = await seriesWhere(
    tx,
    wanted.now,
    sql`true ${whose} ${behind} order by series.created_at desc, series.id desc limit ${wanted.limit}`,
  ).execute(tx)
  return rows.map(toView)
}

function toView(row: Row): SeriesView {
  return {
    id: row.id,
    rrule: row.rrule,
    dtstart: row.dtstart,
    zone: row.zone,
    exceptions: row.exceptions,
    service: { id: row.service_id, name: row.service_name },
    staff:
      row.staff_id === null || row.staff_name === null ? null : { id: row.staff_id, name: row.staff_name },
    customerId: row.customer_id,
    attendeeName: row.attendee_name,
    callId: row.call_id,
    version: row.version,
    createdAt: row.created_at,
    count: row.count,
    upcoming: row.upcoming,
    nextStartsAt: row.next_starts_at,
  }
}
