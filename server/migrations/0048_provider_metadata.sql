-- What providers of calendars say of accounts, kept for a while so that fewer requests are spent on it. A new table, so
-- nobody waits for its locks.

create table provider_metadata (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  connection_id uuid not null,
  kind text not null,
  value jsonb not null,
  fetched_at timestamptz not null,
  expires_at timestamptz not null,
  hits bigint not null default 0,
  misses bigint not null default 0,
  primary key (tenant_id, connection_id, kind),
  foreign key (tenant_id, connection_id) references calendar_connection (tenant_id, id),
  constraint provider_metadata_kind_known check (kind in ('event_types', 'targets')),
  constraint provider_metadata_expires_later check (fetched_at < expires_at)
);
comment on column provider_metadata.hits is 'How often it was found; misses: how often somebody looked who had to ask.';
call protect_tenant_table('provider_metadata');
grant delete on provider_metadata to askpro_app;
