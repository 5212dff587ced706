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
import { arrowProblems, arrowsOfDocument } from './rules/arrow-rules.ts'
import { readArrows } from './rules/configured-arrows.ts'
import {
  decisionProblems,
  exampleProblems,
  linkProblems,
  migrationProblems,
  missingNames,
  phoneCallProblems,
  securityProblems,
  variablesOf,
} from './rules/document-rules.ts'
import {
  apiErrorProblems,
  declaredCodes,
  errorDocumentProblems,
  errorProblems,
  OUTSIDE_THE_API,
  statusProblems,
} from './rules/error-rules.ts'
import {
  destroysNothing,
  type FileRule,
  isShortEnough,
  keepsToTheDatabase,
  leavesEnvironmentAlone,
  saysWhatIsInside,
  usesOutboundClient,
} from './rules/file-rules.ts'
import {
  decidedPackageProblems,
  lockfileProblems,
  mixedVersionProblems,
  versionProblems,
} from './rules/package-rules.ts'
import { leavesPhrasesToTheParser } from './rules/phrase-rules.ts'
import { promiseProblems, proofNames } from './rules/promise-rules.ts'
import { readRepositoryFile, repositoryPaths, repositorySources } from './rules/repository-files.ts'
import { leavesNoTestOut, namesEachTestOnce } from './rules/test-rules.ts'
import { leavesTimeToOnePlace } from './rules/time-rules.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

/**
 * Rules of the house that no compiler knows, held against every file and the migrated database. That each of them
 * finds what it forbids is proved beside it, in `rules/*.test.ts`.
 */
const paths = repositoryPaths()
const sources = repositorySources()
const serverSources = sources.filter(({ path }) => path.startsWith('server/src/'))
const problemsOf = (rule: FileRule): string[] => sources.flatMap(rule)

test('git shows the files that the rules are about', () => {
  expect(sources.length).toBeGreaterThan(300)
})

describe('A source file', () => {
  test('has a name, and lies in folders, that say what is inside', () => {
    expect(problemsOf(saysWhatIsInside)).toEqual([])
  })

  test('is short enough to be read', () => {
    expect(problemsOf(isShortEnough)).toEqual([])
  })

  test('takes its settings from the configuration', () => {
    expect(problemsOf(leavesEnvironmentAlone)).toEqual([])
  })

  test('destroys no database and no table', () => {
    const migrations = paths
      .filter(path => path.startsWith('server/migrations/'))
      .map(path => ({ path, text: readRepositoryFile(path) }))
    expect([...sources, ...migrations].flatMap(destroysNothing)).toEqual([])
  })

  test('reaches the network through the outbound client', () => {
    expect(problemsOf(usesOutboundClient)).toEqual([])
  })

  test('keeps what it knows in the database (slot board: JSON files, and the same in two places)', () => {
    expect(problemsOf(keepsToTheDatabase)).toEqual([])
  })

  test('leaves phrases about time to the one parser', () => {
    expect(problemsOf(leavesPhrasesToTheParser)).toEqual([])
  })

  test('reckons with days, wall times and free time in one place', () => {
    expect(problemsOf(leavesTimeToOnePlace)).toEqual([])
  })
})

describe('A test', () => {
  test('has a name of its own', () => {
    expect(problemsOf(namesEachTestOnce)).toEqual([])
  })

  test('runs, or says why it does not', () => {
    expect(problemsOf(leavesNoTestOut)).toEqual([])
  })
})

describe('An error code', () => {
  const openapi = JSON.parse(readRepositoryFile('contract/openapi.json'))

  test('is declared once, in errors.ts, under the name of its module', () => {
    expect(errorProblems(serverSources)).toEqual([])
  })

  test('is in the documents, and no other is', () => {
    expect(errorDocumentProblems(serverSources, readRepositoryFile('docs/errors.md'))).toEqual([])
  })

  test('is answered by a route of the API, or has its place outside of it', () => {
    expect(apiErrorProblems(serverSources, openapi, OUTSIDE_THE_API)).toEqual([])
  })

  test('has one status in the code, in the documents and in the description of the API', () => {
    expect(statusProblems(serverSources, readRepositoryFile('docs/errors.md'), openapi)).toEqual([])
  })

  test('is found where it is declared', () => {
    expect(declaredCodes(serverSources).length).toBeGreaterThan(20)
  })
})

describe('What is installed', () => {
  const manifest = readRepositoryFile('package.json')

  test('comes from wherever the machine gets its packages', () => {
    expect(lockfileProblems(readRepositoryFile('package-lock.json'))).toEqual([])
  })

  test('has one exact version', () => {
    expect(versionProblems(manifest)).toEqual([])
  })

  test('has one version for all of Mantine', () => {
    expect(mixedVersionProblems(manifest, '@mantine')).toEqual([])
  })

  test('was decided, and whatever was decided is installed', () => {
    const decision = readRepositoryFile('docs/adr/0009-dependencies.md')
    expect(decidedPackageProblems(manifest, decision)).toEqual([])
  })
})

test('Migrations are numbered without gaps', () => {
  const names = paths
    .filter(path => path.startsWith('server/migrations/'))
    .map(path => path.split('/').at(-1) ?? '')
  expect(names.length).toBeGreaterThan(0)
  expect(migrationProblems(names)).toEqual([])
})

describe('The documents', () => {
  test('link to what is there', () => {
    const documents = paths
      .filter(path => path.endsWith('.md'))
      .map(path => ({ path, text: readRepositoryFile(path) }))
    expect(documents.flatMap(document => linkProblems(document, paths))).toEqual([])
  })

  test('map the requirements of security to tests that are there', () => {
    expect(securityProblems(readRepositoryFile('docs/security.md'), paths)).toEqual([])
  })

  test('tell one phone call in at most ten files, which all exist', () => {
    expect(phoneCallProblems(readRepositoryFile('docs/one-phone-call.md'), paths)).toEqual([])
  })

  test('list every decision', () => {
    const decisions = paths
      .filter(path => /^docs\/adr\/\d/.test(path))
      .map(path => ({ path, text: readRepositoryFile(path) }))
    expect(decisions.length).toBeGreaterThan(10)
    expect(decisionProblems(readRepositoryFile('docs/adr/README.md'), decisions)).toEqual([])
  })

  test('have every variable, command and schedule', () => {
    const read = (path: string) => ({ path, text: readRepositoryFile(path) })
    const named = (from: RegExp, name: RegExp): string[] =>
      serverSources
        .filter(({ path }) => from.test(path) && !path.endsWith('.test.ts'))
        .flatMap(({ text }) => [...text.matchAll(name)].map(match => match[1] ?? ''))
    const variables = variablesOf(readRepositoryFile('server/src/config.ts'))
    const commands = named(/roles\/cli\//, /^ {2}name: '([^']+)'/gm)
    const schedules = named(/modules|platform/, /jobs\.schedule\(\{\s*name: '([^']+)'/g)
    const jobs = [
      ...named(/modules|platform/, /jobs\.(?:define|subscribe)\([^{]*\{\s*name: '([^']+)'/g),
      // Messaging defines its jobs by functions of its own.
      ...named(/modules\/messaging/, /(?:defineSend|tell)\((?:\w+, )?'([^']+)'/g),
    ]
    expect([variables, commands, schedules, jobs].map(names => names.length > 3)).not.toContain(false)
    const operator = read('docs/guides/operator.md')
    expect([
      ...exampleProblems(readRepositoryFile('.env.example'), variables),
      ...missingNames(operator, [...variables, ...schedules]),
      ...missingNames(read('README.md'), commands),
      ...missingNames(read('ARCHITECTURE.md'), [...schedules, ...jobs]),
    ]).toEqual([])
  })

  test('promise what is enforced, tested and proved where they say', () => {
    const proofs = proofNames(sources)
    expect(proofs.length).toBeGreaterThan(4)
    const repository = {
      ...{ files: sources, proofs, schema: readRepositoryFile('server/schema.sql') },
      records: ['verify', 'bench'].map(folder => readRepositoryFile(`${folder}/README.md`)).join('\n'),
    }
    expect(promiseProblems(readRepositoryFile('docs/promises.md'), repository)).toEqual([])
  })

  test('draw the import arrows that are checked', async () => {
    const drawn = arrowsOfDocument(readRepositoryFile('ARCHITECTURE.md'))
    expect(Object.keys(drawn).length).toBeGreaterThan(8)
    expect(arrowProblems(drawn, await readArrows())).toEqual([])
  })
})

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
