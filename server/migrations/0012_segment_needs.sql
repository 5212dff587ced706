-- Segments say what they need, people and rooms say which of it they can fill, and how long and for how much a
-- person does it. All new columns are null or have a constant default, so nothing is rewritten; the five tables are
-- locked for an instant each.

alter table service_segment
  add column needs jsonb,
  add constraint service_segment_needs_listed check (
    needs is null or case jsonb_typeof(needs) when 'array' then jsonb_array_length(needs) between 1 and 8 else false end);
comment on column service_segment.needs is 'List of {role, kind, gaps}. A role that several segments name is one person or room for all of them; different roles may be different ones. gaps free: a room or device is given up in the gaps, else it stays taken. Null: one of each kind that does the service, the same for all segments.';

alter table qualification
  add column roles text[],
  add column segment_minutes integer[],
  add column price_minor integer,
  add constraint qualification_roles_named check (cardinality(roles) between 1 and 8),
  add constraint qualification_minutes_positive check (
    cardinality(segment_minutes) between 1 and 50 and 0 < all (segment_minutes) and 1440 >= all (segment_minutes)),
  add constraint qualification_price_not_negative check (price_minor >= 0);
comment on column qualification.roles is 'Which roles of the service''s segments it can fill; null: all of its kind.';
comment on column qualification.segment_minutes is 'How long each segment takes with this person, where it is not as the service says.';
comment on column qualification.price_minor is 'What the service costs with this person, where it is not as the service says.';

alter table allocation add column position integer not null default 0;
comment on column allocation.position is 'The first segment of the service for which it is taken.';

alter table appointment add column segment_minutes integer[];
comment on column appointment.segment_minutes is 'How long each segment takes with whoever does it, where it is not as the service version says.';
