-- Who is offered among several by more rules than order and draw, a rest after a booking, and a rule of the business
-- that its services follow unless they have their own. Nullable or with a constant default, and a check that is read
-- over the few rows of `service`, which is locked for that instant.

alter table service
  alter column assignment drop default,
  alter column assignment drop not null,
  add column cool_down integer not null default 0,
  add constraint service_cool_down_range check (cool_down between 0 and 20),
  drop constraint service_assignment_known,
  add constraint service_assignment_known check (assignment in ('first', 'weighted', 'least_loaded', 'last_served'));
update service set assignment = null where service.assignment = 'first';
comment on column service.assignment is 'Who is offered when several could: the first in the owner''s order, drawn by qualification.weight, who has the fewest minutes booked on the day for their weight, or whose last booking of the service is longest ago. Null: as the settings of the business say.';
comment on column service.cool_down is 'How many of those booked last rest in a weighted draw while somebody else can.';
