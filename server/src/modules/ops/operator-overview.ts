import { sql } from 'kysely'
import type { SystemTx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { countStuckJobs } from '../../platform/jobs/queue.ts'
import { localDateOf, localDayRange } from '../../platform/time/zoned.ts'

const LATE_MS = 60_000

export type BusinessState = {
  readonly slug: string
  readonly name: string
  readonly callsToday: number
  readonly callsRunning: number
  readonly callsFailedToday: number
  readonly lastCallAt: Temporal.Instant | null
  readonly callbacksOverdue: number
  readonly eventsDead: number
  readonly jobsDead: number
  readonly jobsLate: number
  /** Whether what speaks at Retell is what was published; null where nobody has looked yet. */
  readonly drift: string | null
}

type Row = {
  id: string
  slug: string
  name: string
  calls_today: number
  calls_failed_today: number
  calls_running: number
  last_call_at: Temporal.Instant | null
  callbacks_overdue: number
  events_dead: number
  drift: string | null
}

/**
 * Every business in figures, by name. A day is that of the business's zone, a failed call one that ended as such, an
 * overdue callback one that is open and whose time has come, a late job one that could have begun a minute ago.
 */
export async function readBusinesses(
  tx: SystemTx,
  now: Temporal.Instant,
): Promise<{ businesses: BusinessState[]; ofNobody: { jobsDead: number; jobsLate: number } }> {
  const tenants = await tx.selectFrom('tenant').select(['tenant.id', 'tenant.time_zone']).execute()
  const days = tenants.map(({ time_zone }) =>
    localDayRange(localDateOf(now.epochMilliseconds, time_zone), time_zone),
  )
  const { rows } = await sql<Row>`
    select tenant.id, tenant.slug, tenant.name, today.calls_today, today.calls_failed_today, today.calls_running,
      (select max(call.started_at) from call where call.tenant_id = tenant.id) as last_call_at,
      (select count(*)::integer from callback_request
        where callback_request.tenant_id = tenant.id and callback_request.state = 'open'
          and callback_request.due_at <= ${isoText(now)}::timestamptz) as callbacks_overdue,
      (select count(*)::integer from inbox
        where inbox.resolved_tenant_id = tenant.id and inbox.dead_at is not null) as events_dead,
      (select voice_agent.drift ->> 'state' from voice_agent where voice_agent.tenant_id = tenant.id) as drift
    from unnest(${tenants.map(({ id }) => id)}::uuid[], ${days.map(day => isoText(day.start))}::timestamptz[],
      ${days.map(day => isoText(day.end))}::timestamptz[]) as day (tenant_id, starts_at, ends_at)
    join tenant on tenant.id = day.tenant_id
    cross join lateral (
      select count(*)::integer as calls_today,
        (count(*) filter (where call.state = 'failed'))::integer as calls_failed_today,
        (count(*) filter (where call.state = 'ongoing'))::integer as calls_running
      from call
      where call.tenant_id = tenant.id and call.started_at >= day.starts_at and call.started_at < day.ends_at
    ) as today
    order by tenant.name, tenant.id
  `.execute(tx)
  const stuck = new Map((await countStuckJobs(tx, LATE_MS)).map(count => [count.tenantId, count]))
  const jobsOf = (id: string | null) => ({
    jobsDead: stuck.get(id)?.dead ?? 0,
    jobsLate: stuck.get(id)?.late ?? 0,
  })
  return { businesses: rows.map(row => ({ ...toState(row), ...jobsOf(row.id) })), ofNobody: jobsOf(null) }
}

function toState(row: Row): Omit<BusinessState, 'jobsDead' | 'jobsLate'> {
  return {
    slug: row.slug,
    name: row.name,
    callsToday: row.calls_today,
    callsRunning: row.calls_running,
    callsFailedToday: row.calls_failed_today,
    lastCallAt: row.last_call_at,
    callbacksOverdue: row.callbacks_overdue,
    eventsDead: row.events_dead,
    drift: row.drift,
  }
}
