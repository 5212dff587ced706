-- Tenants, their places and numbers, the accounts at voice providers, API keys. Empty database; no locks.

create table tenant (
  id uuid primary key,
  slug text not null,
  name text not null,
  sector text not null check (sector in ('salon', 'health', 'garage', 'consulting', 'other')),
  time_zone text not null,
  locale text not null,
  region text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_slug_unique unique (slug),
  constraint tenant_slug_form check (slug ~ '^[a-z][a-z0-9-]{1,62}$')
);
comment on column tenant.region is 'Country and state for public holidays, such as DE-BE.';
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_only on tenant to askpro_app using (id = current_tenant_id()) with check (id = current_tenant_id());
create policy system_reads on tenant for select to askpro_system using (true);
grant select, insert, update on tenant to askpro_app;
grant select on tenant to askpro_system;
create trigger tenant_touch before update on tenant for each row execute function touch_updated_at();

create table location (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  name text not null,
  time_zone text not null,
  address text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
call protect_tenant_table('location');
create trigger location_touch before update on location for each row execute function touch_updated_at();

-- An account at a voice provider. Without tenant_id it belongs to the platform; its keys come from the
-- configuration or are sealed here.
create table voice_connection (
  id uuid primary key,
  slug text not null,
  owner_tenant_id uuid references tenant (id),
  provider text not null check (provider in ('retell', 'browser')),
  sealed_keys text,
  created_at timestamptz not null default now(),
  constraint voice_connection_slug_unique unique (slug)
);
comment on column voice_connection.sealed_keys is 'JSON list of accepted keys, sealed; null: from the configuration (platform) or none.';
grant select, insert, update on voice_connection to askpro_system;

create table phone_number (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  e164 text not null,
  location_id uuid not null,
  connection_id uuid not null references voice_connection (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  constraint phone_number_unique unique (e164),
  constraint phone_number_e164 check (e164 ~ '^\+[1-9][0-9]{6,14}$')
);
call protect_tenant_table('phone_number');
create trigger phone_number_touch before update on phone_number for each row execute function touch_updated_at();

create table api_key (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  prefix text not null,
  hash text not null,
  scopes text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint api_key_prefix_unique unique (prefix),
  constraint api_key_scopes_known check (scopes <@ array['all', 'read', 'write'] and cardinality(scopes) > 0)
);
comment on column api_key.hash is 'Keyed hash of the whole key; the key itself is shown once and kept nowhere.';
call protect_tenant_table('api_key');

-- Answers of POST requests, replayed when the same Idempotency-Key comes again within 24 hours.
create table http_idempotency (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, key),
  constraint http_idempotency_key_length check (length(key) <= 255)
);
call protect_tenant_table('http_idempotency');
grant delete on http_idempotency to askpro_app;
