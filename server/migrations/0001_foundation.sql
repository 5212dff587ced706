-- The ground every module stands on: roles' rights, tenant protection, the inbox, quarantine and jobs.
-- Runs on an empty database; no locks to wait for; well under a second.
--
-- Three roles exist before the first migration (platform/db/prepare-database.ts):
--   askpro_app     what web and worker connect as; sees one tenant at a time; owns nothing
--   askpro_system  reached with "set local role" for work without a tenant or across tenants
--   askpro_jobs    owns graphile_worker's schema and nothing else

create extension if not exists btree_gist;

revoke create on schema public from public;
grant usage on schema public to askpro_app, askpro_system, askpro_jobs;

-- The tenant of the current transaction. On a pooled connection the setting comes back as '' and not as null.
create function current_tenant_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Row-level security, forced for the owner too, with the same two policies on every tenant-owned table.
-- The application may not delete by default: a table that allows it says so with a grant of its own.
create procedure protect_tenant_table(table_name regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy tenant_only on %s to askpro_app using (tenant_id = current_tenant_id()) with check (tenant_id = current_tenant_id())',
    table_name);
  execute format('create policy system_reads on %s for select to askpro_system using (true)', table_name);
  execute format('grant select, insert, update on %s to askpro_app', table_name);
  execute format('grant select on %s to askpro_system', table_name);
end
$$;

-- Keeps updated_at true without anybody having to think of it.
create function touch_updated_at() returns trigger
  language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- What this database is for. Nothing destructive runs unless it says 'demo' or 'test'.
create table installation (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demo', 'real', 'test')),
  created_at timestamptz not null default now()
);
grant select, insert on installation to askpro_system;

-- Facts from outside, kept verbatim. No tenant: who it belongs to is found when it is processed.
create table inbox (
  id uuid primary key,
  source text not null,
  event_key text not null,
  headers jsonb not null,
  body text not null,
  request_id text not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  attempts integer not null default 0,
  error text,
  constraint inbox_event_once unique (source, event_key)
);
comment on column inbox.source is 'Provider and connection, such as retell/default.';
comment on column inbox.event_key is 'What makes the event the same event when it is sent again.';
create index inbox_unprocessed on inbox (received_at) where processed_at is null;
grant select, insert, update on inbox to askpro_system;

-- What arrived for a number nobody owns, or by a connection that may not speak for it. Touches no tenant.
create table quarantine (
  id uuid primary key,
  source text not null,
  reason text not null check (reason in ('unknown_number', 'foreign_number', 'no_number')),
  called_number text,
  provider_call_id text,
  inbox_id uuid references inbox (id),
  request_id text not null,
  seen_at timestamptz not null
);
create index quarantine_seen on quarantine (seen_at desc);
grant select, insert on quarantine to askpro_system;

-- The one way to enqueue a job: the application has no rights in the queue's schema.
-- Owned by askpro_jobs, so it may add jobs and nothing else.
create function enqueue_job(
  identifier text,
  payload json,
  run_at timestamptz default null,
  max_attempts integer default null,
  job_key text default null,
  priority integer default null
) returns bigint
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select (graphile_worker.add_job(
    identifier => identifier,
    payload => payload,
    run_at => run_at,
    max_attempts => max_attempts,
    job_key => job_key,
    priority => priority
  )).id
$$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to askpro_app, askpro_system;
-- A new owner must be allowed to create in the schema, for this one statement.
grant create on schema public to askpro_jobs;
alter function enqueue_job owner to askpro_jobs;
revoke create on schema public from askpro_jobs;

-- Marks an inbox event as processed from inside the tenant's transaction that holds its effects, so that
-- both are committed or neither. False: somebody else already did.
create function complete_inbox_event(event_id uuid, at timestamptz, kept_body text) returns boolean
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  with done as (
    update public.inbox
    set processed_at = at, body = coalesce(kept_body, inbox.body), error = null
    where inbox.id = event_id and inbox.processed_at is null
    returning 1
  )
  select exists (select 1 from done)
$$;
revoke execute on function complete_inbox_event from public;
grant execute on function complete_inbox_event to askpro_app, askpro_system;
