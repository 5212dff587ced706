-- Appointments can be moved, cancelled, kept as requests and given an outcome, by rules that a business sets for
-- itself, its places, its services and its people.
-- New columns are null or have constant defaults, so nothing is rewritten; `service`, `appointment` and
-- `appointment_change` are locked for an instant, the last one while its rows are read once (under a second for a
-- million), `message` likewise. The index holds back writes to `appointment` for about a second for a million rows.

create table policy (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  scope text not null check (scope in ('tenant', 'location', 'service', 'staff')),
  location_id uuid,
  service_id uuid,
  resource_id uuid,
  kind text not null check (kind in ('cancel', 'move')),
  rules jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint policy_names_its_scope check (
    (location_id is not null) = (scope = 'location')
    and (service_id is not null) = (scope = 'service')
    and (resource_id is not null) = (scope = 'staff')),
  constraint policy_rules_are_an_object check (jsonb_typeof(rules) = 'object'),
  constraint policy_once unique nulls not distinct (tenant_id, kind, location_id, service_id, resource_id)
);
comment on table policy is 'What customers may do with their appointments. A rule that a narrower scope does not name is inherited: tenant, location, service, staff.';
comment on column policy.rules is 'Checked by the schema in scheduling/domain/policy-rules.ts when written and when read.';
call protect_tenant_table('policy');
create trigger policy_touch before update on policy for each row execute function touch_updated_at();
-- A policy taken back has no effect any more; each change keeps the rules it was made by.
grant delete on policy to askpro_app;

alter table service add column needs_confirmation boolean not null default false;
comment on column service.needs_confirmation is 'Appointments begin as requested: they keep their place until a person confirms or declines.';

alter table appointment
  add column moves integer not null default 0,
  add constraint appointment_moves_counted check (moves >= 0);
comment on column appointment.moves is 'How often it was moved; a move taken back does not count.';
create index appointment_by_contact_phone on appointment (tenant_id, contact_phone, starts_at)
  where contact_phone is not null;

alter table appointment_change
  add column policy jsonb,
  add column fee_minor integer,
  add column fee_currency text,
  add column reason text,
  add column undoes uuid,
  add constraint appointment_change_undoes foreign key (tenant_id, undoes) references appointment_change (tenant_id, id),
  add constraint appointment_change_undone_once unique (tenant_id, undoes),
  add constraint appointment_change_fee_whole check (num_nonnulls(fee_minor, fee_currency) in (0, 2)),
  add constraint appointment_change_fee_positive check (fee_minor > 0),
  add constraint appointment_change_reason_length check (length(reason) <= 500),
  drop constraint appointment_change_kind_check,
  add constraint appointment_change_kind_check check (kind in (
    'booked', 'attendee_corrected', 'contact_completed', 'moved', 'cancelled', 'checked_in', 'completed', 'no_show',
    'undone', 'confirmed', 'declined'));
comment on column appointment_change.policy is 'By which rules it was allowed, with what result: free, fee or overridden.';
comment on column appointment_change.undoes is 'The change that this one took back.';

-- The place of an appointment that moves is replaced; where it was stays in its change.
grant delete on appointment_segment to askpro_app;

-- What was to be sent and is no longer so.
alter table message
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sent', 'failed', 'not_configured', 'no_address', 'superseded'));
