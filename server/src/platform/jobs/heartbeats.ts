import type pg from 'pg'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../time/clock.ts'

/**
 * When each job last began, succeeded and failed, over all workers. Kept in memory and added to the tables every
 * few seconds, because a row a name, written at every run, would be what all jobs wait for: a killed worker loses
 * the counts of its last seconds. Schedules are written at once: they are rare, and somebody watches them.
 */
export type Heartbeats = {
  started(name: string): Promise<void>
  succeeded(name: string): Promise<void>
  failed(name: string, message: string): Promise<void>
  /** Writes what has gathered, and that this worker lives. */
  flush(): Promise<void>
  /** Writes what has gathered, and that this worker is gone. */
  stop(): Promise<void>
}

type Beat = {
  startedAt: number | null
  okAt: number | null
  failedAt: number | null
  runs: number
  failures: number
}

export function createHeartbeats(parts: {
  pool: pg.Pool
  workerId: string
  scheduled: ReadonlySet<string>
  clock: Clock
  log: Log
}): Heartbeats {
  const { pool, scheduled, clock } = parts
  let beats = new Map<string, Beat>()
  const beat = (name: string): Beat => {
    const known = beats.get(name) ?? { startedAt: null, okAt: null, failedAt: null, runs: 0, failures: 0 }
    beats.set(name, known)
    return known
  }
  const write = async (sql: string, values: unknown[]): Promise<void> => {
    try {
      await pool.query(sql, values)
    } catch (error) {
      parts.log.warn({ err: error }, 'a heartbeat could not be written')
    }
  }
  const writeBeats = async (): Promise<void> => {
    const gathered = beats
    beats = new Map()
    if (gathered.size === 0) return
    const rows = [...gathered].map(([name, one]) => ({
      name,
      started: toSeconds(one.startedAt),
      ok: toSeconds(one.okAt),
      failed: toSeconds(one.failedAt),
      runs: one.runs,
      failures: one.failures,
    }))
    await write(ADD_BEATS, [JSON.stringify(rows)])
  }
  return {
    started: async name => {
      const one = beat(name)
      one.startedAt = clock.now().epochMilliseconds
      one.runs += 1
      if (scheduled.has(name)) await write(SCHEDULE_STARTED, [name, clock.now().toString()])
    },
    succeeded: async name => {
      beat(name).okAt = clock.now().epochMilliseconds
      if (scheduled.has(name)) await write(SCHEDULE_OK, [name, clock.now().toString()])
    },
    failed: async (name, message) => {
      const one = beat(name)
      one.failedAt = clock.now().epochMilliseconds
      one.failures += 1
      if (scheduled.has(name)) await write(SCHEDULE_FAILED, [name, clock.now().toString(), message])
    },
    flush: async () => {
      await writeBeats()
      await pool.query(WORKER_LIVES, [parts.workerId])
    },
    stop: async () => {
      await writeBeats()
      await write('delete from job_worker where job_worker.id = $1', [parts.workerId])
    },
  }
}

function toSeconds(epochMs: number | null): number | null {
  return epochMs === null ? null : epochMs / 1000
}

const SCHEDULE_STARTED = `
  update job_schedule set last_started_at = $2, runs = job_schedule.runs + 1 where job_schedule.name = $1`
const SCHEDULE_OK = `
  update job_schedule set last_ok_at = $2, last_error = null where job_schedule.name = $1`
const SCHEDULE_FAILED = `
  update job_schedule set last_failed_at = $2, last_error = $3, failures = job_schedule.failures + 1
  where job_schedule.name = $1`

const ADD_BEATS = `
  insert into job_heartbeat (name, last_started_at, last_ok_at, last_failed_at, runs, failures)
  select beat.name, to_timestamp(beat.started), to_timestamp(beat.ok), to_timestamp(beat.failed), beat.runs, beat.failures
  from json_to_recordset($1::json)
    as beat (name text, started float8, ok float8, failed float8, runs bigint, failures bigint)
  order by beat.name
  on conflict (name) do update set
    last_started_at = greatest(job_heartbeat.last_started_at, excluded.last_started_at),
    last_ok_at = greatest(job_heartbeat.last_ok_at, excluded.last_ok_at),
    last_failed_at = greatest(job_heartbeat.last_failed_at, excluded.last_failed_at),
    runs = job_heartbeat.runs + excluded.runs,
    failures = job_heartbeat.failures + excluded.failures`

const WORKER_LIVES = `
  with gone as (delete from job_worker where job_worker.seen_at < now() - interval '1 day')
  insert into job_worker (id, started_at, seen_at) values ($1, now(), now())
  on conflict (id) do update set seen_at = excluded.seen_at`
