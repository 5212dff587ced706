-- How busy an account at a voice provider is, and which calls began lately although nothing was heard of them.
-- The new columns are null, so nothing is rewritten and the table is locked for an instant. A BRIN index is small and
-- costs an insert next to nothing; building it locks out inserts for the time of one read of the table.

alter table voice_connection
  add column calls_now integer,
  add column calls_limit integer,
  add column calls_counted_at timestamptz,
  add constraint voice_connection_calls_counted check (
    (calls_now is null) = (calls_counted_at is null) and (calls_limit is null) = (calls_counted_at is null));
comment on column voice_connection.calls_limit is 'How many calls the provider takes at once, of all its customers under this account.';

create index call_by_creation on call using brin (created_at) with (pages_per_range = 16);
