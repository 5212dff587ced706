import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { Statement } from '../../../platform/db/send-together.ts'
import type { ResourceId, ServiceId } from '../../../platform/ids/ids.ts'
import { DAY as LONGEST_ALLOCATION_MS } from '../../../platform/time/working-time.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import { LONGEST_BUFFER_MS } from '../store.ts'

/** Clears holds that are over and in the way, in the transaction that wants their place. */
export function clearExpiredHolds(
  tx: Tx,
  wanted: { resourceIds: readonly ResourceId[]; range: EpochRange; now: number },
): Statement {
  const inTheWay = sql`
    select allocation.hold_id from allocation
    where allocation.tenant_id = ${tx.tenantId}
      and allocation.resource_id = any(${wanted.resourceIds}::uuid[])
      and allocation.starts_at >= ${instantSql(wanted.range.start - LONGEST_ALLOCATION_MS - LONGEST_BUFFER_MS)}
      and allocation.starts_at < ${instantSql(wanted.range.end + LONGEST_BUFFER_MS)}
      and coalesce(allocation.kept_until, allocation.ends_at) > ${instantSql(wanted.range.start)}`
  return deleteExpired(tx, inTheWay, wanted.now)
}

/** Clears holds that are over and keep a place of this start, or of this day by its beginning. */
export function clearExpiredCounts(
  tx: Tx,
  wanted: { serviceId: ServiceId; startsAt: number; now: number },
): Statement {
  const ofThisStart = sql`
    select capacity_count.hold_id from capacity_count
    where capacity_count.tenant_id = ${tx.tenantId}
      and capacity_count.service_id = ${wanted.serviceId}
      and capacity_count.starts_at = ${instantSql(wanted.startsAt)}`
  return deleteExpired(tx, ofThisStart, wanted.now)
}

/** Clears holds that are over and keep a place of their holder. */
export function clearExpiredOf(tx: Tx, holder: string, now: number): Statement {
  const kept = sql`
    select kept.id from hold as kept where kept.tenant_id = ${tx.tenantId} and kept.holder = ${holder}`
  return deleteExpired(tx, kept, now)
}

/**
 * In order of their ids, and without those that somebody else is deleting or renewing just now: two who clear the
 * same holds in different orders would wait for each other. Whose hold was skipped is met again at the constraint.
 */
function deleteExpired(tx: Tx, holdIds: RawBuilder<unknown>, now: number): Statement {
  return sql`
    delete from hold
    where hold.tenant_id = ${tx.tenantId} and hold.id in (
      select expired.id from hold as expired
      where expired.tenant_id = ${tx.tenantId} and expired.expires_at <= ${instantSql(now)}
        and expired.id in (${holdIds})
      order by expired.id
      for update skip locked)
  `.compile(tx)
}
