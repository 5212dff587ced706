import type pg from 'pg'

/**
 * The current shape of the database as SQL text, from the catalogue's own functions (the embedded PostgreSQL
 * brings no pg_dump). Sorted, so that a diff shows what a migration did. For reading and checking; it is not run.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const parts: string[] = ['-- Generated from the migrations by "npm run generate". Do not edit.']
  for (const table of await names(client, TABLES)) {
    const columns = await names(client, COLUMNS, table)
    const constraints = await names(client, CONSTRAINTS, table)
    parts.push(
      `create table ${table} (\n${[...columns, ...constraints].map(line => `  ${line}`).join(',\n')}\n);`,
    )
    for (const query of [INDEXES, ROW_SECURITY, POLICIES, TRIGGERS, TABLE_GRANTS, COMMENTS])
      parts.push(...(await names(client, query, table)).map(line => `${line};`))
  }
  parts.push(...(await names(client, ROUTINES)))
  return `${parts.join('\n\n').replaceAll(/;\n\n(?=(create (unique )?index|alter table|create policy|create trigger|CREATE|grant|comment))/g, ';\n')}\n`
}

async function names(client: pg.ClientBase, query: string, table?: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(query, table === undefined ? [] : [table])
  return rows.map(row => row.line)
}

const TABLES = `
  select c.relname as line from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`

const COLUMNS = `
  select format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
         when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = ('public.' || quote_ident($1))::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`

const CONSTRAINTS = `
  select format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid)) as line
  from pg_constraint c
  where c.conrelid = ('public.' || quote_ident($1))::regclass and c.contype not in ('n', 't')
  order by c.contype desc, c.conname`

const INDEXES = `
  select lower(pg_get_indexdef(i.indexrelid)) as line from pg_index i
  where i.indrelid = ('public.' || quote_ident($1))::regclass
    and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
  order by i.indexrelid::regclass::text`

const ROW_SECURITY = `
  select format('alter table %s %s row level security', c.relname,
    case when c.relforcerowsecurity then 'force' else 'enable' end) as line
  from pg_class c where c.oid = ('public.' || quote_ident($1))::regclass and c.relrowsecurity`

const POLICIES = `
  select format('create policy %s on %s for %s to %s using (%s)%s', p.policyname, p.tablename, lower(p.cmd),
    array_to_string(p.roles, ', '), p.qual,
    case when p.with_check is null then '' else ' with check (' || p.with_check || ')' end) as line
  from pg_policies p where p.schemaname = 'public' and p.tablename = $1 order by p.policyname`

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) as line from pg_trigger t
  where t.tgrelid = ('public.' || quote_ident($1))::regclass and not t.tgisinternal order by t.tgname`

const TABLE_GRANTS = `
  select format('grant %s on %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), g.table_name, g.grantee) as line
  from information_schema.role_table_grants g
  where g.table_schema = 'public' and g.table_name = $1 and g.grantee like 'askpro%' and g.grantee <> 'askpro_owner'
  group by g.table_name, g.grantee order by g.grantee`

const COMMENTS = `
  select format('comment on %s is %L',
    case when d.objsubid = 0 then 'table ' || d.objoid::regclass::text else 'column ' || d.objoid::regclass::text || '.' || a.attname end, d.description) as line
  from pg_description d
  left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
  where d.objoid = ('public.' || quote_ident($1))::regclass and d.classoid = 'pg_class'::regclass
  order by d.objsubid`

const ROUTINES = `
  select pg_get_functiondef(p.oid) || ';' as line from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname`
