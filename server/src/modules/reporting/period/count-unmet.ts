import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { EpochRange } from '../../../platform/time/zoned.ts'

export type Unmet = {
  /** Calls in which a wanted time was not offered, and that ended without an appointment. */
  readonly turnedAway: number
  readonly wishes: number
  readonly waiting: number
  /** Wishes and waiting by what was wanted; most first. */
  readonly byService: ReadonlyArray<{ id: string; name: string; wishes: number; waiting: number }>
}

/** What `find_slots` answers where it has nothing of what was asked for. */
const NOT_OFFERED = ['none_then', 'closed', 'too_soon', 'too_far']

/**
 * What was wanted in the range and could not be had: everywhere, or in calls for one place. Whoever was put on the
 * waitlist without a call waits at no place.
 */
export async function countUnmet(
  tx: Tx,
  { range, locationId }: { range: EpochRange; locationId: string | null },
): Promise<Unmet> {
  const calledAt = (callId: ReturnType<typeof sql>) =>
    locationId === null
      ? sql`true`
      : sql`exists (select 1 from call where call.tenant_id = ${tx.tenantId} and call.id = ${callId}
          and call.location_id = ${locationId}::uuid)`
  const here = locationId === null ? sql`true` : sql`call.location_id = ${locationId}::uuid`
  const within = (column: ReturnType<typeof sql>) =>
    sql`${column} >= ${instantSql(range.start)} and ${column} < ${instantSql(range.end)}`
  const { rows } = await sql<Omit<Unmet, 'byService'> & { byService: Unmet['byService'] }>`
    with wished as (
      select wish.service_id, count(*)::integer as wishes, 0 as waiting
      from wish
      where wish.tenant_id = ${tx.tenantId} and ${within(sql`wish.created_at`)}
        and ${calledAt(sql`wish.call_id`)}
      group by wish.service_id
      union all
      select waitlist_entry.service_id, 0, count(*)::integer
      from waitlist_entry
      where waitlist_entry.tenant_id = ${tx.tenantId} and ${within(sql`waitlist_entry.created_at`)}
        and ${calledAt(sql`waitlist_entry.call_id`)}
      group by waitlist_entry.service_id
    )
    select
      (select count(*)::integer from call
        where call.tenant_id = ${tx.tenantId} and ${within(sql`call.started_at`)}
          and call.provider <> 'browser' and call.state <> 'ongoing' and ${here}
          and exists (select 1 from call_event
            where call_event.tenant_id = call.tenant_id and call_event.call_id = call.id
              and call_event.kind = 'tool' and call_event.name = 'find_slots'
              and call_event.result->>'status' = any(${NOT_OFFERED}))
          and not exists (select 1 from call_fact
            where call_fact.tenant_id = call.tenant_id and call_fact.call_id = call.id
              and call_fact.kind = 'booked')) as "turnedAway",
      (select coalesce(sum(wished.wishes), 0)::integer from wished) as wishes,
      (select coalesce(sum(wished.waiting), 0)::integer from wished) as waiting,
      (select coalesce(json_agg(json_build_object('id', named.id, 'name', named.name, 'wishes', named.wishes,
          'waiting', named.waiting) order by named.wishes + named.waiting desc, named.name), '[]')
        from (
          select service.id, service.name, sum(wished.wishes)::integer as wishes, sum(wished.waiting)::integer as waiting
          from wished
          join service on service.tenant_id = ${tx.tenantId} and service.id = wished.service_id
          group by service.id, service.name
        ) named) as "byService"
  `.execute(tx)
  const [row] = rows
  if (!row) throw new Error('An aggregate has a row.')
  return row
}
