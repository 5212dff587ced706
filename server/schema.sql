-- Generated from the migrations by "npm run generate". Do not edit.

create table absence (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  resource_id uuid not null,
  kind text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  note text,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  removed_by text,
  constraint absence_pkey PRIMARY KEY (tenant_id, id),
  constraint absence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint absence_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES staff_member(tenant_id, resource_id),
  constraint absence_forward CHECK ((starts_at < ends_at)),
  constraint absence_kind_known CHECK ((kind = ANY (ARRAY['vacation'::text, 'illness'::text, 'training'::text, 'other'::text]))),
  constraint absence_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint absence_removed_by_somebody CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
);
create index absence_by_start on public.absence using btree (tenant_id, starts_at, id);
create index absence_by_time on public.absence using btree (tenant_id, ends_at, starts_at);
alter table absence force row level security;
create policy own_locations on absence for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on absence for select to askpro_system using (true);
create policy tenant_only on absence for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.absence FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.absence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant insert, select, update on absence to askpro_app;
grant select on absence to askpro_system;
comment on column absence.kind is 'For the business only: callers are never told why somebody is away.';
comment on column absence.removed_at is 'Taken back, and blocks nothing.';

create table agent_publication (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  agent_id uuid not null,
  version_id uuid not null,
  previous_version_id uuid,
  state text not null default 'running'::text,
  step text not null,
  bindings jsonb,
  reason text,
  detail text,
  started_by text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint agent_publication_pkey PRIMARY KEY (tenant_id, id),
  constraint agent_publication_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES voice_agent(tenant_id, id),
  constraint agent_publication_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint agent_publication_tenant_id_previous_version_id_fkey FOREIGN KEY (tenant_id, previous_version_id) REFERENCES agent_version(tenant_id, id),
  constraint agent_publication_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES agent_version(tenant_id, id),
  constraint agent_publication_over_has_end CHECK (((state = ANY (ARRAY['live'::text, 'rolled_back'::text])) = (ended_at IS NOT NULL))),
  constraint agent_publication_state_known CHECK ((state = ANY (ARRAY['running'::text, 'turning_back'::text, 'live'::text, 'rolled_back'::text]))),
  constraint agent_publication_step_known CHECK ((step = ANY (ARRAY['llm'::text, 'draft'::text, 'publish'::text, 'read_back'::text, 'bind'::text, 'check'::text]))),
  constraint agent_publication_turned_has_reason CHECK (((state = ANY (ARRAY['turning_back'::text, 'rolled_back'::text])) = (reason IS NOT NULL))),
  constraint agent_publication_undoes_what_it_knows CHECK (((state <> 'turning_back'::text) OR (bindings IS NOT NULL)))
);
create index agent_publication_by_time on public.agent_publication using btree (tenant_id, started_at desc, id desc);
create unique index agent_publication_one_at_a_time on public.agent_publication using btree (tenant_id, agent_id) where (ended_at is null);
alter table agent_publication force row level security;
create policy system_reads on agent_publication for select to askpro_system using (true);
create policy tenant_only on agent_publication for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on agent_publication to askpro_app;
grant select on agent_publication to askpro_system;
comment on column agent_publication.bindings is 'How the numbers were bound before the first of them was changed; null: none was touched.';

create table agent_publication_step (
  tenant_id uuid not null default current_tenant_id(),
  publication_id uuid not null,
  position integer not null,
  step text not null,
  outcome text not null,
  detail text,
  at timestamp with time zone not null,
  constraint agent_publication_step_pkey PRIMARY KEY (tenant_id, publication_id, "position"),
  constraint agent_publication_step_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint agent_publication_step_tenant_id_publication_id_fkey FOREIGN KEY (tenant_id, publication_id) REFERENCES agent_publication(tenant_id, id),
  constraint agent_publication_step_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'failed'::text, 'turned_back'::text, 'undone'::text])))
);
alter table agent_publication_step force row level security;
create policy system_reads on agent_publication_step for select to askpro_system using (true);
create policy tenant_only on agent_publication_step for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on agent_publication_step to askpro_app;
grant select on agent_publication_step to askpro_system;

create table agent_version (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  agent_id uuid not null,
  number integer not null,
  state text not null default 'draft'::text,
  revision integer not null default 1,
  definition jsonb not null,
  rendered jsonb,
  published_hash text,
  read_back_hash text,
  external_version integer,
  external_llm_id text,
  made_by text not null,
  published_at timestamp with time zone,
  live_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint agent_version_number_once UNIQUE (tenant_id, agent_id, number),
  constraint agent_version_pkey PRIMARY KEY (tenant_id, id),
  constraint agent_version_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES voice_agent(tenant_id, id),
  constraint agent_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint agent_version_live_since CHECK (((state <> 'live'::text) OR (live_at IS NOT NULL))),
  constraint agent_version_published_is_read_back CHECK (((state = ANY (ARRAY['draft'::text, 'prepared'::text])) OR ((rendered IS NOT NULL) AND (published_hash IS NOT NULL) AND (read_back_hash IS NOT NULL) AND (external_version IS NOT NULL) AND (published_hash = read_back_hash)))),
  constraint agent_version_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'prepared'::text, 'published'::text, 'live'::text, 'retired'::text])))
);
create index agent_version_by_time on public.agent_version using btree (tenant_id, created_at desc, id desc);
create unique index agent_version_one_draft on public.agent_version using btree (tenant_id, agent_id) where (state = 'draft'::text);
create unique index agent_version_one_live on public.agent_version using btree (tenant_id, agent_id) where (state = 'live'::text);
create unique index agent_version_one_prepared on public.agent_version using btree (tenant_id, agent_id) where (state = 'prepared'::text);
alter table agent_version force row level security;
create policy system_reads on agent_version for select to askpro_system using (true);
create policy tenant_only on agent_version for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER agent_version_touch BEFORE UPDATE ON public.agent_version FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agent_version FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on agent_version to askpro_app;
grant select on agent_version to askpro_system;
comment on column agent_version.revision is 'Counts the changes of a draft.';
comment on column agent_version.rendered is 'What the provider is given, with names in place of addresses that are secrets and of ids that it gives itself.';

create table allocation (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  resource_id uuid not null,
  lane integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  hold_id uuid,
  appointment_id uuid,
  position integer not null default 0,
  kept_from timestamp with time zone,
  kept_until timestamp with time zone,
  during tstzrange not null generated always as (tstzrange(COALESCE(kept_from, starts_at), COALESCE(kept_until, ends_at))) stored,
  constraint allocation_no_overlap EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =, lane WITH =, during WITH &&),
  constraint allocation_pkey PRIMARY KEY (tenant_id, id),
  constraint allocation_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint allocation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint allocation_tenant_id_hold_id_fkey FOREIGN KEY (tenant_id, hold_id) REFERENCES hold(tenant_id, id) ON DELETE CASCADE,
  constraint allocation_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint allocation_at_most_a_day CHECK ((ends_at <= (starts_at + '24:00:00'::interval))),
  constraint allocation_forward CHECK ((starts_at < ends_at)),
  constraint allocation_has_one_owner CHECK ((num_nonnulls(hold_id, appointment_id) = 1)),
  constraint allocation_keeps_hours_at_most CHECK (((kept_from >= (starts_at - '04:00:00'::interval)) AND (kept_until <= (ends_at + '04:00:00'::interval)))),
  constraint allocation_keeps_its_own_time CHECK (((kept_from <= starts_at) AND (kept_until >= ends_at))),
  constraint allocation_lane_check CHECK ((lane >= 1))
);
create index allocation_by_appointment on public.allocation using btree (tenant_id, appointment_id) where (appointment_id is not null);
create index allocation_by_hold on public.allocation using btree (tenant_id, hold_id) where (hold_id is not null);
create index allocation_by_resource on public.allocation using btree (tenant_id, resource_id, starts_at);
alter table allocation force row level security;
create policy own_locations on allocation for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on allocation for select to askpro_system using (true);
create policy tenant_only on allocation for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on allocation to askpro_app;
grant select on allocation to askpro_system;
comment on column allocation.position is 'The first segment of the service for which it is taken.';

create table api_key (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  prefix text not null,
  hash text not null,
  scopes text[] not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  replaces_id uuid,
  constraint api_key_prefix_unique UNIQUE (prefix),
  constraint api_key_replaced_once UNIQUE (tenant_id, replaces_id),
  constraint api_key_pkey PRIMARY KEY (tenant_id, id),
  constraint api_key_replaces_fkey FOREIGN KEY (tenant_id, replaces_id) REFERENCES api_key(tenant_id, id),
  constraint api_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint api_key_scopes_known CHECK (((scopes <@ ARRAY['all'::text, 'read'::text, 'write'::text, 'manage'::text]) AND (cardinality(scopes) > 0)))
);
alter table api_key force row level security;
create policy system_reads on api_key for select to askpro_system using (true);
create policy tenant_only on api_key for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.api_key FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('hash', 'last_used_at');
grant insert, select, update on api_key to askpro_app;
grant select on api_key to askpro_system;
comment on column api_key.hash is 'Keyed hash of the whole key; the key itself is shown once and kept nowhere.';
comment on column api_key.last_used_at is 'To the minute.';
comment on column api_key.replaces_id is 'The key that this one was made for; that one ends by itself after the overlap.';

create table api_key_location (
  tenant_id uuid not null default current_tenant_id(),
  api_key_id uuid not null,
  location_id uuid not null,
  constraint api_key_location_pkey PRIMARY KEY (tenant_id, api_key_id, location_id),
  constraint api_key_location_tenant_id_api_key_id_fkey FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_key(tenant_id, id),
  constraint api_key_location_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint api_key_location_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id)
);
alter table api_key_location force row level security;
create policy system_reads on api_key_location for select to askpro_system using (true);
create policy tenant_only on api_key_location for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.api_key_location FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select on api_key_location to askpro_app;
grant select on api_key_location to askpro_system;

create table appointment (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  reference text not null,
  location_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  customer_id uuid not null,
  attendee_name text not null,
  state text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  price_minor integer not null,
  currency text not null,
  source text not null,
  call_id uuid,
  contact_phone text,
  contact_email text,
  note text,
  version integer not null default 1,
  idempotency_key text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  segment_minutes integer[],
  moves integer not null default 0,
  group_id uuid,
  series_id uuid,
  series_start timestamp with time zone,
  awaits_calendar boolean not null default false,
  constraint appointment_idempotent UNIQUE (tenant_id, idempotency_key),
  constraint appointment_reference_unique UNIQUE (tenant_id, reference),
  constraint appointment_pkey PRIMARY KEY (tenant_id, id),
  constraint appointment_group_of FOREIGN KEY (tenant_id, group_id) REFERENCES appointment_group(tenant_id, id),
  constraint appointment_of_series FOREIGN KEY (tenant_id, series_id) REFERENCES series(tenant_id, id),
  constraint appointment_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint appointment_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint appointment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint appointment_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint appointment_tenant_id_service_id_service_version_fkey FOREIGN KEY (tenant_id, service_id, service_version) REFERENCES service_version(tenant_id, service_id, version),
  constraint appointment_attendee_length CHECK (((length(attendee_name) >= 1) AND (length(attendee_name) <= 200))),
  constraint appointment_forward CHECK ((starts_at < ends_at)),
  constraint appointment_moves_counted CHECK ((moves >= 0)),
  constraint appointment_note_length CHECK ((length(note) <= 2000)),
  constraint appointment_series_whole CHECK (((series_id IS NULL) = (series_start IS NULL))),
  constraint appointment_source_check CHECK ((source = ANY (ARRAY['phone'::text, 'web'::text, 'api'::text, 'staff'::text]))),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'confirmed'::text, 'checked_in'::text, 'completed'::text, 'cancelled'::text, 'no_show'::text])))
);
create index appointment_by_call on public.appointment using btree (tenant_id, call_id) where (call_id is not null);
create index appointment_by_contact_phone on public.appointment using btree (tenant_id, contact_phone, starts_at) where (contact_phone is not null);
create index appointment_by_customer on public.appointment using btree (tenant_id, customer_id, starts_at);
create index appointment_by_group on public.appointment using btree (tenant_id, group_id, starts_at) where (group_id is not null);
create index appointment_by_start on public.appointment using btree (tenant_id, starts_at, id);
create unique index appointment_once_per_occurrence on public.appointment using btree (tenant_id, series_id, series_start) where (series_id is not null);
alter table appointment force row level security;
create policy own_locations on appointment for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on appointment for select to askpro_system using (true);
create policy tenant_only on appointment for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER appointment_touch BEFORE UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.appointment FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on appointment to askpro_app;
grant select on appointment to askpro_system;
comment on column appointment.contact_email is 'Where this appointment is confirmed to; what the customer gave for it, which may differ from their record.';
comment on column appointment.segment_minutes is 'How long each segment takes with whoever does it, where it is not as the service version says.';
comment on column appointment.moves is 'How often it was moved; a move taken back does not count.';
comment on column appointment.series_start is 'Where the rule of its series has it. It starts elsewhere: it was moved alone, and the series does not move it.';
comment on column appointment.awaits_calendar is 'Requested only because a calendar could not be read: confirmed by itself once it was and the place is free there.';

create table appointment_change (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  actor text not null,
  before jsonb,
  after jsonb,
  at timestamp with time zone not null,
  request_id text,
  policy jsonb,
  fee_minor integer,
  fee_currency text,
  reason text,
  undoes uuid,
  series_change_id uuid,
  constraint appointment_change_undone_once UNIQUE (tenant_id, undoes),
  constraint appointment_change_pkey PRIMARY KEY (tenant_id, id),
  constraint appointment_change_of_series FOREIGN KEY (tenant_id, series_change_id) REFERENCES series_change(tenant_id, id),
  constraint appointment_change_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint appointment_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint appointment_change_undoes FOREIGN KEY (tenant_id, undoes) REFERENCES appointment_change(tenant_id, id),
  constraint appointment_change_fee_positive CHECK ((fee_minor > 0)),
  constraint appointment_change_fee_whole CHECK ((num_nonnulls(fee_minor, fee_currency) = ANY (ARRAY[0, 2]))),
  constraint appointment_change_kind_check CHECK ((kind = ANY (ARRAY['booked'::text, 'attendee_corrected'::text, 'contact_completed'::text, 'moved'::text, 'cancelled'::text, 'checked_in'::text, 'completed'::text, 'no_show'::text, 'undone'::text, 'confirmed'::text, 'declined'::text]))),
  constraint appointment_change_reason_length CHECK ((length(reason) <= 500))
);
create index appointment_change_by_appointment on public.appointment_change using btree (tenant_id, appointment_id, at);
create index appointment_change_by_request on public.appointment_change using btree (tenant_id, request_id) where (request_id is not null);
create index appointment_change_by_series on public.appointment_change using btree (tenant_id, series_change_id) where (series_change_id is not null);
alter table appointment_change force row level security;
create policy own_locations on appointment_change for select to askpro_app using ((at_all_locations() OR appointment_in_reach(appointment_id)));
create policy system_reads on appointment_change for select to askpro_system using (true);
create policy tenant_only on appointment_change for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select on appointment_change to askpro_app;
grant select on appointment_change to askpro_system;
comment on column appointment_change.policy is 'By which rules it was allowed, with what result: free, fee or overridden.';
comment on column appointment_change.undoes is 'The change that this one took back.';

create table appointment_group (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  actor text not null,
  idempotency_key text not null,
  created_at timestamp with time zone not null,
  constraint appointment_group_once UNIQUE (tenant_id, idempotency_key),
  constraint appointment_group_pkey PRIMARY KEY (tenant_id, id),
  constraint appointment_group_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table appointment_group force row level security;
create policy system_reads on appointment_group for select to askpro_system using (true);
create policy tenant_only on appointment_group for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on appointment_group to askpro_app;
grant select on appointment_group to askpro_system;

create table appointment_segment (
  tenant_id uuid not null default current_tenant_id(),
  appointment_id uuid not null,
  position integer not null,
  resource_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint appointment_segment_pkey PRIMARY KEY (tenant_id, appointment_id, "position", resource_id),
  constraint appointment_segment_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint appointment_segment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint appointment_segment_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint appointment_segment_forward CHECK ((starts_at < ends_at))
);
alter table appointment_segment force row level security;
create policy own_locations on appointment_segment for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on appointment_segment for select to askpro_system using (true);
create policy tenant_only on appointment_segment for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on appointment_segment to askpro_app;
grant select on appointment_segment to askpro_system;

create table audit_chain (
  tenant_id uuid not null default current_tenant_id(),
  seq bigint not null,
  hash text not null,
  signature text not null,
  sealed_at timestamp with time zone not null,
  constraint audit_chain_pkey PRIMARY KEY (tenant_id),
  constraint audit_chain_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table audit_chain force row level security;
create policy system_reads on audit_chain for select to askpro_system using (true);
create policy tenant_only on audit_chain for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on audit_chain to askpro_app;
grant select on audit_chain to askpro_system;

create table audit_event (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null default gen_random_uuid(),
  at timestamp with time zone not null default clock_timestamp(),
  actor text not null,
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  salt uuid,
  before_hash bytea not null,
  after_hash bytea not null,
  request_id text,
  seq bigint,
  chain_hash text,
  constraint audit_event_once_in_chain UNIQUE (tenant_id, seq),
  constraint audit_event_pkey PRIMARY KEY (tenant_id, id),
  constraint audit_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint audit_event_action_known CHECK (((action = ANY (ARRAY['created'::text, 'changed'::text, 'removed'::text])) OR ((entity = 'login'::text) AND (action = ANY (ARRAY['logged_in'::text, 'logged_out'::text, 'locked_out'::text, 'password_changed'::text, 'password_reset'::text, 'second_factor_on'::text, 'second_factor_off'::text, 'backup_codes_made'::text, 'session_ended'::text, 'passkey_added'::text, 'passkey_removed'::text]))))),
  constraint audit_event_sealed_whole CHECK (((seq IS NULL) = (chain_hash IS NULL)))
);
create index audit_event_newest on public.audit_event using btree (tenant_id, at desc, id desc);
create index audit_event_of_entity on public.audit_event using btree (tenant_id, entity_id, at desc);
create index audit_event_unsealed on public.audit_event using btree (tenant_id, at) where (seq is null);
alter table audit_event force row level security;
create policy system_reads on audit_event for select to askpro_system using (true);
create policy tenant_only on audit_event for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audit_event_stays BEFORE UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION keep_sealed_event();
grant insert, select on audit_event to askpro_app;
grant select on audit_event to askpro_system;
comment on column audit_event.before is 'Of a change only the columns that differ.';
comment on column audit_event.before_hash is 'sha256 of salt and value: the chain is over these, so that erasing value and salt leaves it verifiable.';
comment on column audit_event.seq is 'Place in the chain of the tenant, without gaps; null: not sealed yet.';

create table block_collision (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  appointment_id uuid not null,
  closure_id uuid,
  absence_id uuid,
  found_at timestamp with time zone not null default now(),
  kept_at timestamp with time zone,
  kept_by text,
  kept_reason text,
  constraint block_collision_once UNIQUE NULLS NOT DISTINCT (tenant_id, appointment_id, closure_id, absence_id),
  constraint block_collision_pkey PRIMARY KEY (tenant_id, id),
  constraint block_collision_tenant_id_absence_id_fkey FOREIGN KEY (tenant_id, absence_id) REFERENCES absence(tenant_id, id),
  constraint block_collision_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint block_collision_tenant_id_closure_id_fkey FOREIGN KEY (tenant_id, closure_id) REFERENCES closure(tenant_id, id),
  constraint block_collision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint block_collision_has_one_block CHECK ((num_nonnulls(closure_id, absence_id) = 1)),
  constraint block_collision_kept_whole CHECK ((num_nonnulls(kept_at, kept_by, kept_reason) = ANY (ARRAY[0, 3]))),
  constraint block_collision_reason_length CHECK (((length(kept_reason) >= 1) AND (length(kept_reason) <= 500)))
);
create index block_collision_by_absence on public.block_collision using btree (tenant_id, absence_id) where (absence_id is not null);
create index block_collision_by_closure on public.block_collision using btree (tenant_id, closure_id) where (closure_id is not null);
create index block_collision_by_time on public.block_collision using btree (tenant_id, found_at desc, id desc);
alter table block_collision force row level security;
create policy own_locations on block_collision for select to askpro_app using ((at_all_locations() OR appointment_in_reach(appointment_id)));
create policy system_reads on block_collision for select to askpro_system using (true);
create policy tenant_only on block_collision for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on block_collision to askpro_app;
grant select on block_collision to askpro_system;
comment on table block_collision is 'An appointment that lay in blocked time when that was entered. Moved or cancelled it collides no more; kept, somebody said why.';

create table calendar_conflict (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  entry_id uuid not null,
  kind text not null,
  ours jsonb not null,
  theirs jsonb,
  detail text,
  state text not null default 'open'::text,
  settlement text,
  settled_by text,
  settled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint calendar_conflict_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_conflict_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES sync_entry(tenant_id, id),
  constraint calendar_conflict_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_conflict_kind_known CHECK ((kind = ANY (ARRAY['taken'::text, 'refused'::text, 'moved_outside'::text, 'removed_outside'::text, 'past'::text, 'doubled'::text]))),
  constraint calendar_conflict_settled_whole CHECK ((num_nonnulls(settlement, settled_by, settled_at) =
CASE state
    WHEN 'settled'::text THEN 3
    ELSE 0
END)),
  constraint calendar_conflict_settlement_known CHECK ((settlement = ANY (ARRAY['kept_ours'::text, 'took_theirs'::text, 'left_as_it_is'::text, 'by_itself'::text]))),
  constraint calendar_conflict_state_known CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
);
create index calendar_conflict_by_time on public.calendar_conflict using btree (tenant_id, created_at desc, id desc);
create unique index calendar_conflict_one_open on public.calendar_conflict using btree (tenant_id, entry_id) where (state = 'open'::text);
alter table calendar_conflict force row level security;
create policy own_locations on calendar_conflict for select to askpro_app using ((at_all_locations() OR sync_entry_in_reach(entry_id)));
create policy system_reads on calendar_conflict for select to askpro_system using (true);
create policy tenant_only on calendar_conflict for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.calendar_conflict FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER calendar_conflict_touch BEFORE UPDATE ON public.calendar_conflict FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on calendar_conflict to askpro_app;
grant select on calendar_conflict to askpro_system;

create table calendar_connection (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  provider text not null,
  name text not null,
  sealed_secrets text,
  state text not null default 'ok'::text,
  problem text,
  problem_since timestamp with time zone,
  last_ok_at timestamp with time zone,
  when_unknown text not null default 'offer_as_requested'::text,
  outside_changes text not null default 'ask'::text,
  fresh_minutes integer not null default 30,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint calendar_connection_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_connection_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_connection_fresh_minutes CHECK (((fresh_minutes >= 5) AND (fresh_minutes <= 1440))),
  constraint calendar_connection_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint calendar_connection_outside_changes_known CHECK ((outside_changes = ANY (ARRAY['accept'::text, 'ask'::text, 'restore'::text]))),
  constraint calendar_connection_problem_has_time CHECK (((problem IS NULL) = (problem_since IS NULL))),
  constraint calendar_connection_provider_known CHECK ((provider = ANY (ARRAY['calcom'::text, 'google'::text, 'microsoft'::text, 'caldav'::text, 'ics'::text]))),
  constraint calendar_connection_state_known CHECK ((state = ANY (ARRAY['ok'::text, 'unreadable'::text, 'reconnect'::text, 'off'::text]))),
  constraint calendar_connection_when_unknown_known CHECK ((when_unknown = ANY (ARRAY['offer_as_requested'::text, 'callback'::text, 'not_bookable'::text])))
);
create index calendar_connection_by_id on public.calendar_connection using btree (id);
alter table calendar_connection force row level security;
create policy system_reads on calendar_connection for select to askpro_system using (true);
create policy tenant_only on calendar_connection for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.calendar_connection FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('sealed_secrets', 'last_ok_at', 'problem', 'problem_since');
CREATE TRIGGER calendar_connection_touch BEFORE UPDATE ON public.calendar_connection FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on calendar_connection to askpro_app;
grant select on calendar_connection to askpro_system;
comment on column calendar_connection.sealed_secrets is 'What the adapter needs to log in, as it stored it; null: nobody logged in yet, or the access was given back.';
comment on column calendar_connection.when_unknown is 'What counts for people whose calendar could not be read for fresh_minutes.';
comment on column calendar_connection.outside_changes is 'What follows when somebody moves or deletes an appointment of ours over there.';

create table calendar_drift (
  tenant_id uuid not null default current_tenant_id(),
  link_id uuid not null,
  service_id uuid,
  state text not null,
  compared_at timestamp with time zone not null,
  window_start timestamp with time zone not null,
  window_end timestamp with time zone not null,
  agreeing integer not null default 0,
  differences jsonb not null default '[]'::jsonb,
  problem text,
  constraint calendar_drift_pkey PRIMARY KEY (tenant_id, link_id),
  constraint calendar_drift_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_drift_tenant_id_link_id_fkey FOREIGN KEY (tenant_id, link_id) REFERENCES calendar_link(tenant_id, id),
  constraint calendar_drift_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint calendar_drift_agreeing_counts CHECK ((agreeing >= 0)),
  constraint calendar_drift_state_known CHECK ((state = ANY (ARRAY['compared'::text, 'not_comparable'::text, 'failed'::text]))),
  constraint calendar_drift_window_forward CHECK ((window_start < window_end))
);
alter table calendar_drift force row level security;
create policy system_reads on calendar_drift for select to askpro_system using (true);
create policy tenant_only on calendar_drift for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on calendar_drift to askpro_app;
grant select on calendar_drift to askpro_system;
comment on column calendar_drift.differences is 'Starts that only one side offers, by side and reason: how many, and the first of them.';

create table calendar_feed (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  resource_id uuid not null,
  token_hash text not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint calendar_feed_token_once UNIQUE (token_hash),
  constraint calendar_feed_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_feed_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_feed_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id)
);
create unique index calendar_feed_one on public.calendar_feed using btree (tenant_id, resource_id) where (revoked_at is null);
alter table calendar_feed force row level security;
create policy own_locations on calendar_feed for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on calendar_feed for select to askpro_system using (true);
create policy tenant_only on calendar_feed for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.calendar_feed FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('token_hash');
grant insert, select, update on calendar_feed to askpro_app;
grant select on calendar_feed to askpro_system;

create table calendar_import (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  connection_id uuid not null,
  actor text not null,
  applied_at timestamp with time zone not null,
  changes jsonb not null,
  constraint calendar_import_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_import_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES calendar_connection(tenant_id, id),
  constraint calendar_import_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_import_changed_something CHECK ((jsonb_array_length(changes) > 0))
);
create index calendar_import_newest on public.calendar_import using btree (tenant_id, connection_id, applied_at desc, id desc);
alter table calendar_import force row level security;
create policy system_reads on calendar_import for select to askpro_system using (true);
create policy tenant_only on calendar_import for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on calendar_import to askpro_app;
grant select on calendar_import to askpro_system;
comment on column calendar_import.changes is 'What became of whom, with the values before and after.';

create table calendar_import_match (
  tenant_id uuid not null default current_tenant_id(),
  connection_id uuid not null,
  external text not null,
  service_id uuid,
  resource_id uuid,
  their_fields text[] not null default '{}'::text[],
  their_values jsonb not null default '{}'::jsonb,
  our_values jsonb not null default '{}'::jsonb,
  matched_at timestamp with time zone not null,
  constraint calendar_import_match_pkey PRIMARY KEY (tenant_id, connection_id, external),
  constraint calendar_import_match_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES calendar_connection(tenant_id, id),
  constraint calendar_import_match_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_import_match_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint calendar_import_match_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint calendar_import_match_of_one CHECK ((num_nonnulls(service_id, resource_id) = 1))
);
alter table calendar_import_match force row level security;
create policy system_reads on calendar_import_match for select to askpro_system using (true);
create policy tenant_only on calendar_import_match for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on calendar_import_match to askpro_app;
grant select on calendar_import_match to askpro_system;
comment on column calendar_import_match.external is 'An event type (event_type/101) or a host (host/7).';
comment on column calendar_import_match.their_fields is 'Fields of the service that belong to Cal.com.';
comment on column calendar_import_match.their_values is 'How it was there when somebody took something over; our_values: how it was here after that.';

create table calendar_link (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  connection_id uuid not null,
  resource_id uuid,
  service_id uuid,
  target text not null,
  target_name text not null,
  direction text not null,
  settings jsonb not null default '{}'::jsonb,
  state text not null default 'active'::text,
  cursor text,
  window_start timestamp with time zone,
  window_end timestamp with time zone,
  readings integer not null default 0,
  failures integer not null default 0,
  last_read_at timestamp with time zone,
  next_read_at timestamp with time zone not null,
  push_id text,
  push_resource text,
  push_sealed_secret text,
  push_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint calendar_link_pkey PRIMARY KEY (tenant_id, id),
  constraint calendar_link_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES calendar_connection(tenant_id, id),
  constraint calendar_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_link_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint calendar_link_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint calendar_link_direction_known CHECK ((direction = ANY (ARRAY['read'::text, 'write'::text, 'both'::text]))),
  constraint calendar_link_of_something CHECK ((num_nonnulls(resource_id, service_id) >= 1)),
  constraint calendar_link_push_whole CHECK ((num_nonnulls(push_id, push_resource, push_sealed_secret, push_expires_at) = ANY (ARRAY[0, 4]))),
  constraint calendar_link_reads_for_somebody CHECK (((direction = 'write'::text) OR (resource_id IS NOT NULL))),
  constraint calendar_link_state_known CHECK ((state = ANY (ARRAY['active'::text, 'off'::text]))),
  constraint calendar_link_window_forward CHECK ((window_start < window_end))
);
create index calendar_link_due on public.calendar_link using btree (next_read_at) where (state = 'active'::text);
create unique index calendar_link_once on public.calendar_link using btree (tenant_id, connection_id, target, resource_id, service_id) nulls not distinct where (state = 'active'::text);
alter table calendar_link force row level security;
create policy own_locations on calendar_link for all to askpro_app using ((at_all_locations() OR ((resource_id IS NULL) OR resource_in_reach(resource_id))));
create policy system_reads on calendar_link for select to askpro_system using (true);
create policy tenant_only on calendar_link for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.calendar_link FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('cursor', 'window_start', 'window_end', 'readings', 'failures', 'last_read_at', 'next_read_at', 'push_id', 'push_resource', 'push_sealed_secret', 'push_expires_at');
CREATE TRIGGER calendar_link_touch BEFORE UPDATE ON public.calendar_link FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on calendar_link to askpro_app;
grant select on calendar_link to askpro_system;
comment on column calendar_link.cursor is 'Where the provider goes on telling changes; null: the next reading is a whole one.';
comment on column calendar_link.readings is 'Counts the readings that were applied: one that began before another ended is thrown away.';

create table calendar_reservation (
  tenant_id uuid not null default current_tenant_id(),
  hold_id uuid not null,
  link_id uuid not null,
  external_id text not null,
  expires_at timestamp with time zone not null,
  constraint calendar_reservation_pkey PRIMARY KEY (tenant_id, hold_id, link_id),
  constraint calendar_reservation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint calendar_reservation_tenant_id_link_id_fkey FOREIGN KEY (tenant_id, link_id) REFERENCES calendar_link(tenant_id, id)
);
alter table calendar_reservation force row level security;
create policy system_reads on calendar_reservation for select to askpro_system using (true);
create policy tenant_only on calendar_reservation for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on calendar_reservation to askpro_app;
grant select on calendar_reservation to askpro_system;
comment on column calendar_reservation.expires_at is 'When the provider forgets it by itself.';

create table call (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  connection_id uuid not null,
  provider text not null,
  provider_call_id text not null,
  location_id uuid not null,
  direction text not null default 'inbound'::text,
  caller_e164 text,
  called_e164 text not null,
  customer_id uuid,
  state text not null default 'ongoing'::text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  disconnection_reason text,
  disclosed_at timestamp with time zone,
  cost_cents_hundredths integer,
  transcript jsonb,
  recording_url text,
  analysis jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  language text not null default 'de'::text,
  latency_p50_ms integer,
  latency_p95_ms integer,
  constraint call_provider_once UNIQUE (tenant_id, connection_id, provider_call_id),
  constraint call_pkey PRIMARY KEY (tenant_id, id),
  constraint call_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES voice_connection(id),
  constraint call_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint call_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint call_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint call_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint call_language_known CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint call_latency_possible CHECK ((((latency_p50_ms >= 0) AND (latency_p50_ms <= 600000)) AND ((latency_p95_ms >= 0) AND (latency_p95_ms <= 600000)))),
  constraint call_provider_check CHECK ((provider = ANY (ARRAY['retell'::text, 'browser'::text]))),
  constraint call_state_check CHECK ((state = ANY (ARRAY['ongoing'::text, 'ended'::text, 'not_connected'::text, 'failed'::text])))
);
create index call_by_creation on public.call using brin (created_at) with (pages_per_range='16');
create index call_by_customer on public.call using btree (tenant_id, customer_id, started_at desc) where (customer_id is not null);
create index call_by_start on public.call using btree (tenant_id, started_at desc, id desc);
alter table call force row level security;
create policy own_locations on call for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on call for select to askpro_system using (true);
create policy tenant_only on call for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER call_touch BEFORE UPDATE ON public.call FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on call to askpro_app;
grant select on call to askpro_system;
comment on column call.caller_e164 is 'Null: the number was withheld.';
comment on column call.cost_cents_hundredths is 'US cents times 100, as the provider reports fractions of cents.';
comment on column call.language is 'Begins as the known caller''s or the business''s; follows the caller when they change it.';
comment on column call.latency_p50_ms is 'From the caller''s last word to the agent''s first, as the provider measured it: the middle of the call''s turns.';

create table call_event (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  name text not null,
  arguments jsonb,
  result jsonb,
  took_ms double precision,
  request_id text not null,
  constraint call_event_pkey PRIMARY KEY (tenant_id, id),
  constraint call_event_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint call_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint call_event_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'inbound'::text, 'tool'::text, 'turn'::text, 'message'::text])))
);
create index call_event_by_call on public.call_event using btree (tenant_id, call_id, at, id);
create index call_event_by_request on public.call_event using btree (tenant_id, request_id);
alter table call_event force row level security;
create policy own_locations on call_event for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on call_event for select to askpro_system using (true);
create policy tenant_only on call_event for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on call_event to askpro_app;
grant select on call_event to askpro_system;

create table call_fact (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid not null,
  kind text not null,
  entity_id uuid,
  at timestamp with time zone not null,
  constraint call_fact_once UNIQUE NULLS NOT DISTINCT (tenant_id, call_id, kind, entity_id),
  constraint call_fact_pkey PRIMARY KEY (tenant_id, id),
  constraint call_fact_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint call_fact_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint call_fact_kind_check CHECK ((kind = ANY (ARRAY['booked'::text, 'moved'::text, 'cancelled'::text, 'waitlist'::text, 'callback'::text, 'transferred'::text, 'answered'::text, 'wish'::text, 'emergency'::text])))
);
alter table call_fact force row level security;
create policy own_locations on call_fact for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on call_fact for select to askpro_system using (true);
create policy tenant_only on call_fact for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on call_fact to askpro_app;
grant select on call_fact to askpro_system;

create table callback_request (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid,
  reason text not null,
  wanted_when text,
  due_at timestamp with time zone not null,
  name text,
  phone_e164 text,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  settled_by text,
  assigned_to uuid,
  priority text not null default 'normal'::text,
  escalated_at timestamp with time zone,
  constraint callback_request_pkey PRIMARY KEY (tenant_id, id),
  constraint callback_request_assigned_to_somebody FOREIGN KEY (tenant_id, assigned_to) REFERENCES resource(tenant_id, id),
  constraint callback_request_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint callback_request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint callback_request_escalated_is_high CHECK (((escalated_at IS NULL) OR (priority = 'high'::text))),
  constraint callback_request_priority_known CHECK ((priority = ANY (ARRAY['normal'::text, 'high'::text]))),
  constraint callback_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
create index callback_request_by_due on public.callback_request using btree (tenant_id, due_at, id);
create index callback_request_due on public.callback_request using btree (due_at) where ((state = 'open'::text) and (escalated_at is null));
create index callback_request_open on public.callback_request using btree (tenant_id, due_at) where (state = 'open'::text);
alter table callback_request force row level security;
create policy own_locations on callback_request for select to askpro_app using ((at_all_locations() OR ((call_id IS NULL) OR call_in_reach(call_id))));
create policy system_reads on callback_request for select to askpro_system using (true);
create policy tenant_only on callback_request for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.callback_request FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER callback_request_touch BEFORE UPDATE ON public.callback_request FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on callback_request to askpro_app;
grant select on callback_request to askpro_system;
comment on column callback_request.escalated_at is 'When it was found overdue, which raised its priority.';

create table capacity_count (
  tenant_id uuid not null default current_tenant_id(),
  service_id uuid not null,
  starts_at timestamp with time zone not null,
  number integer not null,
  hold_id uuid,
  appointment_id uuid,
  kind text not null default 'start'::text,
  constraint capacity_count_pkey PRIMARY KEY (tenant_id, service_id, kind, starts_at, number),
  constraint capacity_count_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint capacity_count_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint capacity_count_tenant_id_hold_id_fkey FOREIGN KEY (tenant_id, hold_id) REFERENCES hold(tenant_id, id) ON DELETE CASCADE,
  constraint capacity_count_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint capacity_count_has_one_owner CHECK ((num_nonnulls(hold_id, appointment_id) = 1)),
  constraint capacity_count_kind_known CHECK ((kind = ANY (ARRAY['start'::text, 'day'::text]))),
  constraint capacity_count_number_check CHECK ((number >= 1))
);
create index capacity_count_by_appointment on public.capacity_count using btree (tenant_id, appointment_id) where (appointment_id is not null);
create index capacity_count_by_hold on public.capacity_count using btree (tenant_id, hold_id) where (hold_id is not null);
alter table capacity_count force row level security;
create policy system_reads on capacity_count for select to askpro_system using (true);
create policy tenant_only on capacity_count for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on capacity_count to askpro_app;
grant select on capacity_count to askpro_system;
comment on column capacity_count.kind is 'start: of the appointments that begin at starts_at. day: of those of the local day that begins at starts_at.';

create table catalogue_revision (
  tenant_id uuid not null default current_tenant_id(),
  revision text not null,
  constraint catalogue_revision_pkey PRIMARY KEY (tenant_id),
  constraint catalogue_revision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table catalogue_revision force row level security;
create policy system_reads on catalogue_revision for select to askpro_system using (true);
create policy tenant_only on catalogue_revision for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on catalogue_revision to askpro_app;
grant select on catalogue_revision to askpro_system;
comment on column catalogue_revision.revision is 'Another one after each transaction that changed the catalogue, and never one that has been: a copy put back has the text that belongs to its content.';

create table claim_check (
  tenant_id uuid not null default current_tenant_id(),
  call_id uuid not null,
  kind text not null,
  position integer not null,
  sentence text,
  proof_tool text,
  verdict text not null,
  callback_request_id uuid,
  heard_at timestamp with time zone not null,
  checked_at timestamp with time zone not null,
  other_time boolean not null default false,
  constraint claim_check_pkey PRIMARY KEY (tenant_id, call_id, kind, "position"),
  constraint claim_check_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint claim_check_tenant_id_callback_request_id_fkey FOREIGN KEY (tenant_id, callback_request_id) REFERENCES callback_request(tenant_id, id),
  constraint claim_check_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint claim_check_kind_known CHECK ((kind = ANY (ARRAY['booked'::text, 'moved'::text, 'cancelled'::text, 'waitlisted'::text, 'callback'::text]))),
  constraint claim_check_other_time_is_ghost CHECK (((NOT other_time) OR (verdict = 'ghost'::text))),
  constraint claim_check_position_counts CHECK (("position" >= 1)),
  constraint claim_check_proven_by_something CHECK (((verdict = 'proven'::text) = (proof_tool IS NOT NULL))),
  constraint claim_check_sentence_length CHECK ((length(sentence) <= 4000)),
  constraint claim_check_verdict_known CHECK ((verdict = ANY (ARRAY['proven'::text, 'ghost'::text])))
);
create index claim_check_by_time on public.claim_check using btree (tenant_id, heard_at);
alter table claim_check force row level security;
create policy own_locations on claim_check for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on claim_check for select to askpro_system using (true);
create policy tenant_only on claim_check for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on claim_check to askpro_app;
grant select on claim_check to askpro_system;
comment on column claim_check.position is 'The how many claim of its kind in the call.';
comment on column claim_check.sentence is 'Null where the business keeps no words of its calls.';
comment on column claim_check.other_time is 'Something was entered, but for another time than was said.';

create table closure (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text,
  created_at timestamp with time zone not null default now(),
  created_by text,
  removed_at timestamp with time zone,
  removed_by text,
  series_id uuid,
  constraint closure_pkey PRIMARY KEY (tenant_id, id),
  constraint closure_of_series FOREIGN KEY (tenant_id, series_id) REFERENCES closure_series(tenant_id, id),
  constraint closure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint closure_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint closure_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint closure_forward CHECK ((starts_at < ends_at)),
  constraint closure_reason_length CHECK ((length(reason) <= 500)),
  constraint closure_removed_by_somebody CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
);
create index closure_by_series on public.closure using btree (tenant_id, series_id, starts_at) where (series_id is not null);
create index closure_by_start on public.closure using btree (tenant_id, starts_at, id);
create index closure_by_time on public.closure using btree (tenant_id, ends_at, starts_at);
alter table closure force row level security;
create policy own_locations on closure for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on closure for select to askpro_system using (true);
create policy tenant_only on closure for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.closure FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.closure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant insert, select, update on closure to askpro_app;
grant select on closure to askpro_system;
comment on column closure.removed_at is 'Taken back, and blocks nothing; kept so that it can be restored.';

create table closure_series (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  rule text not null,
  dtstart text not null,
  zone text not null,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  constraint closure_series_pkey PRIMARY KEY (tenant_id, id),
  constraint closure_series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table closure_series force row level security;
create policy system_reads on closure_series for select to askpro_system using (true);
create policy tenant_only on closure_series for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.closure_series FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on closure_series to askpro_app;
grant select on closure_series to askpro_system;
comment on column closure_series.dtstart is 'Wall time in the zone, without an offset, of the first one: nine o''clock stays nine o''clock.';

create table customer (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  name text not null,
  email text,
  language text not null default 'de'::text,
  notes text,
  merged_into uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  date_of_birth date,
  vip_tier_id uuid,
  name_sound text not null generated always as (sound_of_name(name)) stored,
  email_from text not null default 'booking'::text,
  constraint customer_pkey PRIMARY KEY (tenant_id, id),
  constraint customer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint customer_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES customer(tenant_id, id),
  constraint customer_vip_tier FOREIGN KEY (tenant_id, vip_tier_id) REFERENCES vip_tier(tenant_id, id),
  constraint customer_email_from_known CHECK ((email_from = ANY (ARRAY['office'::text, 'booking'::text]))),
  constraint customer_email_from_nobody CHECK (((email IS NOT NULL) OR (email_from = 'booking'::text))),
  constraint customer_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint customer_not_merged_into_itself CHECK ((merged_into <> id))
);
create index customer_by_creation on public.customer using btree (tenant_id, created_at desc, id desc);
create index customer_by_sound on public.customer using btree (tenant_id, name_sound) where ((name_sound <> ''::text) and (merged_into is null));
create index customer_merged on public.customer using btree (tenant_id, merged_into) where (merged_into is not null);
alter table customer force row level security;
create policy system_reads on customer for select to askpro_system using (true);
create policy tenant_only on customer for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.customer FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER customer_touch BEFORE UPDATE ON public.customer FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER customer_words_made AFTER INSERT ON public.customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION make_customer_words();
CREATE TRIGGER customer_words_replaced AFTER UPDATE ON public.customer FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.email IS DISTINCT FROM new.email))) EXECUTE FUNCTION replace_customer_words();
grant insert, select, update on customer to askpro_app;
grant select on customer to askpro_system;
comment on column customer.email is 'Not unique: families share addresses, and many callers have none.';
comment on column customer.name_sound is 'Names that sound alike have the same: a suggestion, never a proof of who somebody is.';
comment on column customer.email_from is 'Who entered the address. One that came with a booking may be that of whoever forged the number: no code goes there.';

create table customer_change (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  fields text[] not null default '{}'::text[],
  actor text not null,
  at timestamp with time zone not null,
  request_id text,
  constraint customer_change_pkey PRIMARY KEY (tenant_id, id),
  constraint customer_change_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint customer_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint customer_change_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'imported'::text, 'merged'::text, 'merge_undone'::text])))
);
create index customer_change_by_customer on public.customer_change using btree (tenant_id, customer_id, at);
alter table customer_change force row level security;
create policy system_reads on customer_change for select to askpro_system using (true);
create policy tenant_only on customer_change for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select on customer_change to askpro_app;
grant select on customer_change to askpro_system;

create table customer_merge (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  actor text not null,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint customer_merge_pkey PRIMARY KEY (tenant_id, id),
  constraint customer_merge_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint customer_merge_tenant_id_kept_id_fkey FOREIGN KEY (tenant_id, kept_id) REFERENCES customer(tenant_id, id),
  constraint customer_merge_tenant_id_merged_id_fkey FOREIGN KEY (tenant_id, merged_id) REFERENCES customer(tenant_id, id),
  constraint customer_merge_of_two CHECK ((kept_id <> merged_id)),
  constraint customer_merge_undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);
create index customer_merge_by_kept on public.customer_merge using btree (tenant_id, kept_id);
create unique index customer_merge_once on public.customer_merge using btree (tenant_id, merged_id) where (undone_at is null);
alter table customer_merge force row level security;
create policy system_reads on customer_merge for select to askpro_system using (true);
create policy tenant_only on customer_merge for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.customer_merge FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on customer_merge to askpro_app;
grant select on customer_merge to askpro_system;
comment on column customer_merge.moved is 'Numbers, fields filled in, and ids by what follows a customer.';

create table customer_phone (
  tenant_id uuid not null default current_tenant_id(),
  customer_id uuid not null,
  e164 text not null,
  is_primary boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint customer_phone_pkey PRIMARY KEY (tenant_id, customer_id, e164),
  constraint customer_phone_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint customer_phone_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint customer_phone_e164 CHECK ((e164 ~ '^\+[1-9][0-9]{6,14}$'::text))
);
create index customer_phone_by_beginning on public.customer_phone using btree (tenant_id, e164 collate "c");
create index customer_phone_by_number on public.customer_phone using btree (tenant_id, e164);
create unique index customer_phone_one_primary on public.customer_phone using btree (tenant_id, customer_id) where is_primary;
alter table customer_phone force row level security;
create policy system_reads on customer_phone for select to askpro_system using (true);
create policy tenant_only on customer_phone for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.customer_phone FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant delete, insert, select, update on customer_phone to askpro_app;
grant select on customer_phone to askpro_system;

create table customer_word (
  tenant_id uuid not null default current_tenant_id(),
  word text not null,
  customer_id uuid not null,
  constraint customer_word_pkey PRIMARY KEY (tenant_id, word, customer_id),
  constraint customer_word_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id) ON DELETE CASCADE,
  constraint customer_word_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
create index customer_word_by_customer on public.customer_word using btree (tenant_id, customer_id);
alter table customer_word force row level security;
create policy system_reads on customer_word for select to askpro_system using (true);
create policy tenant_only on customer_word for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on customer_word to askpro_app;
grant select on customer_word to askpro_system;

create table dialogue_state (
  tenant_id uuid not null default current_tenant_id(),
  call_id uuid not null,
  state jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint dialogue_state_pkey PRIMARY KEY (tenant_id, call_id),
  constraint dialogue_state_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint dialogue_state_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table dialogue_state force row level security;
create policy own_locations on dialogue_state for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on dialogue_state for select to askpro_system using (true);
create policy tenant_only on dialogue_state for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER dialogue_state_touch BEFORE UPDATE ON public.dialogue_state FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on dialogue_state to askpro_app;
grant select on dialogue_state to askpro_system;

create table discarded_job (
  id bigint not null,
  owner_tenant_id uuid,
  name text not null,
  envelope jsonb not null,
  attempts integer not null,
  last_error text,
  created_at timestamp with time zone not null,
  discarded_at timestamp with time zone not null,
  discarded_by text not null,
  why text not null,
  constraint discarded_job_pkey PRIMARY KEY (id),
  constraint discarded_job_why_length CHECK (((length(why) >= 1) AND (length(why) <= 500)))
);
create index discarded_job_by_time on public.discarded_job using btree (discarded_at);
alter table discarded_job enable row level security;
create policy queue_writes on discarded_job for all to askpro_jobs using (true) with check (true);
create policy system_works on discarded_job for all to askpro_system using (true) with check (true);
create policy tenant_reads on discarded_job for select to askpro_app using ((owner_tenant_id = current_tenant_id()));
grant select on discarded_job to askpro_app;
grant insert, select on discarded_job to askpro_jobs;
grant delete, select on discarded_job to askpro_system;
comment on column discarded_job.owner_tenant_id is 'Null: a job across tenants. Not a foreign key: what a record says stays true when the tenant goes.';

create table external_busy (
  tenant_id uuid not null default current_tenant_id(),
  resource_id uuid not null,
  source text not null,
  external_key text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint external_busy_pkey PRIMARY KEY (tenant_id, resource_id, source, external_key),
  constraint external_busy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint external_busy_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint external_busy_forward CHECK ((starts_at < ends_at)),
  constraint external_busy_key_length CHECK (((length(external_key) >= 1) AND (length(external_key) <= 1100))),
  constraint external_busy_source_length CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);
create index external_busy_by_time on public.external_busy using btree (tenant_id, resource_id, ends_at);
alter table external_busy force row level security;
create policy own_locations on external_busy for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on external_busy for select to askpro_system using (true);
create policy tenant_only on external_busy for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on external_busy to askpro_app;
grant select on external_busy to askpro_system;
comment on table external_busy is 'A mirror: each source replaces its ranges of a resource as a whole. Blocks every lane.';
comment on column external_busy.source is 'Who says so, such as calendar:<id of the link>.';
comment on column external_busy.external_key is 'What the source calls the range; unique per source and resource.';
comment on column external_busy.seen_at is 'When the source last said so: the age of the mirror.';

create table external_source (
  tenant_id uuid not null default current_tenant_id(),
  resource_id uuid not null,
  source text not null,
  seen_at timestamp with time zone,
  fresh_minutes integer not null,
  when_unknown text not null,
  constraint external_source_pkey PRIMARY KEY (tenant_id, resource_id, source),
  constraint external_source_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint external_source_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint external_source_fresh_minutes CHECK ((fresh_minutes > 0)),
  constraint external_source_when_unknown_known CHECK ((when_unknown = ANY (ARRAY['offer_as_requested'::text, 'callback'::text, 'not_bookable'::text])))
);
alter table external_source force row level security;
create policy own_locations on external_source for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on external_source for select to askpro_system using (true);
create policy tenant_only on external_source for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on external_source to askpro_app;
grant select on external_source to askpro_system;
comment on column external_source.seen_at is 'When it was last read; null: never.';

create table hold (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  slot_key text not null,
  holder text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  held_since timestamp with time zone,
  number integer,
  constraint hold_few_per_holder UNIQUE (tenant_id, holder, number),
  constraint hold_once_per_holder UNIQUE (tenant_id, holder, slot_key),
  constraint hold_pkey PRIMARY KEY (tenant_id, id),
  constraint hold_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint hold_number_positive CHECK ((number >= 1))
);
create index hold_by_expiry on public.hold using btree (tenant_id, expires_at);
alter table hold force row level security;
create policy system_reads on hold for select to askpro_system using (true);
create policy tenant_only on hold for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on hold to askpro_app;
grant select on hold to askpro_system;
comment on column hold.slot_key is 'Service, version, start and resources: what the slot token stood for.';
comment on column hold.holder is 'call:<id> or api:<id of the hold>: who may turn it into an appointment.';
comment on column hold.held_since is 'By the product''s clock; renewing does not change it.';
comment on column hold.number is 'Which of the places of its holder it takes.';

create table hours_exception (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  local_date date not null,
  windows jsonb not null,
  reason text,
  created_by text not null,
  created_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  removed_by text,
  constraint hours_exception_pkey PRIMARY KEY (tenant_id, id),
  constraint hours_exception_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint hours_exception_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint hours_exception_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint hours_exception_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint hours_exception_removed_by_somebody CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint hours_exception_windows_listed CHECK ((jsonb_typeof(windows) = 'array'::text))
);
create index hours_exception_by_date on public.hours_exception using btree (tenant_id, local_date, id);
create unique index hours_exception_once on public.hours_exception using btree (tenant_id, location_id, resource_id, local_date) nulls not distinct where (removed_at is null);
alter table hours_exception force row level security;
create policy own_locations on hours_exception for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on hours_exception for select to askpro_system using (true);
create policy tenant_only on hours_exception for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.hours_exception FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.hours_exception DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant insert, select, update on hours_exception to askpro_app;
grant select on hours_exception to askpro_system;
comment on column hours_exception.windows is 'Sorted [{"fromMinute", "toMinute"}] of wall time; empty: closed.';
comment on column hours_exception.removed_at is 'Taken back: the weekly hours count again.';

create table hours_rule (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  valid_from date,
  valid_to date,
  constraint hours_rule_period_begins_once EXCLUDE USING gist (tenant_id WITH =, location_id WITH =, COALESCE(resource_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, valid_from WITH =, COALESCE(valid_to, '9999-12-31'::date) WITH <>),
  constraint hours_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint hours_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint hours_rule_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint hours_rule_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint hours_rule_day_at_most CHECK (((to_minute - from_minute) <= 1440)),
  constraint hours_rule_forward CHECK ((from_minute < to_minute)),
  constraint hours_rule_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint hours_rule_period_begins CHECK (((valid_to IS NULL) OR (valid_from IS NOT NULL))),
  constraint hours_rule_period_forward CHECK ((valid_from <= valid_to)),
  constraint hours_rule_to_minute_range CHECK (((to_minute >= 1) AND (to_minute <= 2879))),
  constraint hours_rule_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
create index hours_rule_by_owner on public.hours_rule using btree (tenant_id, location_id, resource_id);
alter table hours_rule force row level security;
create policy own_locations on hours_rule for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on hours_rule for select to askpro_system using (true);
create policy tenant_only on hours_rule for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.hours_rule FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.hours_rule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant delete, insert, select, update on hours_rule to askpro_app;
grant select on hours_rule to askpro_system;
comment on column hours_rule.weekday is 'ISO 8601: 1 is Monday.';
comment on column hours_rule.to_minute is 'Past 1440 the window ends on the next day.';
comment on column hours_rule.valid_from is 'First local date on which the window begins; null: the usual week.';
comment on column hours_rule.valid_to is 'Last local date on which the window begins; null: until further notice.';

create table http_idempotency (
  tenant_id uuid not null default current_tenant_id(),
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamp with time zone not null,
  constraint http_idempotency_pkey PRIMARY KEY (tenant_id, key),
  constraint http_idempotency_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint http_idempotency_key_length CHECK ((length(key) <= 255))
);
alter table http_idempotency force row level security;
create policy system_reads on http_idempotency for select to askpro_system using (true);
create policy tenant_only on http_idempotency for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on http_idempotency to askpro_app;
grant select on http_idempotency to askpro_system;

create table inbox (
  id uuid not null,
  source text not null,
  event_key text not null,
  headers jsonb not null,
  body text not null,
  request_id text not null,
  received_at timestamp with time zone not null,
  processed_at timestamp with time zone,
  attempts integer not null default 0,
  error text,
  resolved_tenant_id uuid,
  last_failed_at timestamp with time zone,
  dead_at timestamp with time zone,
  dead_reason text,
  body_removed_at timestamp with time zone,
  constraint inbox_event_once UNIQUE (source, event_key),
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_resolved_tenant_id_fkey FOREIGN KEY (resolved_tenant_id) REFERENCES tenant(id),
  constraint inbox_dead_has_reason CHECK (((dead_at IS NULL) = (dead_reason IS NULL))),
  constraint inbox_dead_is_unprocessed CHECK (((dead_at IS NULL) OR (processed_at IS NULL)))
);
create index inbox_bodies on public.inbox using btree (processed_at) where ((processed_at is not null) and (body_removed_at is null));
create index inbox_by_request on public.inbox using btree (resolved_tenant_id, request_id) where (resolved_tenant_id is not null);
create index inbox_by_tenant on public.inbox using btree (resolved_tenant_id, received_at desc, id desc) where (resolved_tenant_id is not null);
create index inbox_dead on public.inbox using btree (received_at) where (dead_at is not null);
create index inbox_unprocessed on public.inbox using btree (received_at) where (processed_at is null);
alter table inbox enable row level security;
create policy system_works on inbox for all to askpro_system using (true) with check (true);
create policy tenant_reads on inbox for select to askpro_app using ((resolved_tenant_id = current_tenant_id()));
grant select on inbox to askpro_app;
grant insert, select, update on inbox to askpro_system;
comment on column inbox.source is 'Provider and connection, such as retell/default.';
comment on column inbox.event_key is 'What makes the event the same event when it is sent again.';
comment on column inbox.resolved_tenant_id is 'Set by the transaction that processed the event, or when processing failed.';
comment on column inbox.dead_at is 'Will not be tried again by itself; a replay takes it back.';
comment on column inbox.body_removed_at is 'The body is gone by its retention; the row stays.';

create table installation (
  only_row boolean not null default true,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  constraint installation_pkey PRIMARY KEY (only_row),
  constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demo'::text, 'real'::text, 'test'::text]))),
  constraint installation_only_row_check CHECK (only_row)
);
grant insert, select on installation to askpro_system;

create table invitation (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by text not null,
  mailed boolean not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_token_once UNIQUE (token_hash),
  constraint invitation_pkey PRIMARY KEY (tenant_id, id),
  constraint invitation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint invitation_forward CHECK ((expires_at > created_at)),
  constraint invitation_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'staff'::text, 'viewer'::text])))
);
alter table invitation force row level security;
create policy system_reads on invitation for select to askpro_system using (true);
create policy tenant_only on invitation for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.invitation FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('token_hash');
grant insert, select, update on invitation to askpro_app;
grant select on invitation to askpro_system;
comment on column invitation.mailed is 'Whether the link went to the address: then opening it proves the address.';

create table invitation_location (
  tenant_id uuid not null default current_tenant_id(),
  invitation_id uuid not null,
  location_id uuid not null,
  constraint invitation_location_pkey PRIMARY KEY (tenant_id, invitation_id, location_id),
  constraint invitation_location_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint invitation_location_tenant_id_invitation_id_fkey FOREIGN KEY (tenant_id, invitation_id) REFERENCES invitation(tenant_id, id),
  constraint invitation_location_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id)
);
alter table invitation_location force row level security;
create policy system_reads on invitation_location for select to askpro_system using (true);
create policy tenant_only on invitation_location for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.invitation_location FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select on invitation_location to askpro_app;
grant select on invitation_location to askpro_system;

create table job_heartbeat (
  name text not null,
  last_started_at timestamp with time zone,
  last_ok_at timestamp with time zone,
  last_failed_at timestamp with time zone,
  runs bigint not null default 0,
  failures bigint not null default 0,
  constraint job_heartbeat_pkey PRIMARY KEY (name)
);
grant select on job_heartbeat to askpro_app;
grant insert, select, update on job_heartbeat to askpro_jobs;
grant select on job_heartbeat to askpro_system;

create table job_schedule (
  name text not null,
  cadence text not null,
  zone text not null,
  missed text not null,
  next_run_at timestamp with time zone not null,
  last_due_at timestamp with time zone,
  last_started_at timestamp with time zone,
  last_ok_at timestamp with time zone,
  last_failed_at timestamp with time zone,
  last_error text,
  runs bigint not null default 0,
  failures bigint not null default 0,
  skipped bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  constraint job_schedule_pkey PRIMARY KEY (name),
  constraint job_schedule_missed_check CHECK ((missed = ANY (ARRAY['run_once'::text, 'skip'::text])))
);
grant select on job_schedule to askpro_app;
grant insert, select, update on job_schedule to askpro_jobs;
grant select on job_schedule to askpro_system;
comment on column job_schedule.last_due_at is 'The time for which a run was last enqueued.';

create table job_worker (
  id text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint job_worker_pkey PRIMARY KEY (id)
);
grant select on job_worker to askpro_app;
grant delete, insert, select, update on job_worker to askpro_jobs;
grant select on job_worker to askpro_system;

create table knowledge_article (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  language text not null,
  questions text[] not null,
  answer text not null,
  stems jsonb not null generated always as (stems_of_questions(language, questions)) stored,
  version integer not null default 1,
  removed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint knowledge_article_pkey PRIMARY KEY (tenant_id, id),
  constraint knowledge_article_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint knowledge_article_answer_length CHECK (((length(answer) >= 1) AND (length(answer) <= 600))),
  constraint knowledge_article_has_questions CHECK (((cardinality(questions) >= 1) AND (cardinality(questions) <= 30))),
  constraint knowledge_article_language_known CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
);
create index knowledge_article_by_time on public.knowledge_article using btree (tenant_id, created_at, id);
alter table knowledge_article force row level security;
create policy system_reads on knowledge_article for select to askpro_system using (true);
create policy tenant_only on knowledge_article for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.knowledge_article FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER knowledge_article_touch BEFORE UPDATE ON public.knowledge_article FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on knowledge_article to askpro_app;
grant select on knowledge_article to askpro_system;
comment on column knowledge_article.questions is 'Ways to ask for it, whole or as keywords. It answers when most of the words of one of them were said.';
comment on column knowledge_article.answer is 'Spoken word for word.';

create table location (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  name text not null,
  time_zone text not null,
  address text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  transfer_e164 text,
  constraint location_pkey PRIMARY KEY (tenant_id, id),
  constraint location_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint location_transfer_e164 CHECK ((transfer_e164 ~ '^\+[1-9][0-9]{6,14}$'::text))
);
alter table location force row level security;
create policy own_locations on location for all to askpro_app using ((at_all_locations() OR location_in_reach(id)));
create policy system_reads on location for select to askpro_system using (true);
create policy tenant_only on location for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.location FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER location_touch BEFORE UPDATE ON public.location FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.location DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant insert, select, update on location to askpro_app;
grant select on location to askpro_system;
comment on column location.version is 'Grows with each change of the row or of its weekly hours.';
comment on column location.transfer_e164 is 'Null: nobody is put through.';

create table login_attempt (
  subject text not null,
  failures integer not null,
  pending integer not null default 0,
  locked_until timestamp with time zone,
  last_at timestamp with time zone not null,
  constraint login_attempt_pkey PRIMARY KEY (subject)
);
create index login_attempt_last on public.login_attempt using btree (last_at);
grant delete, insert, select, update on login_attempt to askpro_system;
comment on column login_attempt.subject is 'Kind, and a keyed hash of the address or account.';

create table login_rule (
  tenant_id uuid not null default current_tenant_id(),
  second_factor_roles text[] not null default '{}'::text[],
  constraint login_rule_pkey PRIMARY KEY (tenant_id),
  constraint login_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint login_rule_roles_known CHECK ((second_factor_roles <@ ARRAY['owner'::text, 'manager'::text, 'staff'::text, 'viewer'::text]))
);
alter table login_rule force row level security;
create policy system_reads on login_rule for select to askpro_system using (true);
create policy tenant_only on login_rule for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.login_rule FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on login_rule to askpro_app;
grant select on login_rule to askpro_system;

create table membership (
  tenant_id uuid not null default current_tenant_id(),
  user_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null default now(),
  constraint membership_with_role UNIQUE (tenant_id, user_id, role),
  constraint membership_pkey PRIMARY KEY (tenant_id, user_id),
  constraint membership_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id),
  constraint membership_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'staff'::text, 'viewer'::text])))
);
create index membership_by_user on public.membership using btree (user_id);
alter table membership force row level security;
create policy system_reads on membership for select to askpro_system using (true);
create policy tenant_only on membership for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.membership FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant delete, insert, select, update on membership to askpro_app;
grant select on membership to askpro_system;

create table membership_location (
  tenant_id uuid not null default current_tenant_id(),
  user_id uuid not null,
  location_id uuid not null,
  role text not null,
  constraint membership_location_pkey PRIMARY KEY (tenant_id, user_id, location_id),
  constraint membership_location_of_member FOREIGN KEY (tenant_id, user_id, role) REFERENCES membership(tenant_id, user_id, role) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint membership_location_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint membership_location_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint membership_location_not_of_owners CHECK ((role <> 'owner'::text))
);
alter table membership_location force row level security;
create policy system_reads on membership_location for select to askpro_system using (true);
create policy tenant_only on membership_location for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.membership_location FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant delete, insert, select, update on membership_location to askpro_app;
grant select on membership_location to askpro_system;
comment on column membership_location.role is 'Follows the membership, so that no owner can be limited.';

create table message (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  class text not null,
  kind text not null,
  channel text not null,
  recipient text,
  subject text,
  state text not null,
  reason text,
  provider_id text,
  attempts integer not null default 0,
  appointment_id uuid,
  call_id uuid,
  subject_key text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  request_id text,
  waitlist_offer_id uuid,
  series_id uuid,
  constraint message_once UNIQUE (tenant_id, kind, channel, subject_key),
  constraint message_pkey PRIMARY KEY (tenant_id, id),
  constraint message_about_offer FOREIGN KEY (tenant_id, waitlist_offer_id) REFERENCES waitlist_offer(tenant_id, id),
  constraint message_about_series FOREIGN KEY (tenant_id, series_id) REFERENCES series(tenant_id, id),
  constraint message_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint message_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint message_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint message_channel_check CHECK ((channel = 'email'::text)),
  constraint message_class_check CHECK ((class = ANY (ARRAY['transactional'::text, 'service'::text, 'marketing'::text]))),
  constraint message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'not_configured'::text, 'no_address'::text, 'not_allowed'::text, 'superseded'::text])))
);
create index message_by_appointment on public.message using btree (tenant_id, appointment_id) where (appointment_id is not null);
create index message_by_call on public.message using btree (tenant_id, call_id) where (call_id is not null);
create index message_by_request on public.message using btree (tenant_id, request_id) where (request_id is not null);
create index message_by_series on public.message using btree (tenant_id, series_id) where (series_id is not null);
create index message_by_waitlist_offer on public.message using btree (tenant_id, waitlist_offer_id) where (waitlist_offer_id is not null);
alter table message force row level security;
create policy own_locations on message for select to askpro_app using ((at_all_locations() OR (((appointment_id IS NULL) OR appointment_in_reach(appointment_id)) AND ((call_id IS NULL) OR call_in_reach(call_id)))));
create policy system_reads on message for select to askpro_system using (true);
create policy tenant_only on message for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER message_touch BEFORE UPDATE ON public.message FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on message to askpro_app;
grant select on message to askpro_system;
comment on column message.subject_key is 'What the message is about, such as <appointment>/<version>: nothing is said twice.';

create table one_time_code (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  code_hash text,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  voided_at timestamp with time zone,
  constraint one_time_code_pkey PRIMARY KEY (tenant_id, id),
  constraint one_time_code_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint one_time_code_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint one_time_code_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint one_time_code_attempts_counted CHECK ((attempts >= 0)),
  constraint one_time_code_ends_once CHECK (((verified_at IS NULL) OR (voided_at IS NULL))),
  constraint one_time_code_forward CHECK ((expires_at > created_at)),
  constraint one_time_code_hashed CHECK (((code_hash IS NULL) = (kind = 'birth_date'::text))),
  constraint one_time_code_kind_known CHECK ((kind = ANY (ARRAY['email'::text, 'sms'::text, 'birth_date'::text])))
);
create index one_time_code_by_call on public.one_time_code using btree (tenant_id, call_id, created_at desc);
create index one_time_code_by_customer on public.one_time_code using btree (tenant_id, customer_id, created_at desc);
create unique index one_time_code_open on public.one_time_code using btree (tenant_id, call_id, kind) where ((verified_at is null) and (voided_at is null));
alter table one_time_code force row level security;
create policy own_locations on one_time_code for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on one_time_code for select to askpro_system using (true);
create policy tenant_only on one_time_code for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on one_time_code to askpro_app;
grant select on one_time_code to askpro_system;
comment on table one_time_code is 'What a caller was asked to prove, and whether they did. It counts in its call and nowhere else.';
comment on column one_time_code.code_hash is 'HMAC of id and code under the secret key; the code itself is stored nowhere.';

create table outbound_request (
  id uuid not null,
  provider text not null,
  operation text not null,
  on_behalf_of uuid,
  request_id text,
  at timestamp with time zone not null,
  took_ms real not null,
  attempts integer not null,
  status integer,
  outcome text not null,
  constraint outbound_request_pkey PRIMARY KEY (id),
  constraint outbound_request_attempts_check CHECK ((attempts >= 0)),
  constraint outbound_request_outcome CHECK ((outcome = ANY (ARRAY['ok'::text, 'refused'::text, 'failed'::text, 'not_tried'::text]))),
  constraint outbound_request_took_ms_check CHECK ((took_ms >= (0)::double precision)),
  constraint outbound_request_tried CHECK (((outcome = 'not_tried'::text) = (attempts = 0)))
);
create index outbound_request_by_request on public.outbound_request using btree (request_id) where (request_id is not null);
create index outbound_request_by_time on public.outbound_request using btree (at);
alter table outbound_request enable row level security;
create policy system_works on outbound_request for all to askpro_system using (true) with check (true);
create policy tenant_reads on outbound_request for select to askpro_app using ((on_behalf_of = current_tenant_id()));
grant select on outbound_request to askpro_app;
grant delete, insert, select on outbound_request to askpro_system;
comment on column outbound_request.on_behalf_of is 'The tenant it was made for; no reference, so that a record outlives what it is about.';
comment on column outbound_request.request_id is 'The request it follows from, the same as in logs and timelines.';
comment on column outbound_request.outcome is 'refused: asking again would not help; failed: it might; not_tried: breaker open or no place free.';

create table phone_number (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  e164 text not null,
  location_id uuid not null,
  connection_id uuid not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint phone_number_unique UNIQUE (e164),
  constraint phone_number_pkey PRIMARY KEY (tenant_id, id),
  constraint phone_number_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES voice_connection(id),
  constraint phone_number_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint phone_number_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint phone_number_e164 CHECK ((e164 ~ '^\+[1-9][0-9]{6,14}$'::text))
);
alter table phone_number force row level security;
create policy own_locations on phone_number for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on phone_number for select to askpro_system using (true);
create policy tenant_only on phone_number for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.phone_number FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER phone_number_touch BEFORE UPDATE ON public.phone_number FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on phone_number to askpro_app;
grant select on phone_number to askpro_system;

create table policy (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  scope text not null,
  location_id uuid,
  service_id uuid,
  resource_id uuid,
  kind text not null,
  rules jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint policy_once UNIQUE NULLS NOT DISTINCT (tenant_id, kind, location_id, service_id, resource_id),
  constraint policy_pkey PRIMARY KEY (tenant_id, id),
  constraint policy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint policy_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint policy_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint policy_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint policy_kind_check CHECK ((kind = ANY (ARRAY['cancel'::text, 'move'::text]))),
  constraint policy_names_its_scope CHECK ((((location_id IS NOT NULL) = (scope = 'location'::text)) AND ((service_id IS NOT NULL) = (scope = 'service'::text)) AND ((resource_id IS NOT NULL) = (scope = 'staff'::text)))),
  constraint policy_rules_are_an_object CHECK ((jsonb_typeof(rules) = 'object'::text)),
  constraint policy_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'location'::text, 'service'::text, 'staff'::text])))
);
alter table policy force row level security;
create policy own_locations on policy for all to askpro_app using ((at_all_locations() OR
CASE scope
    WHEN 'location'::text THEN location_in_reach(location_id)
    WHEN 'staff'::text THEN resource_in_reach(resource_id)
    ELSE true
END));
create policy system_reads on policy for select to askpro_system using (true);
create policy tenant_only on policy for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.policy FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER policy_touch BEFORE UPDATE ON public.policy FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant delete, insert, select, update on policy to askpro_app;
grant select on policy to askpro_system;
comment on table policy is 'What customers may do with their appointments. A rule that a narrower scope does not name is inherited: tenant, location, service, staff.';
comment on column policy.rules is 'Checked by the schema in scheduling/domain/policy-rules.ts when written and when read.';

create table provider_metadata (
  tenant_id uuid not null default current_tenant_id(),
  connection_id uuid not null,
  kind text not null,
  value jsonb not null,
  fetched_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  hits bigint not null default 0,
  misses bigint not null default 0,
  asking_until timestamp with time zone,
  constraint provider_metadata_pkey PRIMARY KEY (tenant_id, connection_id, kind),
  constraint provider_metadata_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES calendar_connection(tenant_id, id),
  constraint provider_metadata_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint provider_metadata_expires_later CHECK ((fetched_at < expires_at)),
  constraint provider_metadata_kind_known CHECK ((kind = ANY (ARRAY['event_types'::text, 'targets'::text])))
);
alter table provider_metadata force row level security;
create policy system_reads on provider_metadata for select to askpro_system using (true);
create policy tenant_only on provider_metadata for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on provider_metadata to askpro_app;
grant select on provider_metadata to askpro_system;
comment on column provider_metadata.hits is 'How often it was found; misses: how often somebody looked who had to ask.';
comment on column provider_metadata.asking_until is 'Somebody asks the provider; over by then, if they were killed.';

create table qualification (
  tenant_id uuid not null default current_tenant_id(),
  service_id uuid not null,
  resource_id uuid not null,
  weight integer not null default 1,
  roles text[],
  segment_minutes integer[],
  price_minor integer,
  constraint qualification_pkey PRIMARY KEY (tenant_id, service_id, resource_id),
  constraint qualification_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint qualification_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint qualification_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint qualification_minutes_positive CHECK ((((cardinality(segment_minutes) >= 1) AND (cardinality(segment_minutes) <= 50)) AND (0 < ALL (segment_minutes)) AND (1440 >= ALL (segment_minutes)))),
  constraint qualification_price_not_negative CHECK ((price_minor >= 0)),
  constraint qualification_roles_named CHECK (((cardinality(roles) >= 1) AND (cardinality(roles) <= 8))),
  constraint qualification_weight_range CHECK (((weight >= 1) AND (weight <= 1000)))
);
alter table qualification force row level security;
create policy own_locations on qualification for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on qualification for select to askpro_system using (true);
create policy tenant_only on qualification for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.qualification FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.qualification DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant delete, insert, select, update on qualification to askpro_app;
grant select on qualification to askpro_system;
comment on column qualification.weight is 'Share in a weighted draw: 2 is drawn twice as often as 1.';
comment on column qualification.roles is 'Which roles of the service''s segments it can fill; null: all of its kind.';
comment on column qualification.segment_minutes is 'How long each segment takes with this person, where it is not as the service says.';
comment on column qualification.price_minor is 'What the service costs with this person, where it is not as the service says.';

create table quarantine (
  id uuid not null,
  source text not null,
  reason text not null,
  called_number text,
  provider_call_id text,
  inbox_id uuid,
  request_id text not null,
  seen_at timestamp with time zone not null,
  constraint quarantine_pkey PRIMARY KEY (id),
  constraint quarantine_inbox_id_fkey FOREIGN KEY (inbox_id) REFERENCES inbox(id),
  constraint quarantine_reason_check CHECK ((reason = ANY (ARRAY['unknown_number'::text, 'foreign_number'::text, 'no_number'::text])))
);
create index quarantine_seen on public.quarantine using btree (seen_at desc);
grant delete, insert, select on quarantine to askpro_system;

create table request_budget (
  name text not null,
  paid_off_at timestamp with time zone not null,
  constraint request_budget_pkey PRIMARY KEY (name),
  constraint request_budget_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
alter table request_budget enable row level security;
create policy system_works on request_budget for all to askpro_system using (true) with check (true);
grant insert, select, update on request_budget to askpro_system;
comment on table request_budget is 'Until when what was asked under a name is paid off (GCRA); what lies in the past counts for nothing.';

create table resource (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  location_id uuid not null,
  kind text not null,
  name text not null,
  lanes integer not null default 1,
  position integer not null default 0,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint resource_name_unique UNIQUE (tenant_id, location_id, name),
  constraint resource_pkey PRIMARY KEY (tenant_id, id),
  constraint resource_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint resource_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint resource_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'room'::text, 'device'::text]))),
  constraint resource_lanes_check CHECK (((lanes >= 1) AND (lanes <= 100)))
);
alter table resource force row level security;
create policy own_locations on resource for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on resource for select to askpro_system using (true);
create policy tenant_only on resource for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.resource FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER resource_touch BEFORE UPDATE ON public.resource FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.resource DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant insert, select, update on resource to askpro_app;
grant select on resource to askpro_system;
comment on table resource is 'Who or what an appointment takes: staff members, rooms, devices. Booking locks the row for share, whoever changes its calendar for update.';
comment on column resource.lanes is 'How many appointments it carries at once.';
comment on column resource.version is 'Grows with each change of the row, of its weekly hours or of what it is qualified for.';

create table schema_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  breaking boolean not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);

create table series (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  rrule text not null,
  dtstart text not null,
  zone text not null,
  exceptions text[] not null default '{}'::text[],
  service_id uuid not null,
  customer_id uuid not null,
  resource_id uuid,
  attendee_name text not null,
  source text not null,
  call_id uuid,
  created_by text not null,
  idempotency_key text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint series_once UNIQUE (tenant_id, idempotency_key),
  constraint series_pkey PRIMARY KEY (tenant_id, id),
  constraint series_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint series_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint series_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES staff_member(tenant_id, resource_id),
  constraint series_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint series_attendee_length CHECK (((length(attendee_name) >= 1) AND (length(attendee_name) <= 200))),
  constraint series_source_known CHECK ((source = ANY (ARRAY['phone'::text, 'web'::text, 'api'::text, 'staff'::text])))
);
create index series_by_customer on public.series using btree (tenant_id, customer_id);
create index series_by_time on public.series using btree (tenant_id, created_at desc, id desc);
alter table series force row level security;
create policy own_locations on series for select to askpro_app using ((at_all_locations() OR
CASE
    WHEN (resource_id IS NULL) THEN series_in_reach(id)
    ELSE resource_in_reach(resource_id)
END));
create policy system_reads on series for select to askpro_system using (true);
create policy tenant_only on series for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.series FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER series_touch BEFORE UPDATE ON public.series FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on series to askpro_app;
grant select on series to askpro_system;
comment on column series.dtstart is 'Wall time in the zone, without an offset, of the first one: nine o''clock stays nine o''clock. Rule and first one are those from the last change on; what they were before is in series_change.';
comment on column series.exceptions is 'Wall times that the rule names and at which nothing was booked.';
comment on column series.resource_id is 'The person asked for; null: anybody.';

create table series_change (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  series_id uuid not null,
  kind text not null,
  scope text,
  actor text not null,
  before jsonb,
  after jsonb not null,
  reason text,
  undoes uuid,
  at timestamp with time zone not null,
  request_id text,
  constraint series_change_undone_once UNIQUE (tenant_id, undoes),
  constraint series_change_pkey PRIMARY KEY (tenant_id, id),
  constraint series_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint series_change_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES series(tenant_id, id),
  constraint series_change_tenant_id_undoes_fkey FOREIGN KEY (tenant_id, undoes) REFERENCES series_change(tenant_id, id),
  constraint series_change_kind_known CHECK ((kind = ANY (ARRAY['booked'::text, 'moved'::text, 'cancelled'::text, 'undone'::text]))),
  constraint series_change_reason_length CHECK ((length(reason) <= 500)),
  constraint series_change_scope_known CHECK ((scope = ANY (ARRAY['following'::text, 'all'::text]))),
  constraint series_change_undoes CHECK (((kind = 'undone'::text) = (undoes IS NOT NULL)))
);
create index series_change_by_series on public.series_change using btree (tenant_id, series_id, at);
alter table series_change force row level security;
create policy system_reads on series_change for select to askpro_system using (true);
create policy tenant_only on series_change for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select on series_change to askpro_app;
grant select on series_change to askpro_system;
comment on table series_change is 'What was done to a series as a whole; what it did to each appointment is in appointment_change.';

create table service (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  synonyms text[] not null default '{}'::text[],
  position integer not null default 0,
  price_minor integer not null,
  currency text not null default 'EUR'::text,
  grid_minutes integer not null,
  minimum_notice_minutes integer not null default 60,
  horizon_days integer not null default 120,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  grid_kind text not null default 'window'::text,
  latest_working_days integer,
  latest_before_minute integer,
  assignment text,
  ask_note text,
  needs_confirmation boolean not null default false,
  cool_down integer not null default 0,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  daily_most integer,
  constraint service_name_unique UNIQUE (tenant_id, name),
  constraint service_pkey PRIMARY KEY (tenant_id, id),
  constraint service_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_ask_note_length CHECK (((length(ask_note) >= 1) AND (length(ask_note) <= 100))),
  constraint service_assignment_known CHECK ((assignment = ANY (ARRAY['first'::text, 'weighted'::text, 'least_loaded'::text, 'last_served'::text]))),
  constraint service_buffers_range CHECK ((((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 240)) AND ((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 240)))),
  constraint service_cool_down_range CHECK (((cool_down >= 0) AND (cool_down <= 20))),
  constraint service_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint service_daily_most_range CHECK (((daily_most >= 1) AND (daily_most <= 1000))),
  constraint service_grid_kind_known CHECK ((grid_kind = ANY (ARRAY['window'::text, 'free'::text, 'clock'::text, 'fixed'::text]))),
  constraint service_grid_minutes_check CHECK (((grid_minutes >= 1) AND (grid_minutes <= 1440))),
  constraint service_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 730))),
  constraint service_latest_start_range CHECK ((((latest_working_days >= 0) AND (latest_working_days <= 30)) AND ((latest_before_minute >= 1) AND (latest_before_minute <= 1440)))),
  constraint service_latest_start_whole CHECK ((num_nonnulls(latest_working_days, latest_before_minute) = ANY (ARRAY[0, 2]))),
  constraint service_minimum_notice_minutes_check CHECK ((minimum_notice_minutes >= 0)),
  constraint service_price_minor_check CHECK ((price_minor >= 0))
);
alter table service force row level security;
create policy system_reads on service for select to askpro_system using (true);
create policy tenant_only on service for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.service FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.service DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
CREATE TRIGGER service_touch BEFORE UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on service to askpro_app;
grant select on service to askpro_system;
comment on column service.grid_kind is 'window: steps of grid_minutes from the beginning of each working window. free: from the beginning of each free gap. clock: the same, rounded up to the clock. fixed: the rows of service_start and nothing else.';
comment on column service.latest_working_days is 'With latest_before_minute: it must start before that minute of the local day so many working days after today, 0 being today.';
comment on column service.assignment is 'Who is offered when several could: the first in the owner''s order, drawn by qualification.weight, who has the fewest minutes booked on the day for their weight, or whose last booking of the service is longest ago. Null: as the settings of the business say.';
comment on column service.ask_note is 'What a customer is asked for, such as Kennzeichen; goes into the note and may stay unanswered.';
comment on column service.needs_confirmation is 'Appointments begin as requested: they keep their place until a person confirms or declines.';
comment on column service.cool_down is 'How many of those booked last rest in a weighted draw while somebody else can.';

create table service_segment (
  tenant_id uuid not null default current_tenant_id(),
  service_id uuid not null,
  position integer not null,
  minutes integer not null,
  gap_after_minutes integer not null default 0,
  needs jsonb,
  constraint service_segment_pkey PRIMARY KEY (tenant_id, service_id, "position"),
  constraint service_segment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_segment_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint service_segment_gap_after_minutes_check CHECK (((gap_after_minutes >= 0) AND (gap_after_minutes <= 1440))),
  constraint service_segment_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint service_segment_needs_listed CHECK (((needs IS NULL) OR
CASE jsonb_typeof(needs)
    WHEN 'array'::text THEN ((jsonb_array_length(needs) >= 1) AND (jsonb_array_length(needs) <= 8))
    ELSE false
END))
);
alter table service_segment force row level security;
create policy system_reads on service_segment for select to askpro_system using (true);
create policy tenant_only on service_segment for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.service_segment FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.service_segment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant delete, insert, select, update on service_segment to askpro_app;
grant select on service_segment to askpro_system;
comment on column service_segment.gap_after_minutes is 'Processing time after this part, in which staff are free.';
comment on column service_segment.needs is 'List of {role, kind, gaps}. A role that several segments name is one person or room for all of them; different roles may be different ones. gaps free: a room or device is given up in the gaps, else it stays taken. Null: one of each kind that does the service, the same for all segments.';

create table service_start (
  tenant_id uuid not null default current_tenant_id(),
  service_id uuid not null,
  weekday integer not null,
  at_minute integer not null,
  most integer not null,
  constraint service_start_pkey PRIMARY KEY (tenant_id, service_id, weekday, at_minute),
  constraint service_start_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_start_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint service_start_at_minute_check CHECK (((at_minute >= 0) AND (at_minute <= 1439))),
  constraint service_start_most_check CHECK (((most >= 1) AND (most <= 100))),
  constraint service_start_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
alter table service_start force row level security;
create policy system_reads on service_start for select to askpro_system using (true);
create policy tenant_only on service_start for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.service_start FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.service_start DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('tenant_id');
grant delete, insert, select, update on service_start to askpro_app;
grant select on service_start to askpro_system;
comment on table service_start is 'The only local times at which a service of grid fixed may start.';
comment on column service_start.most is 'How many appointments of the service may begin at this start, however many people are free.';

create table service_version (
  tenant_id uuid not null default current_tenant_id(),
  service_id uuid not null,
  version integer not null,
  name text not null,
  price_minor integer not null,
  currency text not null,
  segments jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint service_version_pkey PRIMARY KEY (tenant_id, service_id, version),
  constraint service_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_version_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id)
);
alter table service_version force row level security;
create policy system_reads on service_version for select to askpro_system using (true);
create policy tenant_only on service_version for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on service_version to askpro_app;
grant select on service_version to askpro_system;
comment on column service_version.segments is 'List of {minutes, gap_after}; a copy for reading, never queried into.';

create table staff_member (
  tenant_id uuid not null default current_tenant_id(),
  resource_id uuid not null,
  spoken_name text not null,
  created_at timestamp with time zone not null default now(),
  constraint staff_member_pkey PRIMARY KEY (tenant_id, resource_id),
  constraint staff_member_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint staff_member_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id)
);
alter table staff_member force row level security;
create policy own_locations on staff_member for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on staff_member for select to askpro_system using (true);
create policy tenant_only on staff_member for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.staff_member FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant insert, select, update on staff_member to askpro_app;
grant select on staff_member to askpro_system;
comment on table staff_member is 'A person is a resource with something more to say about them.';

create table sync_entry (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  appointment_id uuid not null,
  link_id uuid not null,
  reference text not null,
  desired_version integer not null,
  desired_state text not null,
  desired_starts_at timestamp with time zone not null,
  desired_ends_at timestamp with time zone not null,
  observed_version integer,
  observed_state text,
  observed_starts_at timestamp with time zone,
  observed_ends_at timestamp with time zone,
  observed_at timestamp with time zone,
  external_id text,
  external_uid text,
  external_version text,
  external_host text,
  state text not null default 'pending'::text,
  attempting text,
  lease uuid,
  lease_until timestamp with time zone,
  seen_starts_at timestamp with time zone,
  seen_ends_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  last_error_at timestamp with time zone,
  next_try_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint sync_entry_once UNIQUE (tenant_id, appointment_id, link_id),
  constraint sync_entry_reference_once UNIQUE (tenant_id, reference),
  constraint sync_entry_pkey PRIMARY KEY (tenant_id, id),
  constraint sync_entry_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint sync_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint sync_entry_tenant_id_link_id_fkey FOREIGN KEY (tenant_id, link_id) REFERENCES calendar_link(tenant_id, id),
  constraint sync_entry_attempting_known CHECK ((attempting = ANY (ARRAY['look'::text, 'create'::text, 'change'::text, 'remove'::text]))),
  constraint sync_entry_desired_forward CHECK ((desired_starts_at < desired_ends_at)),
  constraint sync_entry_desired_state_known CHECK ((desired_state = ANY (ARRAY['confirmed'::text, 'requested'::text, 'cancelled'::text]))),
  constraint sync_entry_in_step_is_seen CHECK (((state <> 'in_step'::text) OR (observed_state IS NOT NULL))),
  constraint sync_entry_lease_whole CHECK (((lease IS NULL) = (lease_until IS NULL))),
  constraint sync_entry_observed_state_known CHECK ((observed_state = ANY (ARRAY['confirmed'::text, 'requested'::text, 'cancelled'::text]))),
  constraint sync_entry_reference_form CHECK ((reference ~ '^[0-9a-v]{5,64}$'::text)),
  constraint sync_entry_state_known CHECK ((state = ANY (ARRAY['pending'::text, 'in_step'::text, 'conflict'::text, 'unclear'::text, 'failed'::text, 'given_up'::text])))
);
create index sync_entry_by_time on public.sync_entry using btree (tenant_id, desired_starts_at desc, id desc);
create index sync_entry_of_link on public.sync_entry using btree (tenant_id, link_id, external_id);
create index sync_entry_to_do on public.sync_entry using btree (next_try_at) where (next_try_at is not null);
alter table sync_entry force row level security;
create policy own_locations on sync_entry for select to askpro_app using ((at_all_locations() OR appointment_in_reach(appointment_id)));
create policy system_reads on sync_entry for select to askpro_system using (true);
create policy tenant_only on sync_entry for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER sync_entry_touch BEFORE UPDATE ON public.sync_entry FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on sync_entry to askpro_app;
grant select on sync_entry to askpro_system;
comment on column sync_entry.reference is 'What we write into the other calendar: the appointment and the link, 64 hexadecimal digits.';
comment on column sync_entry.attempting is 'What was begun and has no clear answer yet: it is looked for before anything is repeated.';
comment on column sync_entry.seen_starts_at is 'Where a reading saw it, otherwise than we know; to be looked at.';

create table tenant (
  id uuid not null,
  slug text not null,
  name text not null,
  sector text not null,
  time_zone text not null,
  locale text not null,
  region text not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint tenant_slug_unique UNIQUE (slug),
  constraint tenant_pkey PRIMARY KEY (id),
  constraint tenant_sector_check CHECK ((sector = ANY (ARRAY['salon'::text, 'health'::text, 'garage'::text, 'consulting'::text, 'other'::text]))),
  constraint tenant_slug_form CHECK ((slug ~ '^[a-z][a-z0-9-]{1,62}$'::text))
);
alter table tenant force row level security;
create policy system_reads on tenant for select to askpro_system using (true);
create policy tenant_only on tenant for all to askpro_app using ((id = current_tenant_id())) with check ((id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.tenant FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE CONSTRAINT TRIGGER revises_catalogue AFTER INSERT OR DELETE OR UPDATE ON public.tenant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_catalogue('id');
CREATE TRIGGER tenant_touch BEFORE UPDATE ON public.tenant FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on tenant to askpro_app;
grant select on tenant to askpro_system;
comment on column tenant.region is 'Country and state for public holidays, such as DE-BE.';

create table tenant_key (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  sealed_key text not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint tenant_key_pkey PRIMARY KEY (tenant_id, id),
  constraint tenant_key_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint tenant_key_is_sealed CHECK ((sealed_key ~~ 'v1.%'::text)),
  constraint tenant_key_retired_later CHECK ((retired_at >= created_at))
);
create unique index tenant_key_one_current on public.tenant_key using btree (tenant_id) where (retired_at is null);
alter table tenant_key force row level security;
create policy system_reads on tenant_key for select to askpro_system using (true);
create policy tenant_only on tenant_key for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.tenant_key FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change('sealed_key');
grant insert, select, update on tenant_key to askpro_app;
grant select on tenant_key to askpro_system;
comment on table tenant_key is 'What secrets of a business are sealed with. Never deleted: what is sealed with a key that is gone is gone too.';
comment on column tenant_key.retired_at is 'Since when nothing is sealed with it any more; null: the current one.';

create table tool_receipt (
  tenant_id uuid not null default current_tenant_id(),
  call_id uuid not null,
  tool text not null,
  key text not null,
  answer jsonb not null,
  entity_id uuid,
  created_at timestamp with time zone not null,
  constraint tool_receipt_pkey PRIMARY KEY (tenant_id, call_id, tool, key),
  constraint tool_receipt_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint tool_receipt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table tool_receipt force row level security;
create policy own_locations on tool_receipt for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on tool_receipt for select to askpro_system using (true);
create policy tenant_only on tool_receipt for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on tool_receipt to askpro_app;
grant select on tool_receipt to askpro_system;

create table transfer_hours (
  tenant_id uuid not null default current_tenant_id(),
  location_id uuid not null,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  constraint transfer_hours_pkey PRIMARY KEY (tenant_id, location_id, weekday, from_minute),
  constraint transfer_hours_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint transfer_hours_tenant_id_location_id_fkey FOREIGN KEY (tenant_id, location_id) REFERENCES location(tenant_id, id),
  constraint transfer_hours_forward CHECK ((from_minute < to_minute)),
  constraint transfer_hours_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint transfer_hours_to_minute_check CHECK (((to_minute >= 1) AND (to_minute <= 1440))),
  constraint transfer_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
alter table transfer_hours force row level security;
create policy own_locations on transfer_hours for all to askpro_app using ((at_all_locations() OR location_in_reach(location_id)));
create policy system_reads on transfer_hours for select to askpro_system using (true);
create policy tenant_only on transfer_hours for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.transfer_hours FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
grant delete, insert, select, update on transfer_hours to askpro_app;
grant select on transfer_hours to askpro_system;
comment on table transfer_hours is 'When somebody picks up at transfer_e164, in the location''s wall time. Public holidays and blocked time are not in here.';

create table unanswered_question (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid not null,
  language text not null,
  question text not null,
  state text not null default 'open'::text,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint unanswered_question_once UNIQUE (tenant_id, call_id, question),
  constraint unanswered_question_pkey PRIMARY KEY (tenant_id, id),
  constraint unanswered_question_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint unanswered_question_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint unanswered_question_length CHECK (((length(question) >= 1) AND (length(question) <= 300))),
  constraint unanswered_question_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
);
create index unanswered_question_by_time on public.unanswered_question using btree (tenant_id, asked_at desc, id desc);
create index unanswered_question_old on public.unanswered_question using btree (asked_at);
alter table unanswered_question force row level security;
create policy own_locations on unanswered_question for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on unanswered_question for select to askpro_system using (true);
create policy tenant_only on unanswered_question for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on unanswered_question to askpro_app;
grant select on unanswered_question to askpro_system;

create table user_account (
  id uuid not null,
  email text not null,
  name text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  platform_role text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  has_passkey boolean not null default false,
  constraint user_account_email_once UNIQUE (email),
  constraint user_account_pkey PRIMARY KEY (id),
  constraint user_account_email_in_lower_case CHECK (((email = lower(email)) AND (email <> ''::text))),
  constraint user_account_platform_role_known CHECK ((platform_role = 'operator'::text))
);
alter table user_account force row level security;
create policy members_only on user_account for select to askpro_app using ((EXISTS ( SELECT
   FROM membership
  WHERE ((membership.tenant_id = current_tenant_id()) AND (membership.user_id = user_account.id)))));
create policy system_all on user_account for all to askpro_system using (true) with check (true);
grant delete, insert, select, update on user_account to askpro_system;
comment on column user_account.has_passkey is 'Whether user_passkey has a row: what a tenant may see of it.';

create table user_credential (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint user_credential_once UNIQUE (user_id, provider_id),
  constraint user_credential_pkey PRIMARY KEY (id),
  constraint user_credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
grant delete, insert, select, update on user_credential to askpro_system;
comment on column user_credential.password is 'scrypt, with its salt.';

create table user_device (
  user_id uuid not null,
  device_hash text not null,
  first_seen_at timestamp with time zone not null,
  constraint user_device_pkey PRIMARY KEY (user_id, device_hash),
  constraint user_device_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
grant delete, insert, select, update on user_device to askpro_system;

create table user_passkey (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint user_passkey_credential_once UNIQUE (credential_id),
  constraint user_passkey_pkey PRIMARY KEY (id),
  constraint user_passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE,
  constraint user_passkey_named CHECK ((name <> ''::text))
);
create index user_passkey_by_user on public.user_passkey using btree (user_id);
grant delete, insert, select, update on user_passkey to askpro_system;

create table user_passkey_challenge (
  challenge_hash text not null,
  user_id uuid,
  expires_at timestamp with time zone not null,
  constraint user_passkey_challenge_pkey PRIMARY KEY (challenge_hash),
  constraint user_passkey_challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
create index user_passkey_challenge_over on public.user_passkey_challenge using btree (expires_at);
grant delete, insert, select, update on user_passkey_challenge to askpro_system;

create table user_second_factor (
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint user_second_factor_once UNIQUE (user_id),
  constraint user_second_factor_pkey PRIMARY KEY (id),
  constraint user_second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
grant delete, insert, select, update on user_second_factor to askpro_system;
comment on column user_second_factor.secret is 'Encrypted.';
comment on column user_second_factor.backup_codes is 'Keyed hashes; each opens once.';

create table user_session (
  id uuid not null,
  token text not null,
  user_id uuid not null,
  active_tenant uuid,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  opened_by_passkey boolean not null default false,
  constraint user_session_token_once UNIQUE (token),
  constraint user_session_pkey PRIMARY KEY (id),
  constraint user_session_active_tenant_fkey FOREIGN KEY (active_tenant) REFERENCES tenant(id),
  constraint user_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
create index user_session_by_user on public.user_session using btree (user_id);
create index user_session_over on public.user_session using btree (expires_at);
grant delete, insert, select, update on user_session to askpro_system;
comment on column user_session.token is 'Worth nothing without the signature in the cookie.';
comment on column user_session.opened_by_passkey is 'With user verification, which makes it two factors: then no code is asked for.';

create table user_used_code (
  user_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone not null,
  constraint user_used_code_pkey PRIMARY KEY (user_id, code_hash),
  constraint user_used_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);
create index user_used_code_over on public.user_used_code using btree (used_at);
grant delete, insert, select, update on user_used_code to askpro_system;

create table user_verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint user_verification_pkey PRIMARY KEY (id)
);
create index user_verification_by_identifier on public.user_verification using btree (identifier);
create index user_verification_over on public.user_verification using btree (expires_at);
grant delete, insert, select, update on user_verification to askpro_system;

create table vip_tier (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  name text not null,
  extra_horizon_days integer not null default 0,
  waives_notice boolean not null default false,
  waitlist_priority integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint vip_tier_name_unique UNIQUE (tenant_id, name),
  constraint vip_tier_pkey PRIMARY KEY (tenant_id, id),
  constraint vip_tier_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint vip_tier_horizon CHECK (((extra_horizon_days >= 0) AND (extra_horizon_days <= 730))),
  constraint vip_tier_name_length CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint vip_tier_priority CHECK (((waitlist_priority >= 0) AND (waitlist_priority <= 100)))
);
alter table vip_tier force row level security;
create policy system_reads on vip_tier for select to askpro_system using (true);
create policy tenant_only on vip_tier for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.vip_tier FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER vip_tier_touch BEFORE UPDATE ON public.vip_tier FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on vip_tier to askpro_app;
grant select on vip_tier to askpro_system;
comment on table vip_tier is 'What belonging to a group of customers changes for them.';
comment on column vip_tier.waitlist_priority is 'Higher is asked first; without a tier it is 0.';

create table voice_agent (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  connection_id uuid not null,
  external_id text,
  drift jsonb,
  drift_checked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint voice_agent_one UNIQUE (tenant_id),
  constraint voice_agent_pkey PRIMARY KEY (tenant_id, id),
  constraint voice_agent_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES voice_connection(id),
  constraint voice_agent_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint voice_agent_drift_has_time CHECK (((drift IS NULL) OR (drift_checked_at IS NOT NULL)))
);
alter table voice_agent force row level security;
create policy system_reads on voice_agent for select to askpro_system using (true);
create policy tenant_only on voice_agent for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.voice_agent FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER voice_agent_touch BEFORE UPDATE ON public.voice_agent FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on voice_agent to askpro_app;
grant select on voice_agent to askpro_system;
comment on column voice_agent.external_id is 'The agent at the provider; null until it was made there.';
comment on column voice_agent.drift is 'What was found at the provider otherwise than published, at drift_checked_at.';

create table voice_connection (
  id uuid not null,
  slug text not null,
  owner_tenant_id uuid,
  provider text not null,
  sealed_keys text,
  created_at timestamp with time zone not null default now(),
  calls_now integer,
  calls_limit integer,
  calls_counted_at timestamp with time zone,
  constraint voice_connection_slug_unique UNIQUE (slug),
  constraint voice_connection_pkey PRIMARY KEY (id),
  constraint voice_connection_owner_tenant_id_fkey FOREIGN KEY (owner_tenant_id) REFERENCES tenant(id),
  constraint voice_connection_calls_counted CHECK ((((calls_now IS NULL) = (calls_counted_at IS NULL)) AND ((calls_limit IS NULL) = (calls_counted_at IS NULL)))),
  constraint voice_connection_provider_check CHECK ((provider = ANY (ARRAY['retell'::text, 'browser'::text])))
);
grant insert, select, update on voice_connection to askpro_system;
comment on column voice_connection.sealed_keys is 'JSON list of accepted keys, sealed; null: from the configuration (platform) or none.';
comment on column voice_connection.calls_limit is 'How many calls the provider takes at once, of all its customers under this account.';

create table waitlist_entry (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  service_id uuid not null,
  customer_id uuid not null,
  attendee_name text not null,
  contact_phone text,
  contact_email text,
  note text,
  source text not null,
  call_id uuid,
  created_by text not null,
  state text not null default 'waiting'::text,
  last_ends_at timestamp with time zone not null,
  idempotency_key text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by text,
  constraint waitlist_entry_once UNIQUE (tenant_id, idempotency_key),
  constraint waitlist_entry_pkey PRIMARY KEY (tenant_id, id),
  constraint waitlist_entry_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint waitlist_entry_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer(tenant_id, id),
  constraint waitlist_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint waitlist_entry_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint waitlist_entry_attendee_length CHECK (((length(attendee_name) >= 1) AND (length(attendee_name) <= 200))),
  constraint waitlist_entry_ended CHECK ((((state = 'waiting'::text) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint waitlist_entry_note_length CHECK ((length(note) <= 2000)),
  constraint waitlist_entry_source_known CHECK ((source = ANY (ARRAY['phone'::text, 'web'::text, 'api'::text, 'staff'::text]))),
  constraint waitlist_entry_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'booked'::text, 'withdrawn'::text, 'lapsed'::text])))
);
create index waitlist_entry_by_customer on public.waitlist_entry using btree (tenant_id, customer_id);
create index waitlist_entry_by_time on public.waitlist_entry using btree (tenant_id, created_at desc, id desc);
create index waitlist_entry_waiting on public.waitlist_entry using btree (tenant_id, service_id, created_at) where (state = 'waiting'::text);
alter table waitlist_entry force row level security;
create policy system_reads on waitlist_entry for select to askpro_system using (true);
create policy tenant_only on waitlist_entry for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.waitlist_entry FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER waitlist_entry_touch BEFORE UPDATE ON public.waitlist_entry FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on waitlist_entry to askpro_app;
grant select on waitlist_entry to askpro_system;
comment on column waitlist_entry.state is 'lapsed: the windows are over, or three offers were left unanswered.';
comment on column waitlist_entry.last_ends_at is 'The end of the last window: who waits no longer than that lapses.';

create table waitlist_offer (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  entry_id uuid not null,
  resource_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  hold_id uuid not null,
  token text not null,
  state text not null default 'open'::text,
  offered_at timestamp with time zone not null,
  deadline_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by text,
  appointment_id uuid,
  constraint waitlist_offer_start_once UNIQUE (tenant_id, entry_id, starts_at),
  constraint waitlist_offer_pkey PRIMARY KEY (tenant_id, id),
  constraint waitlist_offer_tenant_id_appointment_id_fkey FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment(tenant_id, id),
  constraint waitlist_offer_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES waitlist_entry(tenant_id, id),
  constraint waitlist_offer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint waitlist_offer_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resource(tenant_id, id),
  constraint waitlist_offer_answered CHECK ((((state = 'open'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  constraint waitlist_offer_booked CHECK (((state = 'accepted'::text) = (appointment_id IS NOT NULL))),
  constraint waitlist_offer_forward CHECK (((starts_at < ends_at) AND (offered_at < deadline_at))),
  constraint waitlist_offer_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
);
create unique index waitlist_offer_one_open on public.waitlist_offer using btree (tenant_id, entry_id) where (state = 'open'::text);
create index waitlist_offer_overdue on public.waitlist_offer using btree (tenant_id, deadline_at) where (state = 'open'::text);
alter table waitlist_offer force row level security;
create policy own_locations on waitlist_offer for all to askpro_app using ((at_all_locations() OR ((resource_id IS NULL) OR resource_in_reach(resource_id))));
create policy system_reads on waitlist_offer for select to askpro_system using (true);
create policy tenant_only on waitlist_offer for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant insert, select, update on waitlist_offer to askpro_app;
grant select on waitlist_offer to askpro_system;
comment on column waitlist_offer.resource_id is 'Who does it.';
comment on column waitlist_offer.hold_id is 'What keeps the place until the deadline; gone when it was answered.';

create table waitlist_staff (
  tenant_id uuid not null default current_tenant_id(),
  entry_id uuid not null,
  resource_id uuid not null,
  constraint waitlist_staff_pkey PRIMARY KEY (tenant_id, entry_id, resource_id),
  constraint waitlist_staff_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES waitlist_entry(tenant_id, id),
  constraint waitlist_staff_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint waitlist_staff_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES staff_member(tenant_id, resource_id)
);
alter table waitlist_staff force row level security;
create policy own_locations on waitlist_staff for all to askpro_app using ((at_all_locations() OR resource_in_reach(resource_id)));
create policy system_reads on waitlist_staff for select to askpro_system using (true);
create policy tenant_only on waitlist_staff for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on waitlist_staff to askpro_app;
grant select on waitlist_staff to askpro_system;
comment on table waitlist_staff is 'Whom it should be with; nobody named: anybody.';

create table waitlist_window (
  tenant_id uuid not null default current_tenant_id(),
  entry_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint waitlist_window_pkey PRIMARY KEY (tenant_id, entry_id, starts_at),
  constraint waitlist_window_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES waitlist_entry(tenant_id, id),
  constraint waitlist_window_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint waitlist_window_forward CHECK ((starts_at < ends_at))
);
alter table waitlist_window force row level security;
create policy system_reads on waitlist_window for select to askpro_system using (true);
create policy tenant_only on waitlist_window for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
grant delete, insert, select, update on waitlist_window to askpro_app;
grant select on waitlist_window to askpro_system;
comment on table waitlist_window is 'When the place should start.';

create table wish (
  tenant_id uuid not null default current_tenant_id(),
  id uuid not null,
  call_id uuid not null,
  service_id uuid,
  wanted_when text,
  wanted_staff text,
  name text,
  phone_e164 text,
  state text not null default 'open'::text,
  settled_at timestamp with time zone,
  settled_by text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null default now(),
  constraint wish_once UNIQUE NULLS NOT DISTINCT (tenant_id, call_id, service_id),
  constraint wish_pkey PRIMARY KEY (tenant_id, id),
  constraint wish_tenant_id_call_id_fkey FOREIGN KEY (tenant_id, call_id) REFERENCES call(tenant_id, id),
  constraint wish_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint wish_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  constraint wish_settled_by_somebody CHECK ((((state = 'open'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint wish_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
create index wish_by_time on public.wish using btree (tenant_id, created_at desc, id desc);
alter table wish force row level security;
create policy own_locations on wish for select to askpro_app using ((at_all_locations() OR call_in_reach(call_id)));
create policy system_reads on wish for select to askpro_system using (true);
create policy tenant_only on wish for all to askpro_app using ((tenant_id = current_tenant_id())) with check ((tenant_id = current_tenant_id()));
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.wish FOR EACH ROW WHEN ((current_tenant_id() IS NOT NULL)) EXECUTE FUNCTION note_change();
CREATE TRIGGER wish_touch BEFORE UPDATE ON public.wish FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
grant insert, select, update on wish to askpro_app;
grant select on wish to askpro_system;
comment on table wish is 'A caller asked for times and took none. Nobody owes them anything; it tells what is missing.';
CREATE OR REPLACE FUNCTION public.appointment_in_reach(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM appointment WHERE ((appointment.tenant_id = current_tenant_id()) AND (appointment.id = appointment_in_reach.wanted))))
;
CREATE OR REPLACE FUNCTION public.at_all_locations()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE("left"(current_setting('app.location_ids'::text, true), 1), ''::text) <> '{'::text)
;
CREATE OR REPLACE PROCEDURE public.audit_table(IN table_name regclass, VARIADIC hidden text[] DEFAULT '{}'::text[])
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    'create trigger audited after insert or update or delete on %s for each row
       when (current_tenant_id() is not null) execute function note_change(%s)',
    table_name, (select coalesce(string_agg(quote_literal(name), ', '), '') from unnest(hidden) name));
end
$procedure$
;
CREATE OR REPLACE FUNCTION public.call_in_reach(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM call WHERE ((call.tenant_id = current_tenant_id()) AND (call.id = call_in_reach.wanted))))
;
CREATE OR REPLACE FUNCTION public.complete_inbox_event(event_id uuid, at timestamp with time zone, kept_body text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with done as (
    update public.inbox
    set processed_at = at, body = coalesce(kept_body, inbox.body), error = null, dead_at = null, dead_reason = null,
      resolved_tenant_id = coalesce(public.current_tenant_id(), inbox.resolved_tenant_id)
    where inbox.id = event_id and inbox.processed_at is null
    returning 1
  )
  select exists (select 1 from done)
$function$
;
CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION public.discard_jobs(job_ids bigint[], who text, reason text)
 RETURNS SETOF bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.enqueue_job(identifier text, payload json, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT NULL::integer, job_key text DEFAULT NULL::text, priority integer DEFAULT NULL::integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.enqueue_jobs(identifier text, payloads json[], run_ats timestamp with time zone[], max_attempts integer, priority integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.events_in_the_queue()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (jobs.payload #>> '{data,inbox_id}')::uuid
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where tasks.identifier = 'platform.process-inbox-event'
    and (jobs.locked_at is not null or jobs.attempts < jobs.max_attempts)
$function$
;
CREATE OR REPLACE FUNCTION public.fold_text(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select replace(replace(replace(replace(lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g')),
    'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$function$
;
CREATE OR REPLACE FUNCTION public.keep_sealed_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.seq is not null then
    raise exception 'a sealed event of the audit does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$function$
;
CREATE OR REPLACE PROCEDURE public.keep_to_locations(IN table_name regclass, IN condition text, IN command text DEFAULT 'all'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy own_locations on %s as restrictive for %s to askpro_app using (at_all_locations() or (%s))',
    table_name, command, condition);
end
$procedure$
;
CREATE OR REPLACE FUNCTION public.location_in_reach(location uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (location = ANY ((NULLIF(current_setting('app.location_ids'::text, true), ''::text))::uuid[]))
;
CREATE OR REPLACE FUNCTION public.make_customer_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_word (tenant_id, word, customer_id)
  select added.tenant_id, words.word, added.id
  from added, words_of_customer(added.name, added.email) as words (word);
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.note_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  hidden text[] := tg_argv::text[] || array['tenant_id', 'created_at', 'updated_at'];
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - hidden end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - hidden end;
  known jsonb := coalesce(new_row, old_row);
  secret uuid := gen_random_uuid();
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(pair.key, pair.value) into old_row
      from jsonb_each(old_row) pair where pair.value is distinct from new_row -> pair.key;
    if old_row is null then
      return null;
    end if;
    select jsonb_object_agg(pair.key, pair.value) into new_row
      from jsonb_each(new_row) pair where old_row ? pair.key;
  end if;
  insert into audit_event
    (actor, action, entity, entity_id, before, after, salt, before_hash, after_hash, request_id)
  values (
    coalesce(nullif(current_setting('app.actor', true), ''), 'system'),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_name,
    coalesce(known ->> 'id', known ->> 'user_id', known ->> 'customer_id', known ->> 'service_id',
      known ->> 'location_id', current_tenant_id()::text),
    old_row,
    new_row,
    secret,
    sha256(convert_to(secret::text || coalesce(old_row::text, ''), 'UTF8')),
    sha256(convert_to(secret::text || coalesce(new_row::text, ''), 'UTF8')),
    nullif(current_setting('app.request_id', true), '')
  );
  return null;
end
$function$
;
CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN table_name regclass)
 LANGUAGE plpgsql
AS $procedure$
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
$procedure$
;
CREATE OR REPLACE FUNCTION public.queue_counts()
 RETURNS TABLE(name text, state text, jobs bigint, oldest_due_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.queue_jobs(wanted_state text, wanted_ids bigint[], before_id bigint, most integer)
 RETURNS TABLE(id bigint, name text, state text, priority integer, attempts integer, max_attempts integer, run_at timestamp with time zone, created_at timestamp with time zone, last_error text, reason text, first_failed_at timestamp with time zone, last_failed_at timestamp with time zone, request_id text, tenant_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.reopen_inbox_events(event_ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update public.inbox
  set processed_at = null, dead_at = null, dead_reason = null, error = null, attempts = 0
  where inbox.id = any(event_ids)
    and (inbox.processed_at is not null or inbox.dead_at is not null)
    and inbox.body_removed_at is null
    and (inbox.resolved_tenant_id = public.current_tenant_id() or current_setting('role') = 'askpro_system')
  returning inbox.id
$function$
;
CREATE OR REPLACE FUNCTION public.replace_customer_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from customer_word where customer_word.tenant_id = new.tenant_id and customer_word.customer_id = new.id;
  insert into customer_word (tenant_id, word, customer_id)
  select new.tenant_id, words.word, new.id from words_of_customer(new.name, new.email) as words (word);
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.resource_in_reach(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM resource WHERE ((resource.tenant_id = current_tenant_id()) AND (resource.id = resource_in_reach.wanted))))
;
CREATE OR REPLACE FUNCTION public.retry_jobs(job_ids bigint[])
 RETURNS SETOF bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update graphile_worker._private_jobs as jobs
  set run_at = now(), updated_at = now(),
    attempts = case when jobs.attempts >= jobs.max_attempts then 0 else jobs.attempts end,
    max_attempts = greatest(jobs.max_attempts, coalesce((jobs.payload #>> '{failure,max_attempts}')::smallint, 1)),
    payload = case when jobs.attempts >= jobs.max_attempts then (jobs.payload::jsonb - 'failure')::json else jobs.payload end
  where jobs.id = any(job_ids) and jobs.locked_at is null and jobs.attempts > 0
    and (jobs.attempts >= jobs.max_attempts or jobs.run_at > now())
    and (jobs.payload ->> 'tenant_id' = public.current_tenant_id()::text or current_setting('role') = 'askpro_system')
  returning jobs.id
$function$
;
CREATE OR REPLACE FUNCTION public.revise_catalogue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into catalogue_revision (tenant_id, revision)
  values (
    (changed ->> tg_argv[0])::uuid,
    pg_current_xact_id()::text || '/' || extract(epoch from transaction_timestamp())::text)
  on conflict (tenant_id) do update set revision = excluded.revision
    where catalogue_revision.revision <> excluded.revision;
  return null;
end
$function$
;
CREATE OR REPLACE PROCEDURE public.revises_catalogue(IN table_name regclass, IN tenant_column text DEFAULT 'tenant_id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    'create constraint trigger revises_catalogue after insert or update or delete on %s
       deferrable initially deferred for each row execute function revise_catalogue(%L)',
    table_name, tenant_column);
end
$procedure$
;
CREATE OR REPLACE FUNCTION public.series_in_reach(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM appointment WHERE ((appointment.tenant_id = current_tenant_id()) AND (appointment.series_id = series_in_reach.wanted))))
;
CREATE OR REPLACE FUNCTION public.sound_of_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select case when count(*) < 2 then '' else string_agg(heard.sound, ' ' order by heard.sound collate "C") end
  from (
    select public.sound_of_word(words.word) as sound
    from string_to_table(regexp_replace(
      replace(translate(upper(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), '-.,/', '    '), 'ß', 'SS'),
      '[^A-Z ]', '', 'g'), ' ') as words (word)
    where words.word not in ('', 'DR', 'PROF', 'HERR', 'FRAU')
  ) as heard
  where heard.sound <> ''
$function$
;
CREATE OR REPLACE FUNCTION public.sound_of_word(word text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  letters text := replace(replace(replace(replace(word, 'PH', 'F'), 'CX', 'Cx'), 'KX', 'Kx'), 'QX', 'Qx');
begin
  letters := replace(replace(replace(letters, 'DC', '8C'), 'DS', '8S'), 'DZ', '8Z');
  letters := replace(replace(replace(letters, 'TC', '8C'), 'TS', '8S'), 'TZ', '8Z');
  if position('C' in letters) > 0 then
    letters := replace(replace(letters, 'SC', 'S8'), 'ZC', 'Z8');
    letters := regexp_replace(letters, '^C(?=[LR])', '4');
    letters := regexp_replace(letters, 'C(?=[AHKOQUXx])', '4', 'g');
  end if;
  letters := replace(replace(letters, 'x', '8'), 'X', '48');
  letters := translate(letters, 'AEIJOUYBPDTFVWGKQCLMNRSZH', '000000011223334448566788');
  letters := regexp_replace(letters, '(.)\1+', '\1', 'g');
  return left(letters, 1) || replace(substr(letters, 2), '0', '');
end
$function$
;
CREATE OR REPLACE FUNCTION public.spoken_stems(language text, words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN tsvector_to_array(CASE language WHEN 'en'::text THEN to_tsvector('spoken_english'::regconfig, words) ELSE to_tsvector('spoken_german'::regconfig, words) END)
;
CREATE OR REPLACE FUNCTION public.stems_of_questions(language text, questions text[])
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(jsonb_agg(to_jsonb(spoken_stems(stems_of_questions.language, form.question)) ORDER BY form.number), '[]'::jsonb) AS "coalesce" FROM unnest(stems_of_questions.questions) WITH ORDINALITY form(question, number))
;
CREATE OR REPLACE FUNCTION public.sync_entry_in_reach(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM sync_entry WHERE ((sync_entry.tenant_id = current_tenant_id()) AND (sync_entry.id = sync_entry_in_reach.wanted))))
;
CREATE OR REPLACE FUNCTION public.touch_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.updated_at := now();
  return new;
end
$function$
;
CREATE OR REPLACE FUNCTION public.words_of_customer(name text, email text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select distinct left(words.word, 60)
  from regexp_split_to_table(public.fold_text(concat_ws(' ', name, translate(name, '-.,/''()', '       '), email)), '\s+')
    as words (word)
  where words.word <> ''
$function$
;
