import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { ResourceId, ServiceId } from '../../platform/ids/ids.ts'
import { DAY as LONGEST_ALLOCATION_MS } from '../../platform/time/working-time.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type { Ignored } from './availability/capacity.ts'
import type { WhenUnknown } from './availability/external-source.ts'

/** `allocation_keeps_hours_at_most` says so. */
export const LONGEST_BUFFER_MS = 4 * 60 * 60_000

/** A lane of a resource over a range; all its lanes where somebody outside says that it is busy. */
export type Taken = EpochRange & { readonly resourceId: ResourceId; readonly lane: number | 'all' }

/** Whose calendar elsewhere is mirrored, when it was last read and until when that counts (epoch milliseconds). */
export type Mirrored = {
  readonly resourceId: ResourceId
  readonly seenAt: number | null
  readonly freshUntil: number
  readonly whenUnknown: WhenUnknown
}

/**
 * Live allocations, with the buffers they keep, and external busy ranges of what the service may take that overlap
 * the range. Expired holds count as free, and so does what is ignored. And whose calendars elsewhere are mirrored.
 */
export async function readTaken(
  tx: Tx,
  wanted: { serviceId: ServiceId; range: EpochRange; now: number } & Ignored,
): Promise<{ readonly taken: Taken[]; readonly mirrored: readonly Mirrored[] }> {
  const { rows } = await sql<{
    resource_id: ResourceId
    lane: number | null
    start: number
    end: number
    when_unknown: WhenUnknown | null
  }>`
    with able as (
      select qualification.resource_id from qualification
      where qualification.tenant_id = ${tx.tenantId} and qualification.service_id = ${wanted.serviceId})
    select allocation.resource_id, allocation.lane,
      (extract(epoch from coalesce(allocation.kept_from, allocation.starts_at)) * 1000)::float8 as start,
      (extract(epoch from coalesce(allocation.kept_until, allocation.ends_at)) * 1000)::float8 as "end",
      null as when_unknown
    from allocation
    left join hold on hold.tenant_id = allocation.tenant_id and hold.id = allocation.hold_id
    where allocation.tenant_id = ${tx.tenantId}
      and allocation.resource_id = any(array(select able.resource_id from able))
      and allocation.starts_at >= ${instantSql(wanted.range.start - LONGEST_ALLOCATION_MS - LONGEST_BUFFER_MS)}
      and allocation.starts_at < ${instantSql(wanted.range.end + LONGEST_BUFFER_MS)}
      and coalesce(allocation.kept_until, allocation.ends_at) > ${instantSql(wanted.range.start)}
      and (hold.id is null or (hold.expires_at > ${instantSql(wanted.now)}
        and hold.holder is distinct from ${wanted.ignoreHolder}::text))
      ${wanted.moving === undefined ? sql`` : sql`and (allocation.appointment_id = any(${wanted.moving}::uuid[])) is not true`}
    union all
    select external_busy.resource_id, null,
      (extract(epoch from external_busy.starts_at) * 1000)::float8,
      (extract(epoch from external_busy.ends_at) * 1000)::float8, null
    from external_busy
    where external_busy.tenant_id = ${tx.tenantId}
      and external_busy.resource_id = any(array(select able.resource_id from able))
      and external_busy.ends_at > ${instantSql(wanted.range.start)}
      and external_busy.starts_at < ${instantSql(wanted.range.end)}
    union all
    select external_source.resource_id, null, (extract(epoch from external_source.seen_at) * 1000)::float8,
      coalesce((extract(epoch from external_source.seen_at) * 1000)::float8
        + external_source.fresh_minutes * 60000, 0), external_source.when_unknown
    from external_source
    where external_source.tenant_id = ${tx.tenantId}
      and external_source.resource_id = any(array(select able.resource_id from able))
  `.execute(tx)
  const taken: Taken[] = []
  const mirrored: Mirrored[] = []
  for (const { resource_id: resourceId, lane, start, end, when_unknown: whenUnknown } of rows) {
    if (whenUnknown === null) taken.push({ resourceId, lane: lane ?? 'all', start, end })
    else mirrored.push({ resourceId, seenAt: start, freshUntil: end, whenUnknown })
  }
  return { taken, mirrored }
}

/**
 * Takes the calendar rows `for share`, in the order of their ids: whoever changes hours or closures takes them
 * `for update`, so neither overtakes the other. Returns the resources that are there and active.
 */
export async function lockResources(tx: Tx, ids: readonly ResourceId[]) {
  return await tx
    .selectFrom('resource')
    .select(['resource.id', 'resource.kind', 'resource.lanes', 'resource.location_id', 'resource.name'])
    .where('resource.tenant_id', '=', tx.tenantId)
    .where('resource.id', 'in', [...ids])
    .where('resource.active', '=', true)
    .orderBy('resource.id')
    .forShare()
    .execute()
}
