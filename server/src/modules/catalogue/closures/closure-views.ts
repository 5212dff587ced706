import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { ClosureId, LocationId, ResourceId } from '../../../platform/ids/ids.ts'

export type ClosureView = {
  readonly id: ClosureId
  readonly zone: string
  readonly resource: {
    readonly id: ResourceId
    readonly kind: 'staff' | 'room' | 'device'
    readonly name: string
  } | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly reason: string | null
  readonly createdBy: string | null
  readonly createdAt: Temporal.Instant
  readonly removedAt: Temporal.Instant | null
  readonly seriesId: string | null
}

const CLOSURE = sql`
  select closure.id, location.time_zone as zone,
    case when resource.id is not null
      then json_build_object('id', resource.id, 'kind', resource.kind, 'name', resource.name) end as resource,
    closure.starts_at as "startsAt", closure.ends_at as "endsAt", closure.reason, closure.created_by as "createdBy",
    closure.created_at as "createdAt", closure.removed_at as "removedAt",
    closure.series_id as "seriesId"
  from closure
  join location on location.tenant_id = closure.tenant_id and location.id = closure.location_id
  left join resource on resource.tenant_id = closure.tenant_id and resource.id = closure.resource_id`

export async function readClosure(tx: Tx, id: ClosureId): Promise<ClosureView | null> {
  const { rows } = await sql<ClosureView>`
    ${CLOSURE} where closure.tenant_id = ${tx.tenantId} and closure.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Whether the whole location is blocked at that moment; a person's own blocked time does not count. */
export async function isBlocked(
  tx: Tx,
  { locationId, at }: { locationId: LocationId; at: Temporal.Instant },
): Promise<boolean> {
  const row = await tx
    .selectFrom('closure')
    .select('closure.id')
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.location_id', '=', locationId)
    .where('closure.resource_id', 'is', null)
    .where('closure.removed_at', 'is', null)
    .where('closure.starts_at', '<=', instantSql(at))
    .where('closure.ends_at', '>', instantSql(at))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Those that touch the range, by start. */
export async function listClosures(
  tx: Tx,
  wanted: {
    from: Temporal.Instant | null
    to: Temporal.Instant | null
    resourceId: string | null
    removed: 'shown' | 'hidden'
    after: { at: string; id: string } | null
    limit: number
  },
): Promise<ClosureView[]> {
  const { from, to, resourceId, after } = wanted
  const { rows } = await sql<ClosureView>`
    ${CLOSURE}
    where closure.tenant_id = ${tx.tenantId}
      ${from === null ? sql`` : sql`and closure.ends_at > ${instantSql(from)}`}
      ${to === null ? sql`` : sql`and closure.starts_at < ${instantSql(to)}`}
      ${resourceId === null ? sql`` : sql`and closure.resource_id = ${resourceId}::uuid`}
      ${wanted.removed === 'shown' ? sql`` : sql`and closure.removed_at is null`}
      ${after === null ? sql`` : sql`and (closure.starts_at, closure.id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by closure.starts_at, closure.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}

/** Blocks of one rule that still count, from a moment on, in order. */
export async function closuresOfSeries(
  tx: Tx,
  { seriesId, from }: { seriesId: string; from: Temporal.Instant | null },
): Promise<ClosureId[]> {
  let query = tx
    .selectFrom('closure')
    .select('closure.id')
    .where('closure.tenant_id', '=', tx.tenantId)
    .where('closure.series_id', '=', seriesId)
    .where('closure.removed_at', 'is', null)
  if (from !== null) query = query.where('closure.starts_at', '>=', instantSql(from))
  const rows = await query.orderBy('closure.starts_at').execute()
  return rows.map(row => row.id as ClosureId)
}
