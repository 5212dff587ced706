-- What people must see and do with jobs and with events from outside: dead letters with a reason, discarding with
-- a name under it, schedules, heartbeats, and whose an event is.
-- Locks: "alter table inbox" and its indexes hold off writers of inbox for as long as the indexes take (a second for
-- a million events); the index on the queue holds off enqueuing for as long as it takes (milliseconds for an empty
-- queue). Everything else is new.

-- Inbox: whose an event is once that is known, how it failed for good, and when its body was removed.
alter table inbox
  add column resolved_tenant_id uuid references tenant (id),
  add column last_failed_at timestamptz,
  add column dead_at timestamptz,
  add column dead_reason text,
  add column body_removed_at timestamptz,
  add constraint inbox_dead_has_reason check ((dead_at is null) = (dead_reason is null)),
  add constraint inbox_dead_is_unprocessed check (dead_at is null or processed_at is null);
comment on column inbox.resolved_tenant_id is 'Set by the transaction that processed the event, or when processing failed.';
comment on column inbox.dead_at is 'Will not be tried again by itself; a replay takes it back.';
comment on column inbox.body_removed_at is 'The body is gone by its retention; the row stays.';
create index inbox_by_tenant on inbox (resolved_tenant_id, received_at desc, id desc) where resolved_tenant_id is not null;
create index inbox_dead on inbox (received_at) where dead_at is not null;
create index inbox_bodies on inbox (processed_at) where processed_at is not null and body_removed_at is null;

-- A tenant reads its own events; everything else about the inbox stays with the system role.
alter table inbox enable row level security;
create policy tenant_reads on inbox for select to askpro_app using (resolved_tenant_id = current_tenant_id());
create policy system_works on inbox to askpro_system using (true) with check (true);
grant select on inbox to askpro_app;

create or replace function complete_inbox_event(event_id uuid, at timestamptz, kept_body text) returns boolean
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  with done as (
    update public.inbox
    set processed_at = at, body = coalesce(kept_body, inbox.body), error = null, dead_at = null, dead_reason = null,
      resolved_tenant_id = coalesce(public.current_tenant_id(), inbox.resolved_tenant_id)
    where inbox.id = event_id and inbox.processed_at is null
    returning 1
  )
  select exists (select 1 from done)
$$;

-- Takes processed and dead events back to "not processed", so that they can be processed once more. Gives the ids
-- it took back: of two that ask at once, one gets nothing. The caller enqueues the processing in the same transaction.
create function reopen_inbox_events(event_ids uuid[]) returns setof uuid
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  update public.inbox
  set processed_at = null, dead_at = null, dead_reason = null, error = null, attempts = 0
  where inbox.id = any(event_ids)
    and (inbox.processed_at is not null or inbox.dead_at is not null)
    and inbox.body_removed_at is null
    and (inbox.resolved_tenant_id = public.current_tenant_id() or current_setting('role') = 'askpro_system')
  returning inbox.id
$$;
revoke execute on function reopen_inbox_events from public;
grant execute on function reopen_inbox_events to askpro_app, askpro_system;

-- What arrived for nobody is kept for thirty days.
grant delete on quarantine to askpro_system;

-- Jobs somebody gave up: who, why, and what it was. Written by discard_jobs() alone.
create table discarded_job (
  id bigint primary key,
  owner_tenant_id uuid,
  name text not null,
  envelope jsonb not null,
  attempts integer not null,
  last_error text,
  created_at timestamptz not null,
  discarded_at timestamptz not null,
  discarded_by text not null,
  why text not null,
  constraint discarded_job_why_length check (length(why) between 1 and 500)
);
comment on column discarded_job.owner_tenant_id is 'Null: a job across tenants. Not a foreign key: what a record says stays true when the tenant goes.';
create index discarded_job_by_time on discarded_job (discarded_at);
alter table discarded_job enable row level security;
create policy tenant_reads on discarded_job for select to askpro_app using (owner_tenant_id = current_tenant_id());
create policy system_works on discarded_job to askpro_system using (true) with check (true);
create policy queue_writes on discarded_job to askpro_jobs using (true) with check (true);
grant select on discarded_job to askpro_app, askpro_system;
grant delete on discarded_job to askpro_system;
grant select, insert on discarded_job to askpro_jobs;

-- One row a schedule. Whoever locks the row of a time that has come enqueues its run and writes the next time.
create table job_schedule (
  name text primary key,
  cadence text not null,
  zone text not null,
  missed text not null check (missed in ('run_once', 'skip')),
  next_run_at timestamptz not null,
  last_due_at timestamptz,
  last_started_at timestamptz,
  last_ok_at timestamptz,
  last_failed_at timestamptz,
  last_error text,
  runs bigint not null default 0,
  failures bigint not null default 0,
  skipped bigint not null default 0,
  created_at timestamptz not null default now()
);
comment on column job_schedule.last_due_at is 'The time for which a run was last enqueued.';
grant select on job_schedule to askpro_app, askpro_system;
grant select, insert, update on job_schedule to askpro_jobs;

-- One row a job's name, over all workers; written every few seconds, not at every run.
create table job_heartbeat (
  name text primary key,
  last_started_at timestamptz,
  last_ok_at timestamptz,
  last_failed_at timestamptz,
  runs bigint not null default 0,
  failures bigint not null default 0
);
grant select on job_heartbeat to askpro_app, askpro_system;
grant select, insert, update on job_heartbeat to askpro_jobs;

-- Workers that live, or lived within the last day.
create table job_worker (
  id text primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
grant select on job_worker to askpro_app, askpro_system;
grant select, insert, update, delete on job_worker to askpro_jobs;

-- The queue's rows are read and changed by the functions below and by platform/jobs alone (ADR 0012). A tenant's
-- transaction sees the jobs whose envelope names it, the system role sees all.
create index askpro_jobs_of_tenant on graphile_worker._private_jobs ((payload ->> 'tenant_id'), id);

create function queue_jobs(wanted_state text, wanted_ids bigint[], before_id bigint, most integer)
  returns table (
    id bigint, name text, state text, priority integer, attempts integer, max_attempts integer, run_at timestamptz,
    created_at timestamptz, last_error text, reason text, first_failed_at timestamptz, last_failed_at timestamptz,
    request_id text, tenant_id uuid
  )
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  with visible as (
    select jobs.* from graphile_worker._private_jobs as jobs
    where jobs.payload ->> 'tenant_id' = public.current_tenant_id()::text
    union all
    select jobs.* from graphile_worker._private_jobs as jobs
    where current_setting('role') = 'askpro_system'
  ), stated as (
    select visible.*, case
        when visible.locked_at is not null then 'running'
        when visible.attempts >= visible.max_attempts then 'dead'
        when visible.attempts > 0 then 'retrying'
        when visible.run_at > now() then 'scheduled'
        else 'waiting'
      end as state
    from visible
    where (before_id is null or visible.id < before_id) and (wanted_ids is null or visible.id = any(wanted_ids))
  )
  select stated.id, tasks.identifier, stated.state, stated.priority, stated.attempts, stated.max_attempts,
    stated.run_at, stated.created_at, stated.last_error,
    case when stated.state = 'dead' then coalesce(stated.payload #>> '{failure,reason}',
      case when stated.last_error is null then 'worker_lost' else 'attempts_used_up' end) end,
    (stated.payload #>> '{failure,first_at}')::timestamptz, (stated.payload #>> '{failure,last_at}')::timestamptz,
    stated.payload ->> 'request_id', (stated.payload ->> 'tenant_id')::uuid
  from stated
  join graphile_worker._private_tasks as tasks on tasks.id = stated.task_id
  where wanted_state is null or stated.state = wanted_state
  order by stated.id desc
  limit most
$$;

create function queue_counts()
  returns table (name text, state text, jobs bigint, oldest_due_at timestamptz)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  with visible as (
    select jobs.task_id, jobs.locked_at, jobs.attempts, jobs.max_attempts, jobs.run_at
    from graphile_worker._private_jobs as jobs
    where jobs.payload ->> 'tenant_id' = public.current_tenant_id()::text
    union all
    select jobs.task_id, jobs.locked_at, jobs.attempts, jobs.max_attempts, jobs.run_at
    from graphile_worker._private_jobs as jobs
    where current_setting('role') = 'askpro_system'
  ), stated as (
    select visible.*, case
        when visible.locked_at is not null then 'running'
        when visible.attempts >= visible.max_attempts then 'dead'
        when visible.attempts > 0 then 'retrying'
        when visible.run_at > now() then 'scheduled'
        else 'waiting'
      end as state
    from visible
  )
  select tasks.identifier, stated.state, count(*),
    min(stated.run_at) filter (where stated.state in ('waiting', 'retrying') and stated.run_at <= now())
  from stated
  join graphile_worker._private_tasks as tasks on tasks.id = stated.task_id
  group by tasks.identifier, stated.state
$$;

-- Dead jobs begin anew; jobs that wait for their next attempt get it at once. Gives the ids it changed: of two that
-- ask at once, one gets nothing.
create function retry_jobs(job_ids bigint[]) returns setof bigint
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  update graphile_worker._private_jobs as jobs
  set run_at = now(), updated_at = now(),
    attempts = case when jobs.attempts >= jobs.max_attempts then 0 else jobs.attempts end,
    max_attempts = greatest(jobs.max_attempts, coalesce((jobs.payload #>> '{failure,max_attempts}')::smallint, 1)),
    payload = case when jobs.attempts >= jobs.max_attempts then (jobs.payload::jsonb - 'failure')::json else jobs.payload end
  where jobs.id = any(job_ids) and jobs.locked_at is null and jobs.attempts > 0
    and (jobs.attempts >= jobs.max_attempts or jobs.run_at > now())
    and (jobs.payload ->> 'tenant_id' = public.current_tenant_id()::text or current_setting('role') = 'askpro_system')
  returning jobs.id
$$;

-- Failed jobs leave the queue for the record of who gave them up, and why.
create function discard_jobs(job_ids bigint[], who text, reason text) returns setof bigint
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  with gone as (
    delete from graphile_worker._private_jobs as jobs
    where jobs.id = any(job_ids) and jobs.locked_at is null and jobs.attempts > 0
      and (jobs.payload ->> 'tenant_id' = public.current_tenant_id()::text or current_setting('role') = 'askpro_system')
    returning jobs.id, jobs.task_id, jobs.payload, jobs.attempts, jobs.last_error, jobs.created_at
  )
  insert into public.discarded_job
    (id, owner_tenant_id, name, envelope, attempts, last_error, created_at, discarded_at, discarded_by, why)
  select gone.id, (gone.payload ->> 'tenant_id')::uuid, tasks.identifier, gone.payload::jsonb, gone.attempts,
    gone.last_error, gone.created_at, now(), who, reason
  from gone join graphile_worker._private_tasks as tasks on tasks.id = gone.task_id
  returning discarded_job.id
$$;

-- Events for which somebody is still going to do something.
create function events_in_the_queue() returns setof uuid
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select (jobs.payload #>> '{data,inbox_id}')::uuid
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where tasks.identifier = 'platform.process-inbox-event'
    and (jobs.locked_at is not null or jobs.attempts < jobs.max_attempts)
$$;

revoke execute on function queue_jobs, queue_counts, retry_jobs, discard_jobs, events_in_the_queue from public;
grant execute on function queue_jobs, queue_counts, retry_jobs, discard_jobs to askpro_app, askpro_system;
grant execute on function events_in_the_queue to askpro_system;
grant execute on function current_tenant_id to askpro_jobs;
-- A new owner must be allowed to create in the schema, for these statements.
grant create on schema public to askpro_jobs;
alter function queue_jobs owner to askpro_jobs;
alter function queue_counts owner to askpro_jobs;
alter function retry_jobs owner to askpro_jobs;
alter function discard_jobs owner to askpro_jobs;
alter function events_in_the_queue owner to askpro_jobs;
revoke create on schema public from askpro_jobs;
