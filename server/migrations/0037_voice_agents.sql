-- The receptionist as a hosted agent at a voice provider: its definition in versions, and how a version goes live.
-- New tables only; no locks to wait for.

create table voice_agent (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  connection_id uuid not null references voice_connection (id),
  external_id text,
  drift jsonb,
  drift_checked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint voice_agent_one unique (tenant_id),
  constraint voice_agent_drift_has_time check (drift is null or drift_checked_at is not null)
);
comment on column voice_agent.external_id is 'The agent at the provider; null until it was made there.';
comment on column voice_agent.drift is 'What was found at the provider otherwise than published, at drift_checked_at.';
call protect_tenant_table('voice_agent');
create trigger voice_agent_touch before update on voice_agent for each row execute function touch_updated_at();

create table agent_version (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  agent_id uuid not null,
  number integer not null,
  state text not null default 'draft',
  revision integer not null default 1,
  definition jsonb not null,
  rendered jsonb,
  published_hash text,
  read_back_hash text,
  external_version integer,
  external_llm_id text,
  made_by text not null,
  published_at timestamptz,
  live_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references voice_agent (tenant_id, id),
  constraint agent_version_number_once unique (tenant_id, agent_id, number),
  constraint agent_version_state_known check (state in ('draft', 'published', 'live', 'retired')),
  constraint agent_version_published_is_read_back check (
    state = 'draft' or (rendered is not null and published_hash is not null and read_back_hash is not null
      and external_version is not null and published_hash = read_back_hash)),
  constraint agent_version_live_since check (state <> 'live' or live_at is not null)
);
comment on column agent_version.rendered is 'What the provider is given, with names in place of addresses that are secrets and of ids that it gives itself.';
comment on column agent_version.revision is 'Counts the changes of a draft.';
call protect_tenant_table('agent_version');
create trigger agent_version_touch before update on agent_version for each row execute function touch_updated_at();
create unique index agent_version_one_draft on agent_version (tenant_id, agent_id) where state = 'draft';
create unique index agent_version_one_live on agent_version (tenant_id, agent_id) where state = 'live';
create index agent_version_by_time on agent_version (tenant_id, created_at desc, id desc);

-- The way of one version to the callers. Where it stands is written after every step, so that whoever is killed in one
-- is followed by somebody who goes on there.
create table agent_publication (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  agent_id uuid not null,
  version_id uuid not null,
  previous_version_id uuid,
  state text not null default 'running',
  step text not null,
  bindings jsonb,
  reason text,
  detail text,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agent_id) references voice_agent (tenant_id, id),
  foreign key (tenant_id, version_id) references agent_version (tenant_id, id),
  foreign key (tenant_id, previous_version_id) references agent_version (tenant_id, id),
  constraint agent_publication_state_known check (state in ('running', 'turning_back', 'live', 'rolled_back')),
  constraint agent_publication_step_known check (step in ('llm', 'draft', 'publish', 'read_back', 'bind', 'check')),
  constraint agent_publication_over_has_end check ((state in ('live', 'rolled_back')) = (ended_at is not null)),
  constraint agent_publication_turned_has_reason check ((state in ('turning_back', 'rolled_back')) = (reason is not null)),
  constraint agent_publication_undoes_what_it_knows check (state <> 'turning_back' or bindings is not null)
);
comment on column agent_publication.bindings is 'How the numbers were bound before the first of them was changed; null: none was touched.';
call protect_tenant_table('agent_publication');
create unique index agent_publication_one_at_a_time on agent_publication (tenant_id, agent_id) where ended_at is null;
create index agent_publication_by_time on agent_publication (tenant_id, started_at desc, id desc);

create table agent_publication_step (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  publication_id uuid not null,
  position integer not null,
  step text not null,
  outcome text not null,
  detail text,
  at timestamptz not null,
  primary key (tenant_id, publication_id, position),
  foreign key (tenant_id, publication_id) references agent_publication (tenant_id, id),
  constraint agent_publication_step_outcome_known check (outcome in ('done', 'failed', 'turned_back', 'undone'))
);
call protect_tenant_table('agent_publication_step');
