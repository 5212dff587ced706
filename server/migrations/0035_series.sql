-- Appointments made by one rule. New tables, and null columns more with an index over the few rows that have them:
-- appointment, appointment_change and message are locked for an instant, and the writers of appointment wait while its
-- rows are looked through once (about a second for a million).

create table series (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  rrule text not null,
  dtstart text not null,
  zone text not null,
  exceptions text[] not null default '{}',
  service_id uuid not null,
  customer_id uuid not null,
  resource_id uuid,
  attendee_name text not null,
  source text not null,
  call_id uuid,
  created_by text not null,
  idempotency_key text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, resource_id) references staff_member (tenant_id, resource_id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint series_once unique (tenant_id, idempotency_key),
  constraint series_attendee_length check (length(attendee_name) between 1 and 200),
  constraint series_source_known check (source in ('phone', 'web', 'api', 'staff'))
);
comment on column series.dtstart is 'Wall time in the zone, without an offset, of the first one: nine o''clock stays nine o''clock. Rule and first one are those from the last change on; what they were before is in series_change.';
comment on column series.exceptions is 'Wall times that the rule names and at which nothing was booked.';
comment on column series.resource_id is 'The person asked for; null: anybody.';
create index series_by_customer on series (tenant_id, customer_id);
create index series_by_time on series (tenant_id, created_at desc, id desc);
create trigger series_touch before update on series for each row execute function touch_updated_at();
call protect_tenant_table('series');

create table series_change (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  series_id uuid not null,
  kind text not null,
  scope text,
  actor text not null,
  before jsonb,
  after jsonb not null,
  reason text,
  undoes uuid,
  at timestamptz not null,
  request_id text,
  primary key (tenant_id, id),
  foreign key (tenant_id, series_id) references series (tenant_id, id),
  foreign key (tenant_id, undoes) references series_change (tenant_id, id),
  constraint series_change_kind_known check (kind in ('booked', 'moved', 'cancelled', 'undone')),
  constraint series_change_scope_known check (scope in ('following', 'all')),
  constraint series_change_undone_once unique (tenant_id, undoes),
  constraint series_change_undoes check ((kind = 'undone') = (undoes is not null)),
  constraint series_change_reason_length check (length(reason) <= 500)
);
comment on table series_change is 'What was done to a series as a whole; what it did to each appointment is in appointment_change.';
create index series_change_by_series on series_change (tenant_id, series_id, at);
call protect_tenant_table('series_change');
revoke update on series_change from askpro_app;

alter table appointment
  add column series_id uuid,
  add column series_start timestamptz,
  add constraint appointment_of_series foreign key (tenant_id, series_id) references series (tenant_id, id),
  add constraint appointment_series_whole check ((series_id is null) = (series_start is null));
comment on column appointment.series_start is 'Where the rule of its series has it. It starts elsewhere: it was moved alone, and the series does not move it.';
create unique index appointment_once_per_occurrence on appointment (tenant_id, series_id, series_start) where series_id is not null;

alter table appointment_change
  add column series_change_id uuid,
  add constraint appointment_change_of_series foreign key (tenant_id, series_change_id) references series_change (tenant_id, id);
create index appointment_change_by_series on appointment_change (tenant_id, series_change_id) where series_change_id is not null;

alter table message
  add column series_id uuid,
  add constraint message_about_series foreign key (tenant_id, series_id) references series (tenant_id, id);
create index message_by_series on message (tenant_id, series_id) where series_id is not null;
