import { availableParallelism } from 'node:os'
import type pg from 'pg'
import { ACCOUNT_CONNECTIONS } from './connect-accounts.ts'

/** The queue's own in a worker process: ten places for jobs, three listeners, one for schedules and heartbeats. */
export const QUEUE_CONNECTIONS = 14
/** With the one that holds the worker's lease (dead-workers.ts). */
export const WORKER_EXTRA = QUEUE_CONNECTIONS + 1
/** For live updates, and for accounts of people. */
export const WEB_EXTRA = 1 + ACCOUNT_CONNECTIONS
const FOR_COMMANDS = 8
/** What two web and two worker processes take beside their pools, and what commands may take meanwhile. */
export const LEFT_FOR_OTHERS = 2 * (WORKER_EXTRA + WEB_EXTRA) + FOR_COMMANDS
/** Two web and two worker processes are to fit on one server without anybody counting. */
const PROCESSES = 4
const SMALLEST = 5
const LARGEST = 40
const PER_CORE = 8

/**
 * How many connections the application's pool may open: `configured` as it is, else eight for each core, at least
 * five and at most forty, and never more than a fourth of what the server leaves.
 * Throws when more is configured than the server allows at all.
 */
export function choosePoolSize(given: {
  configured: number | null
  maxConnections: number
  cores?: number
}): number {
  const { configured, maxConnections, cores = availableParallelism() } = given
  if (configured !== null && configured > maxConnections)
    throw new Error(
      `DATABASE_POOL_SIZE is ${configured}, but the database server allows ${maxConnections} connections (max_connections).`,
    )
  if (configured !== null) return configured
  const share = Math.floor((maxConnections - LEFT_FOR_OTHERS) / PROCESSES)
  return Math.max(SMALLEST, Math.min(cores * PER_CORE, LARGEST, share))
}

/** What the server allows to everybody together, without the places kept for superusers. */
export async function readMaxConnections(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ most: number }>(
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most`,
  )
  return rows[0]?.most ?? 0
}
