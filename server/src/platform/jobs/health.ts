import type { Database } from '../db/database.ts'
import { type Cadence, nextTime } from './cadence.ts'
import type { Jobs } from './jobs.ts'
import { countJobs, countWorkers, listSchedules, readQueueClock, type ScheduleView } from './queue.ts'

export type JobsHealth = {
  readonly status: 'ok' | 'degraded' | 'down'
  readonly detail: {
    readonly workers: number
    readonly oldest_due_seconds: number
    readonly dead: number
    readonly late_schedules: readonly string[]
  }
}

/** `pending`: has not come since it is known. */
export type ScheduleState = 'ok' | 'late' | 'failing' | 'pending'

const PATIENCE_MS = 60_000

/**
 * `down`: jobs have waited for a minute and no worker lives. `degraded`: they wait although one does, or a schedule
 * missed its time by more than one of its periods.
 */
export async function checkJobs(platform: {
  db: Database
  jobs: Jobs
  clock: { now(): Temporal.Instant }
}): Promise<JobsHealth> {
  const { db, jobs } = platform
  const now = platform.clock.now()
  const { counts, queueNow, workers, schedules } = await db.acrossTenants('jobs: health', async tx => ({
    counts: await countJobs(tx),
    queueNow: await readQueueClock(tx),
    workers: await countWorkers(tx),
    schedules: await listSchedules(tx),
  }))
  const dues = counts.flatMap(count => count.oldestDueAt?.epochMilliseconds ?? [])
  const oldestMs = dues.length === 0 ? 0 : Math.max(0, queueNow.epochMilliseconds - Math.min(...dues))
  const late = schedules.filter(schedule => scheduleState(jobs, schedule, now) === 'late')
  const waits = oldestMs > PATIENCE_MS
  return {
    status: waits && workers === 0 ? 'down' : waits || late.length > 0 ? 'degraded' : 'ok',
    detail: {
      workers,
      oldest_due_seconds: Math.round(oldestMs / 1000),
      dead: counts.reduce((sum, count) => sum + (count.state === 'dead' ? count.jobs : 0), 0),
      late_schedules: late.map(schedule => schedule.name),
    },
  }
}

/** A schedule of another version, which this one does not know, is never late. */
export function scheduleState(jobs: Jobs, schedule: ScheduleView, now: Temporal.Instant): ScheduleState {
  const cadence = jobs.schedules().get(schedule.name)?.cadence
  if (cadence && missed(schedule, cadence, now)) return 'late'
  if (isAfter(schedule.lastFailedAt, schedule.lastOkAt)) return 'failing'
  return schedule.lastOkAt ? 'ok' : 'pending'
}

/** Nobody took its time, or the run of that time has not ended well, and another period has passed since. */
function missed(schedule: ScheduleView, cadence: Cadence, now: Temporal.Instant): boolean {
  const waiting = isAfter(schedule.lastDueAt, schedule.lastOkAt) ? schedule.lastDueAt : null
  const since = waiting ?? schedule.nextRunAt
  return Temporal.Instant.compare(now, nextTime(cadence, since)) > 0
}

function isAfter(left: Temporal.Instant | null, right: Temporal.Instant | null): boolean {
  return left !== null && (right === null || Temporal.Instant.compare(left, right) > 0)
}
