-- People who wait for a place, and what was offered to them: until now a caller who found nothing free could only be
-- called back. New tables; message is locked for an instant for a null column more.

create table waitlist_entry (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
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
  state text not null default 'waiting',
  last_ends_at timestamptz not null,
  idempotency_key text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint waitlist_entry_once unique (tenant_id, idempotency_key),
  constraint waitlist_entry_attendee_length check (length(attendee_name) between 1 and 200),
  constraint waitlist_entry_note_length check (length(note) <= 2000),
  constraint waitlist_entry_source_known check (source in ('phone', 'web', 'api', 'staff')),
  constraint waitlist_entry_state_known check (state in ('waiting', 'booked', 'withdrawn', 'lapsed')),
  constraint waitlist_entry_ended check ((state = 'waiting') = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
create index waitlist_entry_waiting on waitlist_entry (tenant_id, service_id, created_at) where state = 'waiting';
create index waitlist_entry_by_time on waitlist_entry (tenant_id, created_at desc, id desc);
create index waitlist_entry_by_customer on waitlist_entry (tenant_id, customer_id);
create trigger waitlist_entry_touch before update on waitlist_entry for each row execute function touch_updated_at();
comment on column waitlist_entry.last_ends_at is 'The end of the last window: who waits no longer than that lapses.';
comment on column waitlist_entry.state is 'lapsed: the windows are over, or three offers were left unanswered.';
call protect_tenant_table('waitlist_entry');

create table waitlist_window (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  entry_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant_id, entry_id, starts_at),
  foreign key (tenant_id, entry_id) references waitlist_entry (tenant_id, id),
  constraint waitlist_window_forward check (starts_at < ends_at)
);
comment on table waitlist_window is 'When the place should start.';
call protect_tenant_table('waitlist_window');
grant delete on waitlist_window to askpro_app;

create table waitlist_staff (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  entry_id uuid not null,
  resource_id uuid not null,
  primary key (tenant_id, entry_id, resource_id),
  foreign key (tenant_id, entry_id) references waitlist_entry (tenant_id, id),
  foreign key (tenant_id, resource_id) references staff_member (tenant_id, resource_id)
);
comment on table waitlist_staff is 'Whom it should be with; nobody named: anybody.';
call protect_tenant_table('waitlist_staff');
grant delete on waitlist_staff to askpro_app;

create table waitlist_offer (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  entry_id uuid not null,
  resource_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  hold_id uuid not null,
  token text not null,
  state text not null default 'open',
  offered_at timestamptz not null,
  deadline_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  appointment_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references waitlist_entry (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  constraint waitlist_offer_start_once unique (tenant_id, entry_id, starts_at),
  constraint waitlist_offer_state_known check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  constraint waitlist_offer_answered check ((state = 'open') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  constraint waitlist_offer_booked check ((state = 'accepted') = (appointment_id is not null)),
  constraint waitlist_offer_forward check (starts_at < ends_at and offered_at < deadline_at)
);
create unique index waitlist_offer_one_open on waitlist_offer (tenant_id, entry_id) where state = 'open';
create index waitlist_offer_overdue on waitlist_offer (tenant_id, deadline_at) where state = 'open';
comment on column waitlist_offer.resource_id is 'Who does it.';
comment on column waitlist_offer.hold_id is 'What keeps the place until the deadline; gone when it was answered.';
comment on constraint waitlist_offer_start_once on waitlist_offer is 'A start that somebody did not want is not offered to them again.';
call protect_tenant_table('waitlist_offer');

alter table message
  add column waitlist_offer_id uuid,
  add constraint message_about_offer foreign key (tenant_id, waitlist_offer_id) references waitlist_offer (tenant_id, id);
create index message_by_waitlist_offer on message (tenant_id, waitlist_offer_id) where waitlist_offer_id is not null;
