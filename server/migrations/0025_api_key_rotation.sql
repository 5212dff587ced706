-- Keys of the API are rotated with an overlap, and show when they were last used: nobody dares to revoke a key of
-- which nobody knows whether something still uses it.
-- Adds columns and replaces a check: an exclusive lock on a small table for milliseconds. Older code goes on working.
alter table api_key
  add column last_used_at timestamptz,
  add column replaces_id uuid,
  add constraint api_key_replaces_fkey foreign key (tenant_id, replaces_id) references api_key (tenant_id, id),
  add constraint api_key_replaced_once unique (tenant_id, replaces_id),
  drop constraint api_key_scopes_known,
  add constraint api_key_scopes_known check (scopes <@ array['all', 'read', 'write', 'manage'] and cardinality(scopes) > 0);
comment on column api_key.last_used_at is 'To the minute.';
comment on column api_key.replaces_id is 'The key that this one was made for; that one ends by itself after the overlap.';
