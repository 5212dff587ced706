-- What providers let us ask, counted over all processes: one row for each name that was ever counted under. A new table,
-- so nobody waits for its locks.

create table request_budget (
  name text primary key,
  paid_off_at timestamptz not null,
  constraint request_budget_name_length check (length(name) between 1 and 200)
);
comment on table request_budget is 'Until when what was asked under a name is paid off (GCRA); what lies in the past counts for nothing.';
alter table request_budget enable row level security;
create policy system_works on request_budget to askpro_system using (true) with check (true);
grant select, insert, update on request_budget to askpro_system;
