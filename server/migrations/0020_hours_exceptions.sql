-- What counts instead of the weekly hours on one local date, for the location or for one resource: Christmas Eve until
-- noon, or a Sunday that is open. A new table; nothing is locked.

create table hours_exception (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  location_id uuid not null,
  resource_id uuid,
  local_date date not null,
  windows jsonb not null,
  reason text,
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint hours_exception_windows_listed check (jsonb_typeof(windows) = 'array'),
  constraint hours_exception_reason_length check (length(reason) between 1 and 500),
  constraint hours_exception_removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
create unique index hours_exception_once on hours_exception (tenant_id, location_id, resource_id, local_date)
  nulls not distinct where removed_at is null;
create index hours_exception_by_date on hours_exception (tenant_id, local_date, id);
comment on column hours_exception.windows is 'Sorted [{"fromMinute", "toMinute"}] of wall time; empty: closed.';
comment on column hours_exception.removed_at is 'Taken back: the weekly hours count again.';
call protect_tenant_table('hours_exception');
