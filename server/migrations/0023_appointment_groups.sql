-- Appointments that were booked together, all or none: several services in one visit, or several people.
-- A null column more and an index over the few rows that have it: appointment is locked for an instant, and its writers
-- wait while its rows are looked through once (about a second for a million).

create table appointment_group (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  actor text not null,
  idempotency_key text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint appointment_group_once unique (tenant_id, idempotency_key)
);
call protect_tenant_table('appointment_group');

alter table appointment
  add column group_id uuid,
  add constraint appointment_group_of foreign key (tenant_id, group_id) references appointment_group (tenant_id, id);
create index appointment_by_group on appointment (tenant_id, group_id, starts_at) where group_id is not null;
