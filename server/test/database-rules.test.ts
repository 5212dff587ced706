import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DEFINER_FUNCTIONS,
  OTHER_TABLES,
  OWNED_BY,
  TENANT_TABLES,
  type TenantTable,
} from '../src/platform/db/tenant-facts.ts'
import {
  belongsToATenant,
  forcesRowSecurity,
  grantsNoMore,
  hasTheTwoPolicies,
  keysBeginWithTheTenant,
  refersWithinTheTenant,
  TABLES_OF_NOBODY,
} from '../src/platform/db/tenant-rules.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

/** Rules of the house about tables, functions and roles, held against the migrated database. */
describe('In the database', () => {
  let database: TestDatabase
  let tables: TenantTable[]
  beforeAll(async () => {
    database = await createTestDatabase()
    tables = await database.query<TenantTable & pg.QueryResultRow>(TENANT_TABLES)
  })
  afterAll(() => database.drop())

  test('most tables belong to tenants', () => {
    expect(tables.length).toBeGreaterThan(20)
  })

  test('every other table is one that is meant to belong to nobody', async () => {
    const rows = await database.query<{ name: string }>(OTHER_TABLES)
    expect(rows.map(row => row.name)).toEqual(Object.keys(TABLES_OF_NOBODY).sort())
  })

  test('a row of a tenant has one', () => {
    expect(tables.flatMap(belongsToATenant)).toEqual([])
  })

  test('row-level security binds the owner of a table too', () => {
    expect(tables.flatMap(forcesRowSecurity)).toEqual([])
  })

  test('a table has the two policies and no third', () => {
    expect(tables.flatMap(hasTheTwoPolicies)).toEqual([])
  })

  test('keys begin with the tenant', () => {
    expect(tables.flatMap(keysBeginWithTheTenant)).toEqual([])
  })

  test('a row cannot refer to the row of another tenant', () => {
    expect(tables.flatMap(refersWithinTheTenant)).toEqual([])
  })

  test('nobody may do more with a table than read and write rows', () => {
    expect(tables.flatMap(grantsNoMore)).toEqual([])
  })

  test('a tenant sees itself alone', async () => {
    const [tenant] = await database.query<{ forced: boolean; policies: string[] }>(`
      select c.relrowsecurity and c.relforcerowsecurity as forced,
        array(select p.policyname || ': ' || p.qual from pg_policies p where p.tablename = 'tenant' order by 1) as policies
      from pg_class c where c.oid = 'public.tenant'::regclass`)
    expect(tenant).toEqual({
      forced: true,
      policies: ['system_reads: true', 'tenant_only: (id = current_tenant_id())'],
    })
  })

  test('no view or copy shows rows past the policies', async () => {
    const rows = await database.query(`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and (c.relkind = 'm'
        or c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true'])
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`)
    expect(rows).toEqual([])
  })

  test('every instant is stored with its zone', async () => {
    const rows = await database.query(`
      select c.table_name, c.column_name from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('timestamp without time zone', 'time with time zone')`)
    expect(rows).toEqual([])
  })

  test('functions with the rights of their owner pin where they look, and are not open to all', async () => {
    const functions = await database.query<{ name: string }>(DEFINER_FUNCTIONS)
    expect(functions).toEqual(
      [
        'complete_inbox_event',
        'discard_jobs',
        'enqueue_job',
        'enqueue_jobs',
        'events_in_the_queue',
        'queue_counts',
        'queue_jobs',
        'reopen_inbox_events',
        'retry_jobs',
      ].map(name => ({ name, pinsSearchPath: true, openToAll: false })),
    )
  })

  test('who owns the queue is found as its owner', async () => {
    expect(await database.query(OWNED_BY, ['askpro_jobs'])).toContainEqual(
      expect.objectContaining({ kind: 'pg_namespace' }),
    )
  })

  describe.each(['askpro_app', 'askpro_system'])('the role %s', role => {
    test('is bound by everything', async () => {
      const [row] = await database.query(
        `select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication
         from pg_roles r where r.rolname = $1`,
        [role],
      )
      expect(Object.values(row ?? {})).toEqual([false, false, false, false, false])
    })

    test('owns nothing', async () => {
      expect(await database.query(OWNED_BY, [role])).toEqual([])
    })

    test('may create nowhere', async () => {
      const rows = await database.query(
        `select n.nspname as place from pg_namespace n where has_schema_privilege($1, n.oid, 'create')
         union all select d.datname from pg_database d
         where d.datname = current_database() and has_database_privilege($1, d.oid, 'create')`,
        [role],
      )
      expect(rows).toEqual([])
    })

    test('may empty no table', async () => {
      const rows = await database.query(
        `select c.oid::regclass::text as table from pg_class c
         where c.relkind in ('r', 'p') and has_table_privilege($1, c.oid, 'truncate')`,
        [role],
      )
      expect(rows).toEqual([])
    })
  })

  describe('whoever has the application’s login', () => {
    let client: pg.Client
    beforeAll(async () => {
      client = new pg.Client({ connectionString: database.url })
      await client.connect()
    })
    afterAll(() => client.end())

    test('takes no rights of other roles along', async () => {
      const { rows } = await client.query(
        'select r.rolinherit from pg_roles r where r.rolname = current_user',
      )
      expect(rows).toEqual([{ rolinherit: false }])
    })

    test.each([
      'create table mine (id integer)',
      'create function mine() returns integer language sql return 1',
      'create schema mine',
      'truncate appointment',
      'drop table appointment',
      'alter table appointment no force row level security',
      'drop policy tenant_only on appointment',
      'create policy mine on appointment using (true)',
      'delete from appointment',
      'select * from graphile_worker.jobs',
    ])('is refused: %s', async sql => {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
    })
  })
})
