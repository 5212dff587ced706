-- Ranges in which a person or a room is busy elsewhere, mirrored from a source outside. Offers and bookings read them
-- as they read allocations. A new table; nothing is locked.

create table external_busy (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  resource_id uuid not null,
  source text not null,
  external_key text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (tenant_id, resource_id, source, external_key),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint external_busy_forward check (starts_at < ends_at),
  constraint external_busy_source_length check (length(source) between 1 and 200),
  constraint external_busy_key_length check (length(external_key) between 1 and 1100)
);
create index external_busy_by_time on external_busy (tenant_id, resource_id, ends_at);
comment on table external_busy is 'A mirror: each source replaces its ranges of a resource as a whole. Blocks every lane.';
comment on column external_busy.source is 'Who says so, such as calendar:<id of the link>.';
comment on column external_busy.external_key is 'What the source calls the range; unique per source and resource.';
comment on column external_busy.seen_at is 'When the source last said so: the age of the mirror.';
call protect_tenant_table('external_busy');
grant delete on external_busy to askpro_app;
