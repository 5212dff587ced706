-- Weekly hours may count in a period only, and may run past midnight.
--
-- Hours without dates are the usual week. A period has the dates on which its windows begin; of two that have a date
-- the one that began last counts. So two of one owner cannot begin on the same date with different ends: nobody could
-- say which counts. A window past midnight ends at minute 1440 + its local time of the next day.
--
-- Adds columns without a default and checks a table of a few rows for each person: milliseconds under an exclusive lock.

alter table hours_rule
  add column valid_from date,
  add column valid_to date,
  drop constraint hours_rule_to_minute_check,
  add constraint hours_rule_to_minute_range check (to_minute between 1 and 2879),
  add constraint hours_rule_day_at_most check (to_minute - from_minute <= 1440),
  add constraint hours_rule_period_forward check (valid_from <= valid_to),
  add constraint hours_rule_period_begins check (valid_to is null or valid_from is not null),
  add constraint hours_rule_period_begins_once exclude using gist (
    tenant_id with =, location_id with =,
    coalesce(resource_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
    valid_from with =, coalesce(valid_to, '9999-12-31'::date) with <>);
comment on column hours_rule.to_minute is 'Past 1440 the window ends on the next day.';
comment on column hours_rule.valid_from is 'First local date on which the window begins; null: the usual week.';
comment on column hours_rule.valid_to is 'Last local date on which the window begins; null: until further notice.';
