-- People who work with the product: accounts, sessions, second factors, memberships, invitations. The shape of the
-- tables user_account, user_session, user_credential, user_verification and user_second_factor is better-auth's
-- (server/src/modules/identity/accounts/auth.ts names them to it); memberships and invitations are ours.
-- New tables only; no locks to wait for.
--
-- A person may work for several businesses, so an account has no tenant. The application reaches these tables under
-- askpro_system alone; a tenant sees, of the accounts, those of its own members, and of them no secret.

create table user_account (
  id uuid primary key,
  email text not null,
  name text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  platform_role text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_account_email_once unique (email),
  constraint user_account_email_in_lower_case check (email = lower(email) and email <> ''),
  constraint user_account_platform_role_known check (platform_role = 'operator')
);

create table user_session (
  id uuid primary key,
  token text not null,
  user_id uuid not null references user_account (id) on delete cascade,
  active_tenant uuid references tenant (id),
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_session_token_once unique (token)
);
comment on column user_session.token is 'Worth nothing without the signature in the cookie.';
create index user_session_by_user on user_session (user_id);
create index user_session_over on user_session (expires_at);

create table user_credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references user_account (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_credential_once unique (user_id, provider_id)
);
comment on column user_credential.password is 'scrypt, with its salt.';

create table user_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_verification_by_identifier on user_verification (identifier);
create index user_verification_over on user_verification (expires_at);

create table user_second_factor (
  id uuid primary key,
  user_id uuid not null references user_account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  constraint user_second_factor_once unique (user_id)
);
comment on column user_second_factor.secret is 'Encrypted.';
comment on column user_second_factor.backup_codes is 'Keyed hashes; each opens once.';

-- Codes of an authenticator that were used: none counts twice.
create table user_used_code (
  user_id uuid not null references user_account (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);
create index user_used_code_over on user_used_code (used_at);

-- Browsers in which somebody has logged in: one that is new is told by mail.
create table user_device (
  user_id uuid not null references user_account (id) on delete cascade,
  device_hash text not null,
  first_seen_at timestamptz not null,
  primary key (user_id, device_hash)
);

-- Failed tries by account and by address, over all processes. Counted before the password is looked at, so that
-- tries at the same moment count too.
create table login_attempt (
  subject text primary key,
  failures integer not null,
  -- Counted already, and still being looked at.
  pending integer not null default 0,
  locked_until timestamptz,
  last_at timestamptz not null
);
comment on column login_attempt.subject is 'Kind, and a keyed hash of the address or account.';
create index login_attempt_last on login_attempt (last_at);

grant select, insert, update, delete on
  user_account, user_session, user_credential, user_verification, user_second_factor, user_used_code, user_device,
  login_attempt
  to askpro_system;

create table membership (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  user_id uuid not null references user_account (id),
  role text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  constraint membership_role_known check (role in ('owner', 'manager', 'staff', 'viewer'))
);
create index membership_by_user on membership (user_id);
call protect_tenant_table('membership');
grant delete on membership to askpro_app;

create table invitation (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by text not null,
  mailed boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint invitation_token_once unique (token_hash),
  constraint invitation_role_known check (role in ('owner', 'manager', 'staff', 'viewer')),
  constraint invitation_forward check (expires_at > created_at)
);
call protect_tenant_table('invitation');
comment on column invitation.mailed is 'Whether the link went to the address: then opening it proves the address.';

-- What a business asks of its people's logins.
create table login_rule (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  second_factor_roles text[] not null default '{}',
  primary key (tenant_id),
  constraint login_rule_roles_known check (second_factor_roles <@ array['owner', 'manager', 'staff', 'viewer'])
);
call protect_tenant_table('login_rule');

alter table user_account enable row level security;
alter table user_account force row level security;
create policy members_only on user_account for select to askpro_app using (
  exists (
    select from membership
    where membership.tenant_id = current_tenant_id() and membership.user_id = user_account.id
  )
);
create policy system_all on user_account to askpro_system using (true) with check (true);
grant select (id, email, name, email_verified, two_factor_enabled) on user_account to askpro_app;
