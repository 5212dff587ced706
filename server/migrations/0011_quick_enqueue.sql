-- Enqueuing took 600 to 900 µs, more than all inserts of a booking together: the library's add_job() builds a set,
-- makes sure of tasks and queues, looks for the key and upserts. A job without a key is one plain row (40 µs); one with
-- a key still goes through add_job(). And events that arrive at the same time are enqueued in one statement.
-- Functions only: no locks.

create or replace function enqueue_job(
  identifier text,
  payload json,
  run_at timestamptz default null,
  max_attempts integer default null,
  job_key text default null,
  priority integer default null
) returns bigint
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  job_id bigint;
begin
  if enqueue_job.job_key is null then
    insert into graphile_worker._private_jobs as jobs (task_id, payload, run_at, max_attempts, priority)
    select tasks.id, enqueue_job.payload, coalesce(enqueue_job.run_at, now()), coalesce(enqueue_job.max_attempts, 25),
      coalesce(enqueue_job.priority, 0)
    from graphile_worker._private_tasks as tasks
    where tasks.identifier = enqueue_job.identifier
    returning jobs.id into job_id;
    if found then
      perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
      return job_id;
    end if;
  end if;
  -- With a key, or the first of its kind ever.
  return (graphile_worker.add_job(
    identifier => enqueue_job.identifier,
    payload => enqueue_job.payload,
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts,
    job_key => enqueue_job.job_key,
    priority => enqueue_job.priority
  )).id;
end
$$;

-- Jobs of one kind without keys, in one statement; a null in run_ats means now. Gives how many.
create function enqueue_jobs(
  identifier text,
  payloads json[],
  run_ats timestamptz[],
  max_attempts integer,
  priority integer
) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  task integer;
  enqueued integer;
begin
  select tasks.id into task
  from graphile_worker._private_tasks as tasks
  where tasks.identifier = enqueue_jobs.identifier;
  if not found then
    insert into graphile_worker._private_tasks as tasks (identifier)
    values (enqueue_jobs.identifier)
    on conflict do nothing;
    select tasks.id into strict task
    from graphile_worker._private_tasks as tasks
    where tasks.identifier = enqueue_jobs.identifier;
  end if;
  insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts, priority)
  select task, jobs.payload, coalesce(jobs.run_at, now()), enqueue_jobs.max_attempts, enqueue_jobs.priority
  from unnest(enqueue_jobs.payloads, enqueue_jobs.run_ats) as jobs (payload, run_at);
  get diagnostics enqueued = row_count;
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":' || enqueued::text || '}');
  return enqueued;
end
$$;
revoke execute on function enqueue_jobs from public;
grant execute on function enqueue_jobs to askpro_app, askpro_system;
grant create on schema public to askpro_jobs;
alter function enqueue_jobs owner to askpro_jobs;
revoke create on schema public from askpro_jobs;
