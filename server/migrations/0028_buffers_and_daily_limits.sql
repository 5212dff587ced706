-- A service may need minutes that are free before and after it, and may be limited to so many appointments a day.
--
-- Buffers are part of what an allocation keeps: of two neighbours each widened by its own buffers, as availability
-- computes them, the constraint `allocation_no_overlap` lets one in. Checked without it, two bookings side by side
-- would both find the minutes between them free. Daily places are numbered rows as those of a limited start.
--
-- Rewrites allocation and builds its constraint anew under an exclusive lock: about ten seconds for a million rows.

alter table allocation
  add column kept_from timestamptz,
  add column kept_until timestamptz,
  drop column during;
alter table allocation
  add column during tstzrange not null
    generated always as (tstzrange(coalesce(kept_from, starts_at), coalesce(kept_until, ends_at))) stored,
  add constraint allocation_keeps_its_own_time check (kept_from <= starts_at and kept_until >= ends_at),
  add constraint allocation_keeps_hours_at_most check (
    kept_from >= starts_at - interval '4 hours' and kept_until <= ends_at + interval '4 hours'),
  add constraint allocation_no_overlap exclude using gist
    (tenant_id with =, resource_id with =, lane with =, during with &&);

alter table service
  add column buffer_before_minutes integer not null default 0,
  add column buffer_after_minutes integer not null default 0,
  add column daily_most integer,
  add constraint service_buffers_range check (
    buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240),
  add constraint service_daily_most_range check (daily_most between 1 and 1000);

alter table capacity_count
  add column kind text not null default 'start',
  add constraint capacity_count_kind_known check (kind in ('start', 'day')),
  drop constraint capacity_count_pkey,
  add constraint capacity_count_pkey primary key (tenant_id, service_id, kind, starts_at, number);
comment on column capacity_count.kind is
  'start: of the appointments that begin at starts_at. day: of those of the local day that begins at starts_at.';
