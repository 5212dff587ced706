-- How many slots one caller may keep at a time is decided by numbered places, as for limited starts (ADR 0015): two
-- requests at once cannot both take the last. New columns without default or with a constant one; `hold` is locked
-- for an instant, and holds that are there count for nobody.

alter table hold
  add column held_since timestamptz,
  add column number integer,
  add constraint hold_number_positive check (number >= 1),
  add constraint hold_few_per_holder unique (tenant_id, holder, number);
comment on column hold.held_since is 'By the product''s clock; renewing does not change it.';
comment on column hold.number is 'Which of the places of its holder it takes; null: it lasts for one booking only.';
