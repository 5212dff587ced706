import { setTimeout as wait } from 'node:timers/promises'
import type { Fleet } from './fleet.ts'

const LONGEST_MS = 60_000
/** A schedule whose own time is nearer than this is left alone: it must not be put off by ours. */
const OWN_TIME_SECONDS = 5

/** Figures of a half; jobs and times of schedules are counted by what the queue itself did with its rows. */
export type Runs = Readonly<
  Record<
    | 'jobs'
    /** Given to a worker more than once. */
    | 'jobs_repeated'
    /** Settled more than once, or enqueued and neither settled nor waiting for its time. */
    | 'jobs_not_done_once'
    | 'schedule_times'
    /** Times that became no job that was done, or several. */
    | 'schedule_times_not_run_once'
    /** Processes that were given jobs. */
    | 'workers',
    number
  >
>

/** Writes down, from now on, whenever a job is enqueued, given to a worker, or settled, and by which process. */
export async function recordRuns({ query }: Fleet): Promise<void> {
  await query(`
    create table verify_due (name text not null, due_at timestamptz not null, at timestamptz not null);
    create table verify_job_step (job_id bigint not null, step text not null, name text not null, due_at timestamptz,
      process text not null, at timestamptz not null);
    grant insert on verify_job_step to public;
    create function verify_record_step() returns trigger language plpgsql as $$
      declare job graphile_worker._private_jobs := coalesce(new, old);
      begin
        insert into public.verify_job_step values (job.id, tg_argv[0],
          (select tasks.identifier from graphile_worker._private_tasks as tasks where tasks.id = job.task_id),
          (job.payload #>> '{data,due_at}')::timestamptz, current_setting('application_name'), clock_timestamp());
        return null;
      end $$;
    create trigger verify_enqueued after insert on graphile_worker._private_jobs
      for each row execute function verify_record_step('enqueued');
    create trigger verify_given after update on graphile_worker._private_jobs
      for each row when (new.attempts > old.attempts) execute function verify_record_step('given');
    create trigger verify_settled after delete on graphile_worker._private_jobs
      for each row execute function verify_record_step('settled');`)
}

/** Lets the time of every schedule come in a moment, so that all workers see it at once. How many there are. */
export async function letTimeCome({ query }: Fleet): Promise<number> {
  const due = await query(
    `with due as (
       update job_schedule set next_run_at = date_trunc('milliseconds', clock_timestamp() + interval '300 milliseconds')
       where job_schedule.next_run_at > now() + make_interval(secs => $1)
       returning job_schedule.name, job_schedule.next_run_at
     )
     insert into verify_due select due.name, due.next_run_at, clock_timestamp() from due returning verify_due.name`,
    [OWN_TIME_SECONDS],
  )
  return due.length
}

/** Until no schedule is due any more and what came of it is done. Throws when that does not happen. */
export async function waitUntilRun({ query }: Fleet): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  for (;;) {
    const open = await query<{ name: string }>(
      `select job_schedule.name from job_schedule where job_schedule.next_run_at <= clock_timestamp() + interval '1 second'
       union all
       select jobs.payload #>> '{data,due_at}' from graphile_worker._private_jobs as jobs
       where jobs.payload #>> '{data,due_at}' is not null`,
    )
    if (open.length === 0) return
    if (Date.now() > deadline)
      throw new Error(`Schedules did not run: ${open.map(row => row.name).join(', ')}.`)
    await wait(50)
  }
}

/** What became of all jobs that were enqueued, and of all times that came, at or after `since`. */
export async function countRuns({ query }: Fleet, since: Date): Promise<Runs> {
  const [row] = await query<Runs>(
    `with job as (
       select step.job_id, min(step.name) as name, max(step.due_at) as due_at,
         count(*) filter (where step.step = 'given')::int as given,
         count(*) filter (where step.step = 'settled')::int as settled
       from verify_job_step as step
       group by step.job_id
       having bool_or(step.step = 'enqueued' and step.at >= $1)
     ), due as (
       select verify_due.name, verify_due.due_at from verify_due where verify_due.at >= $1
       union
       select job.name, job.due_at from job where job.due_at is not null
     )
     select
       (select count(*)::int from job) as jobs,
       (select count(*)::int from job where job.given > 1) as jobs_repeated,
       (select count(*)::int from job where job.settled <> 1 and not exists (
          select from graphile_worker._private_jobs as jobs
          where jobs.id = job.job_id and jobs.attempts = 0 and jobs.run_at > now())) as jobs_not_done_once,
       (select count(*)::int from due) as schedule_times,
       (select count(*)::int from due where 1 <> (
          select count(*) from job where job.name = due.name and job.due_at = due.due_at and job.settled = 1))
         as schedule_times_not_run_once,
       (select count(distinct step.process)::int from verify_job_step as step
        where step.step = 'given' and step.at >= $1) as workers`,
    [since],
  )
  if (!row) throw new Error('A query without a row.')
  return row
}
