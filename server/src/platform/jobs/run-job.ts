import type { Job } from 'graphile-worker'
import type pg from 'pg'
import { LIVE_CHANNEL, livePayload } from '../live/live.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { withRequestContext } from '../observability/request-context.ts'
import { inSpan } from '../observability/tracing.ts'
import { classifyFailure, type Failure } from './classify-failure.ts'
import type { Heartbeats } from './heartbeats.ts'
import type { JobDefinition, JobEnvelope } from './jobs.ts'

export type JobRun = {
  readonly definition: JobDefinition<unknown>
  readonly job: Job
  readonly pool: pg.Pool
  readonly heartbeats: Heartbeats
  readonly log: Log
  readonly metrics: Metrics
}

/**
 * One attempt. Throws what the queue shall note as its failure; what a failure means was written beside it before.
 * Killed anywhere in here, the job stays locked until its worker is known to be gone, and is tried again.
 */
export async function runJob(run: JobRun): Promise<void> {
  const { definition, job, heartbeats, metrics } = run
  const envelope = job.payload as JobEnvelope
  const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts }
  const end = metrics.jobRuns.startTimer({ job: definition.name })
  await withRequestContext({ requestId: envelope.request_id, actor: `job:${definition.name}` }, async () => {
    await heartbeats.started(definition.name)
    try {
      await inSpan(
        definition.name,
        {
          kind: 'consumer',
          parent: envelope.trace ?? null,
          attributes: { 'askpro.request_id': envelope.request_id, 'askpro.attempt': attempt.number },
        },
        () => definition.run(definition.payload.parse(envelope.data), attempt),
      )
    } catch (error) {
      const failure = classifyFailure(error, attempt, Math.random())
      end({ result: failure.reason === null ? 'failed' : 'dead' })
      run.log[failure.reason === null ? 'warn' : 'error'](
        { err: error, job: definition.name, attempt: attempt.number },
        'a job failed',
      )
      await heartbeats.failed(definition.name, failure.message)
      await settleFailure(run, envelope, failure)
      throw new Error(failure.message)
    }
    end({ result: 'done' })
    await heartbeats.succeeded(definition.name)
  })
}

/**
 * Writes why and until when beside the job. A dead one is given free here, because nobody takes it any more; one
 * that is tried again stays locked until the queue puts its own distance on top.
 */
async function settleFailure(run: JobRun, envelope: JobEnvelope, failure: Failure): Promise<void> {
  const { job, pool, log } = run
  try {
    const { rowCount } = await pool.query(SETTLE, [
      job.id,
      job.locked_by,
      failure.reason,
      failure.extraDelayMs / 1000,
      failure.message,
    ])
    if (rowCount === 1 && failure.reason !== null && typeof envelope.tenant_id === 'string') {
      const payload = livePayload(envelope.tenant_id, { topic: 'job', id: job.id, call_id: null })
      await pool.query('select pg_notify($1, $2)', [LIVE_CHANNEL, payload])
    }
  } catch (error) {
    // The queue notes the failure by itself; only the reason and the wish for a later time are missing then.
    log.warn({ err: error, job: job.task_identifier }, 'the reason of a failed job could not be written')
  }
}

const SETTLE = `
  update graphile_worker._private_jobs as jobs
  set payload = (jobs.payload::jsonb || jsonb_build_object('failure', jsonb_build_object(
        'reason', $3::text,
        'first_at', coalesce(jobs.payload::jsonb #> '{failure,first_at}', to_jsonb(now())),
        'last_at', now(),
        'max_attempts', coalesce(jobs.payload::jsonb #> '{failure,max_attempts}', to_jsonb(jobs.max_attempts))
      )))::json,
    last_error = $5,
    run_at = greatest(now(), jobs.run_at) + make_interval(secs => $4),
    max_attempts = case when $3::text is null then jobs.max_attempts else jobs.attempts end,
    locked_at = case when $3::text is null then jobs.locked_at end,
    locked_by = case when $3::text is null then jobs.locked_by end
  where jobs.id = $1 and jobs.locked_by = $2`
