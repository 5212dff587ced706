import { sql } from 'kysely'
import type { TenantId } from '../ids/ids.ts'
import type { Database, SystemTx, Tx } from './database.ts'

/** Leaves the outer transaction with the result, so that it is rolled back. */
class Rehearsed<T> extends Error {
  readonly result: T

  constructor(result: T) {
    super('This was a rehearsal.')
    this.result = result
  }
}

/**
 * Runs `work` on a database whose transactions are savepoints of one transaction, which is rolled back in the end:
 * nothing is stored, announced or enqueued. One thing at a time; a failed step undoes itself and the rest goes on.
 */
export async function rehearse<T>(
  db: Database,
  tenantId: TenantId,
  work: (rehearsal: Database) => Promise<T>,
): Promise<T> {
  try {
    return await db.inTenant(tenantId, async tx => {
      throw new Rehearsed(await work(rehearsalOn(db, tx)))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T
    throw error
  }
}

function rehearsalOn(db: Database, tx: Tx): Database {
  return {
    ...db,
    inTenant: (tenantId, work) =>
      step(tx, async () => {
        await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(tx)
        return await work(Object.assign(tx, { tenantId }))
      }),
    acrossTenants: (_reason, work) =>
      step(tx, async () => {
        await sql`set local role askpro_system`.execute(tx)
        try {
          return await work(tx as unknown as SystemTx)
        } finally {
          await sql`set local role none`.execute(tx).catch(() => {})
        }
      }),
    close: async () => {},
  }
}

async function step<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsed`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint rehearsed`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint rehearsed`.execute(tx)
    throw error
  }
}
