-- What callers asked for and did not get, and who calls back whom: wishes, and callback requests that are assigned to
-- somebody and escalate.
-- The new columns have constant defaults or are null, so nothing is rewritten and the table is locked for an instant.

create table wish (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  call_id uuid not null,
  service_id uuid,
  wanted_when text,
  wanted_staff text,
  name text,
  phone_e164 text,
  state text not null default 'open',
  settled_at timestamptz,
  settled_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references call (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  constraint wish_once unique nulls not distinct (tenant_id, call_id, service_id),
  constraint wish_state_known check (state in ('open', 'done', 'dropped')),
  constraint wish_settled_by_somebody check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by is null))
);
comment on table wish is 'A caller asked for times and took none. Nobody owes them anything; it tells what is missing.';
call protect_tenant_table('wish');
create trigger wish_touch before update on wish for each row execute function touch_updated_at();
create index wish_by_time on wish (tenant_id, created_at desc, id desc);

alter table callback_request
  add column assigned_to uuid,
  add column priority text not null default 'normal',
  add column escalated_at timestamptz,
  add constraint callback_request_assigned_to_somebody foreign key (tenant_id, assigned_to) references resource (tenant_id, id),
  add constraint callback_request_priority_known check (priority in ('normal', 'high')),
  add constraint callback_request_escalated_is_high check (escalated_at is null or priority = 'high');
comment on column callback_request.escalated_at is 'When it was found overdue, which raised its priority.';
create index callback_request_due on callback_request (due_at) where state = 'open' and escalated_at is null;
