-- What following one request and changing the catalogue over REST need: the request id on changes of appointments and
-- on messages, versions against stale writes, blocked time that is taken back instead of deleted, and who settled a
-- callback request.
-- New columns are null or have constant defaults, so nothing is rewritten and each table is locked for an instant.
-- The indexes hold back writes to their tables, about a second for a million rows.

alter table appointment_change add column request_id text;
alter table message add column request_id text;
create index appointment_change_by_request on appointment_change (tenant_id, request_id) where request_id is not null;
create index message_by_request on message (tenant_id, request_id) where request_id is not null;
create index inbox_by_request on inbox (resolved_tenant_id, request_id) where resolved_tenant_id is not null;
create index call_event_by_request on call_event (tenant_id, request_id);

alter table tenant add column version integer not null default 1;
alter table location add column version integer not null default 1;
alter table resource add column version integer not null default 1;
alter table customer add column version integer not null default 1;
comment on column location.version is 'Grows with each change of the row or of its weekly hours.';
comment on column resource.version is 'Grows with each change of the row, of its weekly hours or of what it is qualified for.';

alter table closure
  add column created_by text,
  add column removed_at timestamptz,
  add column removed_by text,
  add constraint closure_removed_by_somebody check ((removed_at is null) = (removed_by is null)),
  add constraint closure_reason_length check (length(reason) <= 500);
comment on column closure.removed_at is 'Taken back, and blocks nothing; kept so that it can be restored.';
create index closure_by_start on closure (tenant_id, starts_at, id);

alter table callback_request
  add column settled_at timestamptz,
  add column settled_by text;
create index callback_request_by_due on callback_request (tenant_id, due_at, id);

create index customer_by_creation on customer (tenant_id, created_at desc, id desc);

-- Weekly hours, qualifications and numbers of a customer are replaced as a whole; none of them is referred to.
grant delete on hours_rule, qualification, customer_phone to askpro_app;
