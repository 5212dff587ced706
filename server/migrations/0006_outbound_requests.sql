-- Every request to a provider: who asked whom for what, how long it took and how it ended. No addresses, no bodies.
-- A new table and two indexes on it: no locks to wait for, milliseconds.
--
-- It belongs to no tenant: many requests are made for the installation (a health check, a simulator), and rows are
-- written in batches across tenants. A tenant may read what was asked for it; everything else is askpro_system's.

create table outbound_request (
  id uuid primary key,
  provider text not null,
  operation text not null,
  on_behalf_of uuid,
  request_id text,
  at timestamptz not null,
  took_ms real not null check (took_ms >= 0),
  attempts integer not null check (attempts >= 0),
  status integer,
  outcome text not null
    constraint outbound_request_outcome check (outcome in ('ok', 'refused', 'failed', 'not_tried')),
  constraint outbound_request_tried check ((outcome = 'not_tried') = (attempts = 0))
);
comment on column outbound_request.on_behalf_of is 'The tenant it was made for; no reference, so that a record outlives what it is about.';
comment on column outbound_request.request_id is 'The request it follows from, the same as in logs and timelines.';
comment on column outbound_request.outcome is 'refused: asking again would not help; failed: it might; not_tried: breaker open or no place free.';
create index outbound_request_by_time on outbound_request (at);
create index outbound_request_by_request on outbound_request (request_id) where request_id is not null;
alter table outbound_request enable row level security;
create policy tenant_reads on outbound_request for select to askpro_app using (on_behalf_of = current_tenant_id());
create policy system_works on outbound_request to askpro_system using (true) with check (true);
grant select on outbound_request to askpro_app;
grant select, insert, delete on outbound_request to askpro_system;
