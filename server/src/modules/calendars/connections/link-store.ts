import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type {
  CalendarConnectionId,
  CalendarLinkId,
  ResourceId,
  ServiceId,
} from '../../../platform/ids/ids.ts'

export const DIRECTIONS = ['read', 'write', 'both'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Whose or what's appointments stand in a calendar elsewhere, and whose busy times come from it. */
export type CalendarLink = {
  readonly id: CalendarLinkId
  readonly connectionId: CalendarConnectionId
  readonly resourceId: ResourceId | null
  readonly serviceId: ServiceId | null
  readonly target: string
  readonly targetName: string
  readonly direction: Direction
  readonly settings: unknown
  readonly state: 'active' | 'off'
  readonly cursor: string | null
  readonly windowStart: Temporal.Instant | null
  readonly windowEnd: Temporal.Instant | null
  readonly readings: number
  readonly failures: number
  readonly lastReadAt: Temporal.Instant | null
  readonly nextReadAt: Temporal.Instant
  readonly pushExpiresAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
}

const LINK = sql`
  select calendar_link.id, calendar_link.connection_id as "connectionId", calendar_link.resource_id as "resourceId",
    calendar_link.service_id as "serviceId", calendar_link.target, calendar_link.target_name as "targetName",
    calendar_link.direction, calendar_link.settings, calendar_link.state, calendar_link.cursor,
    calendar_link.window_start as "windowStart", calendar_link.window_end as "windowEnd", calendar_link.readings,
    calendar_link.failures, calendar_link.last_read_at as "lastReadAt", calendar_link.next_read_at as "nextReadAt",
    calendar_link.push_expires_at as "pushExpiresAt", calendar_link.created_at as "createdAt"
  from calendar_link`

export async function readLink(
  tx: Tx,
  id: CalendarLinkId,
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<CalendarLink | null> {
  const { rows } = await sql<CalendarLink>`
    ${LINK} where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.id = ${id}
    ${lock === 'locked' ? sql`for update` : sql``}
  `.execute(tx)
  return rows[0] ?? null
}

/** Newest first. */
export async function listLinks(
  tx: Tx,
  search: { connectionId: string | null; resourceId: string | null },
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<CalendarLink[]> {
  const { connectionId, resourceId } = search
  const { rows } = await sql<CalendarLink>`
    ${LINK}
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.state = 'active'
      ${connectionId === null ? sql`` : sql`and calendar_link.connection_id = ${connectionId}`}
      ${resourceId === null ? sql`` : sql`and calendar_link.resource_id = ${resourceId}`}
      ${page.after === null ? sql`` : sql`and (calendar_link.created_at, calendar_link.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`}
    order by calendar_link.created_at desc, calendar_link.id desc
    limit ${page.limit}
  `.execute(tx)
  return rows
}

/** Of connections that are in use, those that count now. */
export async function activeLinks(
  tx: Tx,
  wanted: { purpose: 'read' | 'write'; resourceIds?: readonly string[]; connectionId?: CalendarConnectionId },
): Promise<CalendarLink[]> {
  const { resourceIds, connectionId } = wanted
  const { rows } = await sql<CalendarLink>`
    ${LINK}
    join calendar_connection on calendar_connection.tenant_id = calendar_link.tenant_id
      and calendar_connection.id = calendar_link.connection_id and calendar_connection.state <> 'off'
    where calendar_link.tenant_id = ${tx.tenantId} and calendar_link.state = 'active'
      and calendar_link.direction in (${wanted.purpose}, 'both')
      ${resourceIds === undefined ? sql`` : sql`and calendar_link.resource_id = any(${[...resourceIds]}::uuid[])`}
      ${connectionId === undefined ? sql`` : sql`and calendar_link.connection_id = ${connectionId}`}
    order by calendar_link.id
  `.execute(tx)
  return rows
}

/** The name of a link among the sources of busy time. */
export function sourceOf(linkId: CalendarLinkId): string {
  return `calendar:${linkId}`
}
