-- Lets a person follow one request id from what came in to what went out: changes of appointments and messages carry
-- it like the timeline of a call does, and each is found by it.
-- Adding a column without default takes a moment; building the indexes holds back writes to their tables, about a
-- second for a million rows. Rows from before have no request id.

alter table appointment_change add column request_id text;
alter table message add column request_id text;

create index appointment_change_by_request on appointment_change (tenant_id, request_id) where request_id is not null;
create index message_by_request on message (tenant_id, request_id) where request_id is not null;
create index call_event_by_request on call_event (tenant_id, request_id);
