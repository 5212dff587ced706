-- How Cal.com's free times differ from ours, one row for each link to an event type, and what is kept there out of
-- courtesy while somebody keeps a time here. New tables, so nobody waits for their locks.

create table calendar_drift (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  link_id uuid not null,
  service_id uuid,
  state text not null,
  compared_at timestamptz not null,
  window_start timestamptz not null,
  window_end timestamptz not null,
  agreeing integer not null default 0,
  differences jsonb not null default '[]',
  problem text,
  primary key (tenant_id, link_id),
  foreign key (tenant_id, link_id) references calendar_link (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  constraint calendar_drift_state_known check (state in ('compared', 'not_comparable', 'failed')),
  constraint calendar_drift_window_forward check (window_start < window_end),
  constraint calendar_drift_agreeing_counts check (agreeing >= 0)
);
comment on column calendar_drift.differences is 'Starts that only one side offers, by side and reason: how many, and the first of them.';
call protect_tenant_table('calendar_drift');

-- A hold is gone when it is over, so nothing refers to it: whatever is here without one is given up over there.
create table calendar_reservation (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  hold_id uuid not null,
  link_id uuid not null,
  external_id text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hold_id, link_id),
  foreign key (tenant_id, link_id) references calendar_link (tenant_id, id)
);
comment on column calendar_reservation.expires_at is 'When the provider forgets it by itself.';
call protect_tenant_table('calendar_reservation');
grant delete on calendar_reservation to askpro_app;
