-- A claim may name another time than what was entered: a ghost of its own kind. A constant default, so no row is
-- rewritten; the check looks at the rows of "claim_check" once.

alter table claim_check
  add column other_time boolean not null default false,
  add constraint claim_check_other_time_is_ghost check (not other_time or verdict = 'ghost');
comment on column claim_check.other_time is 'Something was entered, but for another time than was said.';
