import { setTimeout as wait } from 'node:timers/promises'
import { connectOrExplain } from './connection-problem.ts'

const POLL_MS = 50

/**
 * Runs `work` while no other process of this database runs work under the same lock number. The lock belongs to a
 * connection of its own and falls with it, so a process that is killed holds nobody up.
 */
export async function inTurn<T>(
  database: { ownerUrl: string },
  lock: number,
  work: () => Promise<T>,
): Promise<T> {
  const client = await connectOrExplain({ variable: 'DATABASE_OWNER_URL', url: database.ownerUrl })
  try {
    for (;;) {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
        lock,
      ])
      if (rows[0]?.mine) return await work()
      await wait(POLL_MS)
    }
  } finally {
    await client.end()
  }
}
