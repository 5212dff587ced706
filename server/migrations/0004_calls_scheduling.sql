-- Calls, and the scheduling core with the constraint that forbids double bookings. Empty database; no locks.

create table call (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  connection_id uuid not null references voice_connection (id),
  provider text not null check (provider in ('retell', 'browser')),
  provider_call_id text not null,
  location_id uuid not null,
  direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
  caller_e164 text,
  called_e164 text not null,
  customer_id uuid,
  state text not null default 'ongoing' check (state in ('ongoing', 'ended', 'not_connected', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  disconnection_reason text,
  disclosed_at timestamptz,
  cost_cents_hundredths integer,
  transcript jsonb,
  recording_url text,
  analysis jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  constraint call_provider_once unique (tenant_id, connection_id, provider_call_id)
);
comment on column call.caller_e164 is 'Null: the number was withheld.';
comment on column call.cost_cents_hundredths is 'US cents times 100, as the provider reports fractions of cents.';
call protect_tenant_table('call');
create trigger call_touch before update on call for each row execute function touch_updated_at();
create index call_by_start on call (tenant_id, started_at desc, id desc);

create table call_event (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('webhook', 'inbound', 'tool', 'turn', 'message')),
  name text not null,
  arguments jsonb,
  result jsonb,
  took_ms double precision,
  request_id text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id)
);
call protect_tenant_table('call_event');
create index call_event_by_call on call_event (tenant_id, call_id, at, id);

-- What was achieved in a call, written in the transaction that achieved it. The outcome is derived from these.
create table call_fact (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid not null,
  kind text not null check (kind in (
    'booked', 'moved', 'cancelled', 'waitlist', 'callback', 'transferred', 'answered', 'wish', 'emergency')),
  entity_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint call_fact_once unique nulls not distinct (tenant_id, call_id, kind, entity_id)
);
call protect_tenant_table('call_fact');

create table callback_request (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid,
  reason text not null,
  wanted_when text,
  due_at timestamptz not null,
  name text,
  phone_e164 text,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id)
);
call protect_tenant_table('callback_request');
create trigger callback_request_touch before update on callback_request for each row execute function touch_updated_at();
create index callback_request_open on callback_request (tenant_id, due_at) where state = 'open';

create table appointment (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  reference text not null,
  location_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  customer_id uuid not null,
  attendee_name text not null,
  state text not null check (state in ('requested', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  price_minor integer not null,
  currency text not null,
  source text not null check (source in ('phone', 'web', 'api', 'staff')),
  call_id uuid,
  contact_phone text,
  contact_email text,
  note text,
  version integer not null default 1,
  idempotency_key text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, service_id, service_version) references service_version (tenant_id, service_id, version),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint appointment_forward check (starts_at < ends_at),
  constraint appointment_idempotent unique (tenant_id, idempotency_key),
  constraint appointment_reference_unique unique (tenant_id, reference),
  constraint appointment_attendee_length check (length(attendee_name) between 1 and 200),
  constraint appointment_note_length check (length(note) <= 2000)
);
comment on column appointment.contact_email is 'Where this appointment is confirmed to; what the customer gave for it, which may differ from their record.';
call protect_tenant_table('appointment');
create trigger appointment_touch before update on appointment for each row execute function touch_updated_at();
create index appointment_by_start on appointment (tenant_id, starts_at, id);
create index appointment_by_customer on appointment (tenant_id, customer_id, starts_at);
create index appointment_by_call on appointment (tenant_id, call_id) where call_id is not null;

create table appointment_segment (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  appointment_id uuid not null,
  position integer not null,
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant_id, appointment_id, position, resource_id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint appointment_segment_forward check (starts_at < ends_at)
);
call protect_tenant_table('appointment_segment');

-- Every change of an appointment, never updated.
create table appointment_change (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  appointment_id uuid not null,
  kind text not null check (kind in ('booked', 'attendee_corrected')),
  actor text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id)
);
call protect_tenant_table('appointment_change');
revoke update on appointment_change from askpro_app;
create index appointment_change_by_appointment on appointment_change (tenant_id, appointment_id, at);

create table hold (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  slot_key text not null,
  holder text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint hold_once_per_holder unique (tenant_id, holder, slot_key)
);
comment on column hold.holder is 'call:<id> or api:<id of the hold>: who may turn it into an appointment.';
comment on column hold.slot_key is 'Service, version, start and resources: what the slot token stood for.';
call protect_tenant_table('hold');
grant delete on hold to askpro_app;
create index hold_by_expiry on hold (tenant_id, expires_at);

-- Who or what is taken when: the one table that decides. Half-open ranges; processing gaps are not in here.
create table allocation (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  resource_id uuid not null,
  lane integer not null check (lane >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  hold_id uuid,
  appointment_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, hold_id) references hold (tenant_id, id) on delete cascade,
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  constraint allocation_forward check (starts_at < ends_at),
  -- Lets a query bound starts_at from below, so that an index answers "what overlaps this range".
  constraint allocation_at_most_a_day check (ends_at <= starts_at + interval '24 hours'),
  constraint allocation_has_one_owner check (num_nonnulls(hold_id, appointment_id) = 1),
  constraint allocation_no_overlap exclude using gist
    (tenant_id with =, resource_id with =, lane with =, during with &&)
);
comment on column allocation.during is 'Only the constraint reads it. Queries use starts_at and ends_at: under row-level security an index on a range cannot be used, because its operators are not leakproof.';
call protect_tenant_table('allocation');
grant delete on allocation to askpro_app;
create index allocation_by_resource on allocation (tenant_id, resource_id, starts_at);
create index allocation_by_appointment on allocation (tenant_id, appointment_id) where appointment_id is not null;
create index allocation_by_hold on allocation (tenant_id, hold_id) where hold_id is not null;

-- Answers of tools that had an effect; asked again, the same answer is given.
create table tool_receipt (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  call_id uuid not null,
  tool text not null,
  key text not null,
  answer jsonb not null,
  entity_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, call_id, tool, key),
  foreign key (tenant_id, call_id) references call (tenant_id, id)
);
call protect_tenant_table('tool_receipt');

-- Where a conversation stands between two utterances.
create table dialogue_state (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  call_id uuid not null,
  state jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, call_id),
  foreign key (tenant_id, call_id) references call (tenant_id, id)
);
call protect_tenant_table('dialogue_state');
create trigger dialogue_state_touch before update on dialogue_state for each row execute function touch_updated_at();

create table message (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  class text not null check (class in ('transactional', 'service', 'marketing')),
  kind text not null,
  channel text not null check (channel in ('email')),
  recipient text,
  subject text,
  state text not null check (state in ('queued', 'sent', 'failed', 'not_configured', 'no_address')),
  reason text,
  provider_id text,
  attempts integer not null default 0,
  appointment_id uuid,
  call_id uuid,
  subject_key text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  constraint message_once unique (tenant_id, kind, channel, subject_key)
);
comment on column message.subject_key is 'What the message is about, such as <appointment>/<version>: nothing is said twice.';
call protect_tenant_table('message');
create trigger message_touch before update on message for each row execute function touch_updated_at();
create index message_by_appointment on message (tenant_id, appointment_id) where appointment_id is not null;
create index message_by_call on message (tenant_id, call_id) where call_id is not null;
