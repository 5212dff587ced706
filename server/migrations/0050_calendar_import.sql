-- What of Cal.com a person took over: who and what of ours its hosts and event types are, how both sides stood when
-- somebody looked last, and a record of each taking over. New tables, so nobody waits for their locks.

create table calendar_import_match (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  connection_id uuid not null,
  external text not null,
  service_id uuid,
  resource_id uuid,
  their_fields text[] not null default '{}',
  their_values jsonb not null default '{}',
  our_values jsonb not null default '{}',
  matched_at timestamptz not null,
  primary key (tenant_id, connection_id, external),
  foreign key (tenant_id, connection_id) references calendar_connection (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  constraint calendar_import_match_of_one check (num_nonnulls(service_id, resource_id) = 1)
);
comment on column calendar_import_match.external is 'An event type (event_type/101) or a host (host/7).';
comment on column calendar_import_match.their_fields is 'Fields of the service that belong to Cal.com.';
comment on column calendar_import_match.their_values is 'How it was there when somebody took something over; our_values: how it was here after that.';
call protect_tenant_table('calendar_import_match');

create table calendar_import (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  connection_id uuid not null,
  actor text not null,
  applied_at timestamptz not null,
  changes jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, connection_id) references calendar_connection (tenant_id, id),
  constraint calendar_import_changed_something check (jsonb_array_length(changes) > 0)
);
comment on column calendar_import.changes is 'What became of whom, with the values before and after.';
call protect_tenant_table('calendar_import');
create index calendar_import_newest on calendar_import (tenant_id, connection_id, applied_at desc, id desc);
