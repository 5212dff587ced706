-- Where a location puts callers through to, and when somebody picks up there.
-- A new column without a default and a new table: nothing is rewritten, `location` is locked for an instant.

alter table location
  add column transfer_e164 text,
  add constraint location_transfer_e164 check (transfer_e164 ~ '^\+[1-9][0-9]{6,14}$');
comment on column location.transfer_e164 is 'Null: nobody is put through.';

create table transfer_hours (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  location_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440),
  primary key (tenant_id, location_id, weekday, from_minute),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  constraint transfer_hours_forward check (from_minute < to_minute)
);
comment on table transfer_hours is 'When somebody picks up at transfer_e164, in the location''s wall time. Public holidays and blocked time are not in here.';
call protect_tenant_table('transfer_hours');
grant delete on transfer_hours to askpro_app;
