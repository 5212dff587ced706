-- Roles and API keys for single locations (ADR 0034): which locations a member, an invitation or a key is limited to,
-- and policies that let a transaction with the setting app.location_ids see those and no other. Nobody is limited yet.
-- Adding a policy takes a short exclusive lock of its table, and so does the unique constraint of membership, a table
-- of few rows; nothing is rewritten.

-- No row of somebody: all locations. Locations are never deleted, so nobody's last row goes by itself.
alter table membership add constraint membership_with_role unique (tenant_id, user_id, role);
create table membership_location (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  user_id uuid not null,
  location_id uuid not null,
  role text not null,
  primary key (tenant_id, user_id, location_id),
  constraint membership_location_of_member foreign key (tenant_id, user_id, role)
    references membership (tenant_id, user_id, role) on update cascade on delete cascade,
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  constraint membership_location_not_of_owners check (role <> 'owner')
);
comment on column membership_location.role is 'Follows the membership, so that no owner can be limited.';
call protect_tenant_table('membership_location');
grant delete on membership_location to askpro_app;
call audit_table('membership_location');

create table invitation_location (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  invitation_id uuid not null,
  location_id uuid not null,
  primary key (tenant_id, invitation_id, location_id),
  foreign key (tenant_id, invitation_id) references invitation (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id)
);
call protect_tenant_table('invitation_location');
revoke update on invitation_location from askpro_app;
call audit_table('invitation_location');

create table api_key_location (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  api_key_id uuid not null,
  location_id uuid not null,
  primary key (tenant_id, api_key_id, location_id),
  foreign key (tenant_id, api_key_id) references api_key (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id)
);
call protect_tenant_table('api_key_location');
revoke update on api_key_location from askpro_app;
call audit_table('api_key_location');

-- The setting is an array's text, '{}' too; unset or empty: all locations. Written as an inequality because the
-- planner takes it for true, and so plans as if the policy were not there.
create function at_all_locations() returns boolean
  language sql stable parallel safe
  return coalesce(left(current_setting('app.location_ids', true), 1), '') <> '{';

-- The planner evaluates it for an estimate even where the setting is empty, as on a pooled connection afterwards.
create function location_in_reach(location uuid) returns boolean
  language sql stable parallel safe
  return location = any (nullif(current_setting('app.location_ids', true), '')::uuid[]);

-- Whose location is that of something else. The policies of that other table decide what is there. Not inlined,
-- because they look into a table: who is not limited plans and runs nothing of it.
create function resource_in_reach(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (select from resource where resource.tenant_id = current_tenant_id() and resource.id = wanted);
create function appointment_in_reach(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (
    select from appointment where appointment.tenant_id = current_tenant_id() and appointment.id = wanted);
create function call_in_reach(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (select from call where call.tenant_id = current_tenant_id() and call.id = wanted);
create function series_in_reach(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (
    select from appointment where appointment.tenant_id = current_tenant_id() and appointment.series_id = wanted);

create function sync_entry_in_reach(wanted uuid) returns boolean
  language sql stable parallel safe
  return exists (
    select from sync_entry where sync_entry.tenant_id = current_tenant_id() and sync_entry.id = wanted);

create procedure keep_to_locations(table_name regclass, condition text, command text default 'all')
  language plpgsql
as $$
begin
  execute format('create policy own_locations on %s as restrictive for %s to askpro_app using (at_all_locations() or (%s))',
    table_name, command, condition);
end
$$;

call keep_to_locations('location', 'location_in_reach(id)');
call keep_to_locations('appointment', 'location_in_reach(location_id)');
call keep_to_locations('call', 'location_in_reach(location_id)');
call keep_to_locations('closure', 'location_in_reach(location_id)');
call keep_to_locations('hours_exception', 'location_in_reach(location_id)');
call keep_to_locations('hours_rule', 'location_in_reach(location_id)');
call keep_to_locations('phone_number', 'location_in_reach(location_id)');
call keep_to_locations('resource', 'location_in_reach(location_id)');
call keep_to_locations('transfer_hours', 'location_in_reach(location_id)');
-- A rule of the whole business holds at each location.
call keep_to_locations('policy', 'case scope when ''location'' then location_in_reach(location_id)
  when ''staff'' then resource_in_reach(resource_id) else true end');

call keep_to_locations('absence', 'resource_in_reach(resource_id)');
call keep_to_locations('allocation', 'resource_in_reach(resource_id)');
call keep_to_locations('appointment_segment', 'resource_in_reach(resource_id)');
call keep_to_locations('calendar_feed', 'resource_in_reach(resource_id)');
call keep_to_locations('external_busy', 'resource_in_reach(resource_id)');
call keep_to_locations('external_source', 'resource_in_reach(resource_id)');
call keep_to_locations('qualification', 'resource_in_reach(resource_id)');
call keep_to_locations('staff_member', 'resource_in_reach(resource_id)');
call keep_to_locations('waitlist_staff', 'resource_in_reach(resource_id)');
call keep_to_locations('calendar_link', 'resource_id is null or resource_in_reach(resource_id)');
call keep_to_locations('waitlist_offer', 'resource_id is null or resource_in_reach(resource_id)');

-- Only for reading, where a row is written in the statement that writes what it belongs to: that is not there yet
-- when the policy looks.
call keep_to_locations('appointment_change', 'appointment_in_reach(appointment_id)', 'select');
call keep_to_locations('block_collision', 'appointment_in_reach(appointment_id)', 'select');
call keep_to_locations('sync_entry', 'appointment_in_reach(appointment_id)', 'select');
call keep_to_locations('calendar_conflict', 'sync_entry_in_reach(entry_id)', 'select');
call keep_to_locations('call_event', 'call_in_reach(call_id)', 'select');
call keep_to_locations('call_fact', 'call_in_reach(call_id)', 'select');
call keep_to_locations('claim_check', 'call_in_reach(call_id)', 'select');
call keep_to_locations('dialogue_state', 'call_in_reach(call_id)', 'select');
call keep_to_locations('one_time_code', 'call_in_reach(call_id)', 'select');
call keep_to_locations('tool_receipt', 'call_in_reach(call_id)', 'select');
call keep_to_locations('unanswered_question', 'call_in_reach(call_id)', 'select');
call keep_to_locations('wish', 'call_in_reach(call_id)', 'select');
-- What nobody's call is about may be anybody's.
call keep_to_locations('callback_request', 'call_id is null or call_in_reach(call_id)', 'select');
call keep_to_locations('message', '(appointment_id is null or appointment_in_reach(appointment_id))
  and (call_id is null or call_in_reach(call_id))', 'select');
-- A series with nobody in particular may run over several locations: it is seen where it has an appointment.
call keep_to_locations('series', 'case when resource_id is null then series_in_reach(id)
  else resource_in_reach(resource_id) end', 'select');
