import type pg from 'pg'
import { newId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../time/clock.ts'
import { describeCadence, nextTime } from './cadence.ts'
import type { JobEnvelope, ScheduleDefinition } from './jobs.ts'
import { PRIORITY } from './priority.ts'

/**
 * Turns times that have come into jobs. Every worker looks once a second; the row of a schedule is locked by one of
 * them, and the next time is written in the transaction that enqueues the run. So each time is run once over all
 * workers, also when their clocks differ, and a worker that is killed here leaves the time for the next one.
 */
export type Scheduler = {
  /** Enters schedules that are new, and the next time of those whose cadence has changed. */
  register(): Promise<void>
  tick(): Promise<void>
}

/** Later than this, no worker ran at the time: the policy for missed times decides. */
const LATE_MS = 60_000

export function createScheduler(parts: {
  pool: pg.Pool
  schedules: ReadonlyMap<string, ScheduleDefinition>
  clock: Clock
  log: Log
}): Scheduler {
  const { pool, schedules, clock } = parts
  return {
    register: async () => {
      const now = clock.now()
      const rows = [...schedules.values()].map(({ name, cadence, missed }) => ({
        name,
        missed,
        ...describeCadence(cadence),
        next_run_at: nextTime(cadence, now).toString(),
      }))
      await pool.query(REGISTER, [JSON.stringify(rows)])
    },
    tick: async () => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const now = clock.now()
        const { rows } = await client.query<{ name: string; due_at: string }>(DUE, [
          [...schedules.keys()],
          now.toString(),
        ])
        for (const row of rows) {
          const definition = schedules.get(row.name)
          if (definition) await take(client, { definition, dueAt: Temporal.Instant.from(row.due_at), now })
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
  }
}

async function take(
  client: pg.PoolClient,
  time: { definition: ScheduleDefinition; dueAt: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const { definition, dueAt, now } = time
  const next = nextTime(definition.cadence, now).toString()
  const late = now.epochMilliseconds - dueAt.epochMilliseconds > LATE_MS
  if (late && definition.missed === 'skip') {
    await client.query(SKIP, [definition.name, next])
    return
  }
  const envelope: JobEnvelope = {
    data: { due_at: dueAt.toString() },
    request_id: newId<'request'>(),
    tenant_id: null,
  }
  await client.query(ENQUEUE, [
    definition.name,
    JSON.stringify(envelope),
    definition.maxAttempts,
    // A run that still waits is replaced by the next; two of one schedule never wait behind each other.
    `schedule/${definition.name}`,
    PRIORITY[definition.priority],
  ])
  await client.query(TAKEN, [definition.name, next, dueAt.toString()])
}

const REGISTER = `
  insert into job_schedule as known (name, cadence, zone, missed, next_run_at)
  select given.name, given.cadence, given.zone, given.missed, given.next_run_at
  from json_to_recordset($1::json)
    as given (name text, cadence text, zone text, missed text, next_run_at timestamptz)
  order by given.name
  on conflict (name) do update set missed = excluded.missed, cadence = excluded.cadence, zone = excluded.zone,
    next_run_at = case when (known.cadence, known.zone) = (excluded.cadence, excluded.zone)
      then known.next_run_at else excluded.next_run_at end
  where (known.cadence, known.zone, known.missed) <> (excluded.cadence, excluded.zone, excluded.missed)`

const DUE = `
  select job_schedule.name, to_json(job_schedule.next_run_at) #>> '{}' as due_at
  from job_schedule
  where job_schedule.name = any($1) and job_schedule.next_run_at <= $2
  order by job_schedule.name
  for update skip locked`

const ENQUEUE = `
  select graphile_worker.add_job(identifier => $1, payload => $2::json, max_attempts => $3::integer,
    job_key => $4, priority => $5::integer)`

const TAKEN = `
  update job_schedule set next_run_at = $2, last_due_at = $3 where job_schedule.name = $1`

const SKIP = `
  update job_schedule set next_run_at = $2, skipped = job_schedule.skipped + 1 where job_schedule.name = $1`
