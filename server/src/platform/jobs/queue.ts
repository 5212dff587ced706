import { sql } from 'kysely'
import type { SystemTx, Tx } from '../db/database.ts'
import type { DeadReason } from './jobs.ts'

/**
 * The queue as people see it. A tenant's transaction sees and changes the jobs of that tenant, the system's all:
 * the functions of the database decide (0005_jobs_and_dead_letters.sql).
 */
export const JOB_STATES = ['waiting', 'scheduled', 'running', 'retrying', 'dead'] as const
export type JobState = (typeof JOB_STATES)[number]

/** More of a kind than anybody counts. */
const MOST_COUNTED = 10_000

export type JobView = {
  readonly id: string
  readonly name: string
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly maxAttempts: number
  readonly runAt: Temporal.Instant
  readonly createdAt: Temporal.Instant
  readonly lastError: string | null
  readonly reason: DeadReason | null
  readonly firstFailedAt: Temporal.Instant | null
  readonly lastFailedAt: Temporal.Instant | null
  readonly requestId: string | null
  /** Null: a job across tenants. */
  readonly tenantId: string | null
}

export type JobCount = {
  readonly name: string
  readonly state: JobState
  readonly jobs: number
  /** Since when the oldest that could run waits. */
  readonly oldestDueAt: Temporal.Instant | null
}

type Row = {
  id: number
  name: string
  state: JobState
  priority: number
  attempts: number
  max_attempts: number
  run_at: Temporal.Instant
  created_at: Temporal.Instant
  last_error: string | null
  reason: DeadReason | null
  first_failed_at: Temporal.Instant | null
  last_failed_at: Temporal.Instant | null
  request_id: string | null
  tenant_id: string | null
}

/** Newest first; `beforeId` is the last id of the page before. */
export async function listJobs(
  tx: Tx | SystemTx,
  wanted: { state: JobState | null; ids?: readonly string[]; beforeId: string | null; limit: number },
): Promise<JobView[]> {
  const { rows } = await sql<Row>`
    select queue_jobs.id, queue_jobs.name, queue_jobs.state, queue_jobs.priority, queue_jobs.attempts,
      queue_jobs.max_attempts, queue_jobs.run_at, queue_jobs.created_at, queue_jobs.last_error, queue_jobs.reason,
      queue_jobs.first_failed_at, queue_jobs.last_failed_at, queue_jobs.request_id,
      queue_jobs.tenant_id
    from queue_jobs(${wanted.state}, ${wanted.ids ?? null}::bigint[], ${wanted.beforeId}::bigint, ${wanted.limit})
  `.execute(tx)
  return rows.map(row => ({
    id: String(row.id),
    name: row.name,
    state: row.state,
    priority: row.priority,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    runAt: row.run_at,
    createdAt: row.created_at,
    lastError: row.last_error,
    reason: row.reason,
    firstFailedAt: row.first_failed_at,
    lastFailedAt: row.last_failed_at,
    requestId: row.request_id,
    tenantId: row.tenant_id,
  }))
}

export async function countJobs(tx: Tx | SystemTx): Promise<JobCount[]> {
  const { rows } = await sql<{
    name: string
    state: JobState
    jobs: number
    oldest_due_at: Temporal.Instant | null
  }>`
    select queue_counts.name, queue_counts.state, queue_counts.jobs, queue_counts.oldest_due_at
    from queue_counts() order by queue_counts.name, queue_counts.state
  `.execute(tx)
  return rows.map(({ oldest_due_at, ...row }) => ({ ...row, oldestDueAt: oldest_due_at }))
}

/** Of each business, and of none, the jobs that nobody will run any more, and those whose time has long come. */
export async function countStuckJobs(
  tx: SystemTx,
  longMs: number,
): Promise<Array<{ tenantId: string | null; dead: number; late: number }>> {
  const { rows } = await sql<{ tenant_id: string | null; dead: number; late: number }>`
    select job.tenant_id, (count(*) filter (where job.state = 'dead'))::integer as dead,
      (count(*) filter (where job.state <> 'dead'))::integer as late
    from (
      select dead.tenant_id, dead.state from queue_jobs('dead', null, null, ${MOST_COUNTED}) as dead
      union all
      select waiting.tenant_id, waiting.state from queue_jobs('waiting', null, null, ${MOST_COUNTED}) as waiting
      where waiting.run_at < now() - make_interval(secs => ${longMs / 1000})
    ) as job
    group by job.tenant_id
  `.execute(tx)
  return rows.map(({ tenant_id, ...row }) => ({ tenantId: tenant_id, ...row }))
}

/** Dead jobs begin anew, jobs between attempts run at once. Returns the ids it changed; the rest was not like that. */
export async function retryJobs(tx: Tx | SystemTx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: number }>`select retry_jobs(${[...ids]}::bigint[]) as id`.execute(tx)
  return rows.map(row => String(row.id))
}

/** Takes failed jobs out of the queue and records who gave them up and why. Returns the ids it took. */
export async function discardJobs(
  tx: Tx | SystemTx,
  order: { ids: readonly string[]; actor: string; reason: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: number }>`
    select discard_jobs(${[...order.ids]}::bigint[], ${order.actor}, ${order.reason}) as id
  `.execute(tx)
  return rows.map(row => String(row.id))
}

export type ScheduleView = {
  readonly name: string
  readonly cadence: string
  readonly zone: string
  readonly nextRunAt: Temporal.Instant
  readonly lastDueAt: Temporal.Instant | null
  readonly lastStartedAt: Temporal.Instant | null
  readonly lastOkAt: Temporal.Instant | null
  readonly lastFailedAt: Temporal.Instant | null
  readonly lastError: string | null
}

export async function listSchedules(tx: Tx | SystemTx): Promise<ScheduleView[]> {
  return await tx
    .selectFrom('job_schedule')
    .select([
      'job_schedule.name',
      'job_schedule.cadence',
      'job_schedule.zone',
      'job_schedule.next_run_at as nextRunAt',
      'job_schedule.last_due_at as lastDueAt',
      'job_schedule.last_started_at as lastStartedAt',
      'job_schedule.last_ok_at as lastOkAt',
      'job_schedule.last_failed_at as lastFailedAt',
      'job_schedule.last_error as lastError',
    ])
    .orderBy('job_schedule.name')
    .execute()
}

export type HeartbeatView = {
  readonly name: string
  readonly runs: number
  readonly failures: number
  readonly lastStartedAt: Temporal.Instant | null
  readonly lastOkAt: Temporal.Instant | null
  readonly lastFailedAt: Temporal.Instant | null
}

/** How each job ran since the database exists, up to a few seconds ago. */
export async function listHeartbeats(tx: Tx | SystemTx): Promise<HeartbeatView[]> {
  return await tx
    .selectFrom('job_heartbeat')
    .select([
      'job_heartbeat.name',
      'job_heartbeat.runs',
      'job_heartbeat.failures',
      'job_heartbeat.last_started_at as lastStartedAt',
      'job_heartbeat.last_ok_at as lastOkAt',
      'job_heartbeat.last_failed_at as lastFailedAt',
    ])
    .orderBy('job_heartbeat.name')
    .execute()
}

/** Workers that gave a sign within the last twenty seconds. */
export async function countWorkers(tx: Tx | SystemTx): Promise<number> {
  const { rows } = await sql<{ alive: number }>`
    select count(*)::int as alive from job_worker where job_worker.seen_at > now() - interval '20 seconds'
  `.execute(tx)
  return rows[0]?.alive ?? 0
}

/** The queue goes by the clock of the database; ages of jobs are told by the same. */
export async function readQueueClock(tx: Tx | SystemTx): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: Temporal.Instant }>`select now() as now`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database does not know the time.')
  return row.now
}
