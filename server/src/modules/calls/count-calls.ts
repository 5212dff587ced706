import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { instantSql } from '../../platform/db/instant-sql.ts'
import type { EpochRange } from '../../platform/time/zoned.ts'
import type { CallState } from './domain/call.ts'
import { type FactKind, type Outcome, outcomeOf } from './domain/outcome.ts'

/** So many calls that began in the same hour of the same local day and came to the same. */
export type CallCount = {
  readonly day: string
  readonly hour: number
  readonly locationId: string
  readonly from: 'telephone' | 'test'
  readonly state: CallState
  readonly outcome: Outcome | null
  readonly calls: number
}

type Row = Omit<CallCount, 'outcome'> & { facts: FactKind[] }

/** Calls that began in the range, by day and hour of the zone's clocks; the outcome is derived as everywhere. */
export async function countCalls(tx: Tx, wanted: { range: EpochRange; zone: string }): Promise<CallCount[]> {
  const { rows } = await sql<Row>`
    select to_char(local.at, 'YYYY-MM-DD') as day, extract(hour from local.at)::integer as hour,
      call.location_id as "locationId", case call.provider when 'browser' then 'test' else 'telephone' end as "from",
      call.state, happened.facts, count(*)::integer as calls
    from call
    cross join lateral (select call.started_at at time zone ${wanted.zone} as at) local
    cross join lateral (
      select coalesce(array_agg(distinct call_fact.kind order by call_fact.kind), '{}') as facts
      from call_fact
      where call_fact.tenant_id = call.tenant_id and call_fact.call_id = call.id
    ) happened
    where call.tenant_id = ${tx.tenantId}
      and call.started_at >= ${instantSql(wanted.range.start)} and call.started_at < ${instantSql(wanted.range.end)}
    group by 1, 2, 3, 4, 5, 6
    order by 1, 2
  `.execute(tx)
  return rows.map(({ facts, ...row }) => ({ ...row, outcome: outcomeOf(facts, row.state) }))
}
