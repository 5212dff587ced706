-- Other people's calendars: accounts at providers, what of them belongs to whom, and what stands there of each
-- appointment. New tables; `appointment` gets a column with a constant default, which rewrites nothing and locks the
-- table for an instant.

create table calendar_connection (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  provider text not null,
  name text not null,
  sealed_secrets text,
  state text not null default 'ok',
  problem text,
  problem_since timestamptz,
  last_ok_at timestamptz,
  when_unknown text not null default 'offer_as_requested',
  outside_changes text not null default 'ask',
  fresh_minutes integer not null default 30,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint calendar_connection_provider_known check (provider in ('calcom', 'google', 'microsoft', 'caldav', 'ics')),
  constraint calendar_connection_state_known check (state in ('ok', 'unreadable', 'reconnect', 'off')),
  constraint calendar_connection_problem_has_time check ((problem is null) = (problem_since is null)),
  constraint calendar_connection_when_unknown_known check (when_unknown in ('offer_as_requested', 'callback', 'not_bookable')),
  constraint calendar_connection_outside_changes_known check (outside_changes in ('accept', 'ask', 'restore')),
  constraint calendar_connection_fresh_minutes check (fresh_minutes between 5 and 1440),
  constraint calendar_connection_name_length check (length(name) between 1 and 100)
);
comment on column calendar_connection.when_unknown is 'What counts for people whose calendar could not be read for fresh_minutes.';
comment on column calendar_connection.outside_changes is 'What follows when somebody moves or deletes an appointment of ours over there.';
comment on column calendar_connection.sealed_secrets is 'What the adapter needs to log in, as it stored it; null: nobody logged in yet, or the access was given back.';
call protect_tenant_table('calendar_connection');
create trigger calendar_connection_touch before update on calendar_connection for each row execute function touch_updated_at();
create index calendar_connection_by_id on calendar_connection (id);
call audit_table('calendar_connection', 'sealed_secrets', 'last_ok_at', 'problem', 'problem_since');

create table calendar_link (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  connection_id uuid not null,
  resource_id uuid,
  service_id uuid,
  target text not null,
  target_name text not null,
  direction text not null,
  settings jsonb not null default '{}',
  state text not null default 'active',
  cursor text,
  window_start timestamptz,
  window_end timestamptz,
  readings integer not null default 0,
  failures integer not null default 0,
  last_read_at timestamptz,
  next_read_at timestamptz not null,
  push_id text,
  push_resource text,
  push_sealed_secret text,
  push_expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, connection_id) references calendar_connection (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  constraint calendar_link_direction_known check (direction in ('read', 'write', 'both')),
  constraint calendar_link_state_known check (state in ('active', 'off')),
  constraint calendar_link_of_something check (num_nonnulls(resource_id, service_id) >= 1),
  constraint calendar_link_reads_for_somebody check (direction = 'write' or resource_id is not null),
  constraint calendar_link_push_whole check (num_nonnulls(push_id, push_resource, push_sealed_secret, push_expires_at) in (0, 4)),
  constraint calendar_link_window_forward check (window_start < window_end)
);
comment on column calendar_link.readings is 'Counts the readings that were applied: one that began before another ended is thrown away.';
comment on column calendar_link.cursor is 'Where the provider goes on telling changes; null: the next reading is a whole one.';
call protect_tenant_table('calendar_link');
create trigger calendar_link_touch before update on calendar_link for each row execute function touch_updated_at();
create unique index calendar_link_once on calendar_link
  (tenant_id, connection_id, target, resource_id, service_id) nulls not distinct where state = 'active';
create index calendar_link_due on calendar_link (next_read_at) where state = 'active';
call audit_table('calendar_link', 'cursor', 'window_start', 'window_end', 'readings', 'failures', 'last_read_at',
  'next_read_at', 'push_id', 'push_resource', 'push_sealed_secret', 'push_expires_at');

-- How an appointment should stand in a calendar, and how it stands there as far as we know. Whoever writes takes the
-- lease first, so that there is one writer; what it is about to do is noted before it is done, so that whoever finds a
-- lease that ended looks before repeating.
create table sync_entry (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  appointment_id uuid not null,
  link_id uuid not null,
  reference text not null,
  desired_version integer not null,
  desired_state text not null,
  desired_starts_at timestamptz not null,
  desired_ends_at timestamptz not null,
  observed_version integer,
  observed_state text,
  observed_starts_at timestamptz,
  observed_ends_at timestamptz,
  observed_at timestamptz,
  external_id text,
  external_uid text,
  external_version text,
  external_host text,
  state text not null default 'pending',
  attempting text,
  lease uuid,
  lease_until timestamptz,
  seen_starts_at timestamptz,
  seen_ends_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  last_error_at timestamptz,
  next_try_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  foreign key (tenant_id, link_id) references calendar_link (tenant_id, id),
  constraint sync_entry_once unique (tenant_id, appointment_id, link_id),
  constraint sync_entry_reference_once unique (tenant_id, reference),
  constraint sync_entry_reference_form check (reference ~ '^[0-9a-v]{5,64}$'),
  constraint sync_entry_desired_state_known check (desired_state in ('confirmed', 'requested', 'cancelled')),
  constraint sync_entry_observed_state_known check (observed_state in ('confirmed', 'requested', 'cancelled')),
  constraint sync_entry_state_known check (state in ('pending', 'in_step', 'conflict', 'unclear', 'failed', 'given_up')),
  constraint sync_entry_attempting_known check (attempting in ('look', 'create', 'change', 'remove')),
  constraint sync_entry_lease_whole check ((lease is null) = (lease_until is null)),
  constraint sync_entry_desired_forward check (desired_starts_at < desired_ends_at),
  constraint sync_entry_in_step_is_seen check (state <> 'in_step' or observed_state is not null)
);
comment on column sync_entry.reference is 'What we write into the other calendar: the appointment and the link, 64 hexadecimal digits.';
comment on column sync_entry.attempting is 'What was begun and has no clear answer yet: it is looked for before anything is repeated.';
comment on column sync_entry.seen_starts_at is 'Where a reading saw it, otherwise than we know; to be looked at.';
call protect_tenant_table('sync_entry');
create trigger sync_entry_touch before update on sync_entry for each row execute function touch_updated_at();
create index sync_entry_to_do on sync_entry (next_try_at) where next_try_at is not null;
create index sync_entry_by_time on sync_entry (tenant_id, desired_starts_at desc, id desc);
create index sync_entry_of_link on sync_entry (tenant_id, link_id, external_id);

-- What a person has to decide: both sides, and what became of it.
create table calendar_conflict (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  entry_id uuid not null,
  kind text not null,
  ours jsonb not null,
  theirs jsonb,
  detail text,
  state text not null default 'open',
  settlement text,
  settled_by text,
  settled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references sync_entry (tenant_id, id),
  constraint calendar_conflict_kind_known check (kind in
    ('taken', 'refused', 'moved_outside', 'removed_outside', 'past', 'doubled')),
  constraint calendar_conflict_state_known check (state in ('open', 'settled')),
  constraint calendar_conflict_settlement_known check (settlement in
    ('kept_ours', 'took_theirs', 'left_as_it_is', 'by_itself')),
  constraint calendar_conflict_settled_whole check
    (num_nonnulls(settlement, settled_by, settled_at) = case state when 'settled' then 3 else 0 end)
);
call protect_tenant_table('calendar_conflict');
create trigger calendar_conflict_touch before update on calendar_conflict for each row execute function touch_updated_at();
create unique index calendar_conflict_one_open on calendar_conflict (tenant_id, entry_id) where state = 'open';
create index calendar_conflict_by_time on calendar_conflict (tenant_id, created_at desc, id desc);
call audit_table('calendar_conflict');

-- The appointments of somebody as a feed at a secret address. The secret itself is nowhere.
create table calendar_feed (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  resource_id uuid not null,
  token_hash text not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint calendar_feed_token_once unique (token_hash)
);
call protect_tenant_table('calendar_feed');
create unique index calendar_feed_one on calendar_feed (tenant_id, resource_id) where revoked_at is null;
call audit_table('calendar_feed', 'token_hash');

-- Until when what a source says of a resource may be believed, and what counts afterwards.
create table external_source (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  resource_id uuid not null,
  source text not null,
  seen_at timestamptz,
  fresh_minutes integer not null,
  when_unknown text not null,
  primary key (tenant_id, resource_id, source),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint external_source_fresh_minutes check (fresh_minutes > 0),
  constraint external_source_when_unknown_known check (when_unknown in ('offer_as_requested', 'callback', 'not_bookable'))
);
comment on column external_source.seen_at is 'When it was last read; null: never.';
call protect_tenant_table('external_source');
grant delete on external_source to askpro_app;

alter table appointment add column awaits_calendar boolean not null default false;
comment on column appointment.awaits_calendar is 'Requested only because a calendar could not be read: confirmed by itself once it was and the place is free there.';
