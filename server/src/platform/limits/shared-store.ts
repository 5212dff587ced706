import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { LimitStore } from './limit-store.ts'

/**
 * Counts that all processes share, in the database and by its clock: theirs differ. Counting is one statement, so that
 * two who come at once are two.
 */
export function createSharedStore(db: Database): LimitStore {
  return {
    take: async (name, { burst, intervalMs }) => {
      const credit = (burst - 1) * intervalMs
      return await db.acrossTenants('limits: count a request', async tx => {
        const { rows: taken } = await sql`
          insert into request_budget as budget (name, paid_off_at)
          values (${name}, clock_timestamp() + ${milliseconds(intervalMs)})
          on conflict (name) do update
          set paid_off_at = greatest(budget.paid_off_at, clock_timestamp()) + ${milliseconds(intervalMs)}
          where budget.paid_off_at <= clock_timestamp() + ${milliseconds(credit)}
          returning budget.name
        `.execute(tx)
        if (taken.length > 0) return 0
        const { rows } = await sql<{ wait_ms: number }>`
          select extract(epoch from budget.paid_off_at - clock_timestamp())::float8 * 1000 - ${credit}::float8 as wait_ms
          from request_budget as budget where budget.name = ${name}
        `.execute(tx)
        // It may have become free since: then the next try will do.
        return Math.max(1, rows[0]?.wait_ms ?? 1)
      })
    },
    rest: async (name, { burst, intervalMs }, ms) => {
      const until = milliseconds(ms + (burst - 1) * intervalMs)
      await db.acrossTenants('limits: let a name rest', async tx => {
        await sql`
          insert into request_budget as budget (name, paid_off_at)
          values (${name}, clock_timestamp() + ${until})
          on conflict (name) do update
          set paid_off_at = greatest(budget.paid_off_at, clock_timestamp() + ${until})
        `.execute(tx)
      })
    },
  }
}

function milliseconds(ms: number) {
  return sql`${ms}::float8 * interval '1 millisecond'`
}
