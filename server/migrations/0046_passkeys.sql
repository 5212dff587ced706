-- Passkeys: keys that a device keeps and opens by finger, face or PIN. New tables, and two columns with a constant
-- default, for which nothing is rewritten; the locks on user_account and user_session are over at once.

alter table user_account add column has_passkey boolean not null default false;
comment on column user_account.has_passkey is 'Whether user_passkey has a row: what a tenant may see of it.';
grant select (has_passkey) on user_account to askpro_app;

alter table user_session add column opened_by_passkey boolean not null default false;
comment on column user_session.opened_by_passkey is
  'With user verification, which makes it two factors: then no code is asked for.';

create table user_passkey (
  id uuid primary key,
  user_id uuid not null references user_account (id) on delete cascade,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint user_passkey_credential_once unique (credential_id),
  constraint user_passkey_named check (name <> '')
);
create index user_passkey_by_user on user_passkey (user_id);

-- What a device has to sign: once, and for a few minutes. Without an account at the login, where nobody is known yet.
create table user_passkey_challenge (
  challenge_hash text primary key,
  user_id uuid references user_account (id) on delete cascade,
  expires_at timestamptz not null
);
create index user_passkey_challenge_over on user_passkey_challenge (expires_at);

grant select, insert, update, delete on user_passkey, user_passkey_challenge to askpro_system;
