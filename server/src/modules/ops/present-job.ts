import { z } from 'zod'
import type { ScheduleState } from '../../platform/jobs/health.ts'
import { PRIORITY, type Priority } from '../../platform/jobs/priority.ts'
import { JOB_STATES, type JobState, type JobView, type ScheduleView } from '../../platform/jobs/queue.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'

/** `no` is a sentence for whoever builds against it; a page words `why` itself, which stays the same. */
export const permissionShape = z.union([z.literal(true), z.object({ no: z.string(), why: z.string() })])
export type Permission = z.infer<typeof permissionShape>

const priority = z.enum(['live', 'messages', 'sync', 'reports'])

export const jobShape = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(JOB_STATES),
  priority,
  attempts: z.number(),
  max_attempts: z.number(),
  run_at: z.string(),
  last_error: z.string().nullable(),
  reason: z
    .enum(['terminal', 'provider_refused', 'payload_invalid', 'attempts_used_up', 'worker_lost'])
    .nullable(),
  first_failed_at: z.string().nullable(),
  last_failed_at: z.string().nullable(),
  request_id: z.string().nullable(),
  created_at: z.string(),
  allowed: z.object({ retry: permissionShape, discard: permissionShape }),
})

export const scheduleShape = z.object({
  name: z.string(),
  cadence: z.string(),
  zone: z.string(),
  state: z.enum(['ok', 'late', 'failing', 'pending']),
  last_run_at: z.string().nullable(),
  last_ok_at: z.string().nullable(),
  last_failed_at: z.string().nullable(),
  last_error: z.string().nullable(),
  next_run_at: z.string(),
})

/** The only shape in which a job leaves the server: no payload. */
export function presentJob(job: JobView, zone: string): z.infer<typeof jobShape> {
  const permission = mayChange(job.state)
  return {
    id: job.id,
    name: job.name,
    state: job.state,
    priority: priorityOf(job.priority),
    attempts: job.attempts,
    max_attempts: job.maxAttempts,
    run_at: toOffsetString(job.runAt, zone),
    last_error: job.lastError,
    reason: job.reason,
    first_failed_at: job.firstFailedAt ? toOffsetString(job.firstFailedAt, zone) : null,
    last_failed_at: job.lastFailedAt ? toOffsetString(job.lastFailedAt, zone) : null,
    request_id: job.requestId,
    created_at: toOffsetString(job.createdAt, zone),
    allowed: { retry: permission, discard: permission },
  }
}

export function presentSchedule(
  schedule: ScheduleView,
  state: ScheduleState,
  zone: string,
): z.infer<typeof scheduleShape> {
  const text = (at: Temporal.Instant | null): string | null => (at ? toOffsetString(at, zone) : null)
  return {
    name: schedule.name,
    cadence: schedule.cadence,
    zone: schedule.zone,
    state,
    last_run_at: text(schedule.lastStartedAt),
    last_ok_at: text(schedule.lastOkAt),
    last_failed_at: text(schedule.lastFailedAt),
    last_error: schedule.lastError,
    next_run_at: toOffsetString(schedule.nextRunAt, zone),
  }
}

/** Retrying and discarding are for what has failed and does not run at this moment. */
export function mayChange(state: JobState): Permission {
  switch (state) {
    case 'dead':
    case 'retrying':
      return true
    case 'running':
      return { no: 'The job is running right now.', why: 'running' }
    case 'waiting':
      return { no: 'The job is about to run.', why: 'waiting' }
    case 'scheduled':
      return { no: 'The job is scheduled for later.', why: 'scheduled' }
    default:
      return state satisfies never
  }
}

/** The class whose number it is, or the next that comes later. */
function priorityOf(number: number): Priority {
  const classes = Object.entries(PRIORITY) as Array<[Priority, number]>
  return classes.find(([, most]) => number <= most)?.[0] ?? 'reports'
}
