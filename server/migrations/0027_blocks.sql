-- Blocked time that repeats, and the appointments it collides with. New tables; closure is locked for an instant for a
-- null column more. Appointments that lay in blocked time before are not entered: they were named in the answers then.

create table closure_series (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  rule text not null,
  dtstart text not null,
  zone text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on column closure_series.dtstart is 'Wall time in the zone, without an offset, of the first one: nine o''clock stays nine o''clock.';
call protect_tenant_table('closure_series');

alter table closure
  add column series_id uuid,
  add constraint closure_of_series foreign key (tenant_id, series_id) references closure_series (tenant_id, id);
create index closure_by_series on closure (tenant_id, series_id, starts_at) where series_id is not null;

create table block_collision (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  appointment_id uuid not null,
  closure_id uuid,
  absence_id uuid,
  found_at timestamptz not null default now(),
  kept_at timestamptz,
  kept_by text,
  kept_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  foreign key (tenant_id, closure_id) references closure (tenant_id, id),
  foreign key (tenant_id, absence_id) references absence (tenant_id, id),
  constraint block_collision_once unique nulls not distinct (tenant_id, appointment_id, closure_id, absence_id),
  constraint block_collision_has_one_block check (num_nonnulls(closure_id, absence_id) = 1),
  constraint block_collision_kept_whole check (num_nonnulls(kept_at, kept_by, kept_reason) in (0, 3)),
  constraint block_collision_reason_length check (length(kept_reason) between 1 and 500)
);
create index block_collision_by_time on block_collision (tenant_id, found_at desc, id desc);
create index block_collision_by_closure on block_collision (tenant_id, closure_id) where closure_id is not null;
create index block_collision_by_absence on block_collision (tenant_id, absence_id) where absence_id is not null;
comment on table block_collision is 'An appointment that lay in blocked time when that was entered. Moved or cancelled it collides no more; kept, somebody said why.';
call protect_tenant_table('block_collision');
