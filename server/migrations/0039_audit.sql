-- The record of changes: who changed what, from what to what. Written by triggers, so that no code path can forget
-- it; sealed into a chain for each tenant afterwards by a job (ops.seal-audit-events), so that nobody waits for it.
-- Creating a trigger takes a short exclusive lock of its table, one after the other; nothing is rewritten.

create table audit_event (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  salt uuid,
  before_hash bytea not null,
  after_hash bytea not null,
  request_id text,
  seq bigint,
  chain_hash text,
  primary key (tenant_id, id),
  constraint audit_event_once_in_chain unique (tenant_id, seq),
  constraint audit_event_action_known check (action in ('created', 'changed', 'removed')),
  constraint audit_event_sealed_whole check ((seq is null) = (chain_hash is null))
);
comment on column audit_event.before is 'Of a change only the columns that differ.';
comment on column audit_event.before_hash is
  'sha256 of salt and value: the chain is over these, so that erasing value and salt leaves it verifiable.';
comment on column audit_event.seq is 'Place in the chain of the tenant, without gaps; null: not sealed yet.';
call protect_tenant_table('audit_event');
revoke update on audit_event from askpro_app;
grant update (seq, chain_hash) on audit_event to askpro_app;
create index audit_event_newest on audit_event (tenant_id, at desc, id desc);
create index audit_event_of_entity on audit_event (tenant_id, entity_id, at desc);
create index audit_event_unsealed on audit_event (tenant_id, at) where seq is null;

-- Where the chain of a tenant ends, signed with a key that the database has not: who can write here cannot shorten
-- the chain, or make another one.
create table audit_chain (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  seq bigint not null,
  hash text not null,
  signature text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id)
);
call protect_tenant_table('audit_chain');

create function keep_sealed_event() returns trigger
  language plpgsql
as $$
begin
  if old.seq is not null then
    raise exception 'a sealed event of the audit does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger audit_event_stays before update on audit_event for each row execute function keep_sealed_event();

-- Arguments: columns that are neither shown nor a change, such as hashes and the moment of the last use.
create function note_change() returns trigger
  language plpgsql
as $$
declare
  hidden text[] := tg_argv::text[] || array['tenant_id', 'created_at', 'updated_at'];
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - hidden end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - hidden end;
  known jsonb := coalesce(new_row, old_row);
  secret uuid := gen_random_uuid();
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(pair.key, pair.value) into old_row
      from jsonb_each(old_row) pair where pair.value is distinct from new_row -> pair.key;
    if old_row is null then
      return null;
    end if;
    select jsonb_object_agg(pair.key, pair.value) into new_row
      from jsonb_each(new_row) pair where old_row ? pair.key;
  end if;
  insert into audit_event
    (actor, action, entity, entity_id, before, after, salt, before_hash, after_hash, request_id)
  values (
    coalesce(nullif(current_setting('app.actor', true), ''), 'system'),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_name,
    coalesce(known ->> 'id', known ->> 'user_id', known ->> 'customer_id', known ->> 'service_id',
      known ->> 'location_id', current_tenant_id()::text),
    old_row,
    new_row,
    secret,
    sha256(convert_to(secret::text || coalesce(old_row::text, ''), 'UTF8')),
    sha256(convert_to(secret::text || coalesce(new_row::text, ''), 'UTF8')),
    nullif(current_setting('app.request_id', true), '')
  );
  return null;
end
$$;

-- Without a tenant nobody of a business changes anything: migrations, restores, a superuser's hand.
create procedure audit_table(table_name regclass, variadic hidden text[] default '{}')
  language plpgsql
as $$
begin
  execute format(
    'create trigger audited after insert or update or delete on %s for each row
       when (current_tenant_id() is not null) execute function note_change(%s)',
    table_name, (select coalesce(string_agg(quote_literal(name), ', '), '') from unnest(hidden) name));
end
$$;

call audit_table('tenant');
call audit_table('location');
call audit_table('phone_number');
call audit_table('transfer_hours');
call audit_table('service');
call audit_table('service_segment');
call audit_table('service_start');
call audit_table('staff_member');
call audit_table('resource');
call audit_table('qualification');
call audit_table('hours_rule');
call audit_table('hours_exception');
call audit_table('closure');
call audit_table('closure_series');
call audit_table('absence');
call audit_table('policy');
call audit_table('vip_tier');
call audit_table('knowledge_article');
call audit_table('customer');
call audit_table('customer_phone');
call audit_table('customer_merge');
call audit_table('appointment');
call audit_table('series');
call audit_table('waitlist_entry');
call audit_table('callback_request');
call audit_table('wish');
call audit_table('voice_agent');
call audit_table('agent_version');
call audit_table('membership');
call audit_table('invitation', 'token_hash');
call audit_table('login_rule');
call audit_table('api_key', 'hash', 'last_used_at');
