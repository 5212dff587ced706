import pg from 'pg'
import { sessionConfig, WORKER_LIMITS } from '../db/connect.ts'

/**
 * A worker that is killed leaves its jobs locked, and the queue itself would free them after four hours only.
 * So every worker holds session locks of the database under the names of its pools; the locks fall with the process.
 * Whoever sweeps and gets somebody's lock knows that they are gone, and frees their jobs.
 *
 * A worker can lose a job of its own as well: when the database dies after it gave the job out and before the worker
 * heard of it. What is locked by us for longer than any settling takes, and what we do not hold, is freed too.
 */
export type WorkerLease = {
  /** Takes the locks again after the connection was lost, and frees the jobs of workers that are gone. */
  sweep(): Promise<void>
  release(): Promise<void>
}

/** Jobs locked a moment ago are left alone: their worker may not have taken its own lock yet. */
const SETTLED_SECONDS = 5
/** A job that is done is held no longer, but is settled only when the database answers again, some seconds later. */
const ABANDONED_SECONDS = 20

export function createWorkerLease(options: {
  url: string
  /** Those at work now: a pool that began anew has another id, and the jobs of the one before are freed. */
  poolIds: () => readonly string[]
  /** The jobs our pools are working on. */
  held: () => readonly string[]
}): WorkerLease {
  let client: pg.Client | null = null
  let locked = new Set<string>()

  const connected = async (): Promise<pg.Client> => {
    if (client) return client
    const next = new pg.Client({
      connectionString: options.url,
      application_name: 'askpro worker lease',
      connectionTimeoutMillis: 5000,
      ...sessionConfig(WORKER_LIMITS, 'askpro_jobs'),
    })
    next.on('error', () => {})
    next.on('end', () => {
      if (client === next) client = null
    })
    await next.connect()
    locked = new Set()
    client = next
    return next
  }

  const lock = async (db: pg.Client, poolIds: readonly string[]): Promise<void> => {
    for (const poolId of poolIds) {
      if (locked.has(poolId)) continue
      await db.query('select pg_advisory_lock(hashtextextended($1, 0))', [poolId])
      locked.add(poolId)
    }
  }

  return {
    sweep: async () => {
      const db = await connected()
      const poolIds = options.poolIds()
      await lock(db, poolIds)
      const { rows } = await db.query<{ locked_by: string }>(
        `select distinct jobs.locked_by from graphile_worker.jobs
         where jobs.locked_by is not null and jobs.locked_by <> all($1)
           and jobs.locked_at < now() - make_interval(secs => $2)`,
        [poolIds, SETTLED_SECONDS],
      )
      for (const { locked_by } of rows) await freeIfGone(db, locked_by)
      await db.query(
        `update graphile_worker._private_jobs as jobs set locked_by = null, locked_at = null
         where jobs.locked_by = any($1) and jobs.locked_at < now() - make_interval(secs => $2)
           and jobs.id <> all($3::bigint[])`,
        [poolIds, ABANDONED_SECONDS, options.held()],
      )
    },
    release: async () => {
      await client?.end()
    },
  }
}

async function freeIfGone(db: pg.Client, poolId: string): Promise<void> {
  const { rows } = await db.query<{ gone: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as gone',
    [poolId],
  )
  if (!rows[0]?.gone) return
  try {
    await db.query('select graphile_worker.force_unlock_workers(array[$1]::text[])', [poolId])
  } finally {
    await db.query('select pg_advisory_unlock(hashtextextended($1, 0))', [poolId])
  }
}
