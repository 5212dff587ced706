import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/database.ts'
import { isoText } from '../../../../platform/db/instant-sql.ts'
import type { CalendarLinkId, ServiceId } from '../../../../platform/ids/ids.ts'
import type { DriftGroup } from './compare-free-times.ts'

export const DRIFT_STATES = ['compared', 'not_comparable', 'failed'] as const

/** How the free times of a link were found to differ. */
export type Drift = {
  readonly linkId: CalendarLinkId
  readonly serviceId: ServiceId | null
  readonly state: (typeof DRIFT_STATES)[number]
  readonly comparedAt: Temporal.Instant
  readonly window: { readonly start: Temporal.Instant; readonly end: Temporal.Instant }
  readonly agreeing: number
  readonly differences: readonly DriftGroup[]
  readonly problem: string | null
}

/** The newest comparison of a link; the one before is forgotten. */
export async function saveDrift(tx: Tx, drift: Drift): Promise<void> {
  await sql`
    insert into calendar_drift as drift (link_id, service_id, state, compared_at, window_start, window_end, agreeing,
      differences, problem)
    values (${drift.linkId}, ${drift.serviceId}, ${drift.state}, ${isoText(drift.comparedAt)},
      ${isoText(drift.window.start)}, ${isoText(drift.window.end)}, ${drift.agreeing},
      ${JSON.stringify(drift.differences)}::jsonb, ${drift.problem})
    on conflict (tenant_id, link_id) do update
    set service_id = excluded.service_id, state = excluded.state, compared_at = excluded.compared_at,
      window_start = excluded.window_start, window_end = excluded.window_end, agreeing = excluded.agreeing,
      differences = excluded.differences, problem = excluded.problem
  `.execute(tx)
}

/** A link to an event type, and how it was found; null: not compared yet. */
export type DriftView = {
  readonly linkId: CalendarLinkId
  readonly connectionId: string
  readonly targetName: string
  readonly createdAt: Temporal.Instant
  readonly isOn: boolean
  readonly serviceId: ServiceId | null
  readonly state: Drift['state'] | null
  readonly comparedAt: Temporal.Instant | null
  readonly windowStart: Temporal.Instant | null
  readonly windowEnd: Temporal.Instant | null
  readonly agreeing: number | null
  readonly differences: readonly DriftGroup[] | null
  readonly problem: string | null
}

/** Newest link first. */
export async function listDrifts(
  tx: Tx,
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<DriftView[]> {
  const { after } = page
  const { rows } = await sql<DriftView>`
    select calendar_link.id as "linkId", calendar_link.connection_id as "connectionId",
      calendar_link.target_name as "targetName", calendar_link.created_at as "createdAt",
      calendar_connection.state <> 'off' as "isOn", drift.service_id as "serviceId", drift.state,
      drift.compared_at as "comparedAt", drift.window_start as "windowStart", drift.window_end as "windowEnd",
      drift.agreeing, drift.differences, drift.problem
    from calendar_link
    join calendar_connection on calendar_connection.tenant_id = calendar_link.tenant_id
      and calendar_connection.id = calendar_link.connection_id and calendar_connection.provider = 'calcom'
    left join calendar_drift as drift on drift.tenant_id = calendar_link.tenant_id and drift.link_id = calendar_link.id
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.state = 'active'
      and starts_with(calendar_link.target, 'event_type/')
      ${after === null ? sql`` : sql`and (calendar_link.created_at, calendar_link.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by calendar_link.created_at desc, calendar_link.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}
