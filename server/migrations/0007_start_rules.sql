-- What some businesses ask of the catalogue beyond hours and grids: fixed starts with a limit each, a latest
-- start in working days, a weighted draw among staff, and a question about a note.
-- New columns have constant defaults, so nothing is rewritten; `service` and `qualification` are locked for an
-- instant. The two tables are new.

alter table service
  add column grid_kind text not null default 'window',
  add column latest_working_days integer,
  add column latest_before_minute integer,
  add column assignment text not null default 'first',
  add column ask_note text,
  add constraint service_grid_kind_known check (grid_kind in ('window', 'free', 'clock', 'fixed')),
  add constraint service_assignment_known check (assignment in ('first', 'weighted')),
  add constraint service_latest_start_whole check (num_nonnulls(latest_working_days, latest_before_minute) in (0, 2)),
  add constraint service_latest_start_range check (
    latest_working_days between 0 and 30 and latest_before_minute between 1 and 1440),
  add constraint service_ask_note_length check (length(ask_note) between 1 and 100);
comment on column service.grid_kind is 'window: steps of grid_minutes from the beginning of each working window. free: from the beginning of each free gap. clock: the same, rounded up to the clock. fixed: the rows of service_start and nothing else.';
comment on column service.latest_working_days is 'With latest_before_minute: it must start before that minute of the local day so many working days after today, 0 being today.';
comment on column service.assignment is 'Who is offered when several could: the first in the owner''s order, or drawn by qualification.weight.';
comment on column service.ask_note is 'What a customer is asked for, such as Kennzeichen; goes into the note and may stay unanswered.';

alter table qualification
  add column weight integer not null default 1,
  add constraint qualification_weight_range check (weight between 1 and 1000);
comment on column qualification.weight is 'Share in a weighted draw: 2 is drawn twice as often as 1.';

create table service_start (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  service_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  at_minute integer not null check (at_minute between 0 and 1439),
  most integer not null check (most between 1 and 100),
  primary key (tenant_id, service_id, weekday, at_minute),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
comment on table service_start is 'The only local times at which a service of grid fixed may start.';
comment on column service_start.most is 'How many appointments of the service may begin at this start, however many people are free.';
call protect_tenant_table('service_start');

-- The places of a limited start, each with its number: whoever wants one inserts the first number that is free,
-- and the primary key decides, as allocation_no_overlap does for lanes.
create table capacity_count (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  service_id uuid not null,
  starts_at timestamptz not null,
  number integer not null check (number >= 1),
  hold_id uuid,
  appointment_id uuid,
  primary key (tenant_id, service_id, starts_at, number),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, hold_id) references hold (tenant_id, id) on delete cascade,
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  constraint capacity_count_has_one_owner check (num_nonnulls(hold_id, appointment_id) = 1)
);
call protect_tenant_table('capacity_count');
grant delete on capacity_count to askpro_app;
create index capacity_count_by_hold on capacity_count (tenant_id, hold_id) where hold_id is not null;
create index capacity_count_by_appointment on capacity_count (tenant_id, appointment_id) where appointment_id is not null;
