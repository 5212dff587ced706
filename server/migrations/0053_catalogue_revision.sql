-- By what a search knows that the catalogue it remembers is still so (ADR 0036): a text for each tenant that every
-- transaction changes which changes one of the tables below. Creating a trigger takes a short lock of its table, one
-- after the other; nothing is rewritten.

create table catalogue_revision (
  tenant_id uuid not null default current_tenant_id() references tenant (id),
  revision text not null,
  primary key (tenant_id)
);
comment on column catalogue_revision.revision is
  'Another one after each transaction that changed the catalogue, and never one that has been: a copy put back has the text that belongs to its content.';

-- Forced row-level security binds the owner too, who would see no row: it is lifted for the one statement.
alter table tenant no force row level security;
insert into catalogue_revision (tenant_id, revision) select tenant.id, gen_random_uuid()::text from tenant;
alter table tenant force row level security;
call protect_tenant_table('catalogue_revision');

-- Argument: the column that has the tenant. The number of the transaction alone would come again in another cluster.
create function revise_catalogue() returns trigger
  language plpgsql
as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into catalogue_revision (tenant_id, revision)
  values (
    (changed ->> tg_argv[0])::uuid,
    pg_current_xact_id()::text || '/' || extract(epoch from transaction_timestamp())::text)
  on conflict (tenant_id) do update set revision = excluded.revision
    where catalogue_revision.revision <> excluded.revision;
  return null;
end
$$;

-- At the commit, so that two changes of a business wait for each other no longer than that, and never in a circle.
create procedure revises_catalogue(table_name regclass, tenant_column text default 'tenant_id')
  language plpgsql
as $$
begin
  execute format(
    'create constraint trigger revises_catalogue after insert or update or delete on %s
       deferrable initially deferred for each row execute function revise_catalogue(%L)',
    table_name, tenant_column);
end
$$;

call revises_catalogue('tenant', 'id');
call revises_catalogue('location');
call revises_catalogue('service');
call revises_catalogue('service_segment');
call revises_catalogue('service_start');
call revises_catalogue('resource');
call revises_catalogue('qualification');
call revises_catalogue('hours_rule');
call revises_catalogue('hours_exception');
call revises_catalogue('closure');
call revises_catalogue('absence');
