-- Each business gets keys of its own, under which its secrets are sealed; they are themselves sealed with the secret key
-- of the installation, which is not in the database. What was sealed with that key directly stays readable, and is sealed
-- anew by a job. A new table, so nobody waits for its locks.

create table tenant_key (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  sealed_key text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (tenant_id, id),
  constraint tenant_key_is_sealed check (sealed_key like 'v1.%'),
  constraint tenant_key_retired_later check (retired_at >= created_at)
);
comment on table tenant_key is 'What secrets of a business are sealed with. Never deleted: what is sealed with a key that is gone is gone too.';
comment on column tenant_key.retired_at is 'Since when nothing is sealed with it any more; null: the current one.';
create unique index tenant_key_one_current on tenant_key (tenant_id) where retired_at is null;
call protect_tenant_table('tenant_key');
call audit_table('tenant_key', 'sealed_key');
