import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMigrations } from '../src/platform/db/migrate.ts'
import { TABLE_FACTS, type TableFacts, tenantTableProblems } from './rules/catalogue-rules.ts'
import {
  doubledTestNames,
  environmentProblem,
  fetchProblem,
  fileNameProblem,
  focusProblem,
  sizeProblem,
} from './rules/source-rules.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

const root = join(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(path => path !== '' && existsSync(join(root, path)))
const sources = tracked.filter(
  path => /\.(ts|tsx|mjs)$/.test(path) && !/\.generated\.ts$|^contract\//.test(path),
)
const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const problemsOf = (rule: (path: string, text: string) => string | null | string[]): string[] =>
  sources.flatMap(path => rule(path, text(path)) ?? [])

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('In the database', () => {
  test('every tenant-owned table is protected, and its keys begin with the tenant', async () => {
    const tables = await database.query<TableFacts & Record<string, unknown>>(TABLE_FACTS)
    const names = new Set(tables.map(table => table.table))
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.flatMap(table => tenantTableProblems(table, names))).toEqual([])
  })

  test('every table without a tenant is one that is meant to have none', async () => {
    const rows = await database.query<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
      order by 1`)
    expect(rows.map(row => row.name)).toEqual([
      'inbox',
      'installation',
      'quarantine',
      'schema_migration',
      'tenant',
      'voice_connection',
    ])
  })

  test('the application’s role owns nothing and may bypass nothing', async () => {
    const [role] = await database.query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'askpro_app'",
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
    })
    const owned = await database.query(
      "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('askpro_app', 'askpro_system')",
    )
    expect(owned).toEqual([])
  })

  test('every instant is stored with its zone', async () => {
    const naive = await database.query(
      "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'",
    )
    expect(naive).toEqual([])
  })

  test.each<[string, Partial<TableFacts>, RegExp]>([
    ['without row-level security', { forced_rls: false }, /no forced row-level security/],
    ['without a policy', { policies: [] }, /no policy/],
    [
      'with a key that does not begin with the tenant',
      { keys: [{ name: 'k', kind: 'u', columns: ['email'] }] },
      /does not begin/,
    ],
    [
      'with a reference past the tenant',
      { foreign: [{ name: 'f', to: 'customer', columns: ['customer_id'] }] },
      /without tenant_id/,
    ],
  ])('a table %s would be found', (_name, wrong, problem) => {
    const good: TableFacts = {
      table: 't',
      forced_rls: true,
      policies: ['tenant_only'],
      keys: [],
      foreign: [],
    }
    expect(tenantTableProblems(good, new Set(['customer']))).toEqual([])
    expect(tenantTableProblems({ ...good, ...wrong }, new Set(['customer'])).join()).toMatch(problem)
  })
})

describe('In the files', () => {
  test('process.env is read in the configuration alone', () => {
    expect(problemsOf(environmentProblem)).toEqual([])
    expect(environmentProblem('server/src/modules/x.ts', 'process.env.PORT')).not.toBeNull()
  })

  test('the network is reached through the outbound client alone', () => {
    expect(problemsOf(fetchProblem)).toEqual([])
    expect(fetchProblem('server/src/modules/x.ts', 'await fetch(url)')).not.toBeNull()
  })

  test('no file has grown too long', () => {
    expect(problemsOf((path, content) => sizeProblem(path, content.split('\n').length - 1))).toEqual([])
    expect(sizeProblem('server/src/x.ts', 401)).not.toBeNull()
  })

  test('file names are kebab-case and say what is inside', () => {
    expect(problemsOf(fileNameProblem)).toEqual([])
    for (const bad of ['server/src/x/string-utils.ts', 'server/src/x/CamelCase.ts', 'web/src/data.ts'])
      expect(fileNameProblem(bad)).not.toBeNull()
  })

  test('no test is focused or skipped', () => {
    const rules = /^server\/test\/(rules|repository-rules)/
    expect(problemsOf((path, content) => (rules.test(path) ? null : focusProblem(path, content)))).toEqual([])
    expect(focusProblem('x.test.ts', `${'test'}.skip('x')`)).not.toBeNull()
  })

  test('no test of a file has the name of another', () => {
    expect(problemsOf(doubledTestNames)).toEqual([])
    expect(doubledTestNames('x.test.ts', "test('a', f)\ntest('a', f)")).toHaveLength(1)
  })

  test('migrations are numbered without gaps', async () => {
    expect((await readMigrations()).length).toBeGreaterThan(0)
  })

  test('the lockfile records no download addresses', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
  })

  test('every dependency has one exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json'))
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    )
    expect(loose).toEqual([])
  })

  test('all Mantine packages are of one version', () => {
    const { dependencies } = JSON.parse(text('package.json'))
    const versions = Object.entries(dependencies)
      .filter(([name]) => name.startsWith('@mantine/'))
      .map(([, version]) => version)
    expect(new Set(versions).size).toBe(1)
  })

  test('error codes are unique and belong to their module', () => {
    const codes = sources
      .filter(path => path.startsWith('server/src/') && !/\.test\.ts$/.test(path))
      .flatMap(path => [...text(path).matchAll(/\bcode: '([^']+)'/g)].map(match => match[1] ?? ''))
      .filter(code => code.includes('/'))
    const declared = [...new Set(codes)]
    expect(declared.length).toBeGreaterThan(15)
    expect(declared.filter(code => !/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
  })
})

describe('One phone call', () => {
  const named = [
    ...text('docs/one-phone-call.md').matchAll(/`((?:server|sandbox|web)\/[^`\s]+\.(?:ts|sql))`/g),
  ].map(match => match[1] ?? '')
  const files = [...new Set(named)]

  test('is told in at most ten files', () => {
    expect(files.length).toBeGreaterThan(5)
    expect(files.length).toBeLessThanOrEqual(10)
  })

  test('which all exist', () => {
    expect(files.filter(path => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('Documents', () => {
  test('link only to what is there', () => {
    const broken = tracked
      .filter(path => path.endsWith('.md'))
      .flatMap(path =>
        [...text(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
          .map(match => match[1] ?? '')
          .filter(link => !existsSync(join(root, link.startsWith('/') ? link : join(path, '..', link))))
          .map(link => `${path} → ${link}`),
      )
    expect(broken).toEqual([])
  })

  test('name every error code, and none that does not exist', () => {
    const inCode = new Set(
      sources
        .filter(path => path.startsWith('server/src/') && !/\.test\.ts$/.test(path))
        .flatMap(path =>
          [...text(path).matchAll(/\bcode: '([a-z-]+\/[a-z-]+)',?\s*\n?\s*status/g)].map(
            match => match[1] ?? '',
          ),
        ),
    )
    const inDocs = new Set(
      [...text('docs/errors.md').matchAll(/`((?!application\/)[a-z-]+\/[a-z-]+)`/g)].map(
        match => match[1] ?? '',
      ),
    )
    expect([...inCode].filter(code => !inDocs.has(code))).toEqual([])
    expect([...inDocs].filter(code => !inCode.has(code))).toEqual([])
  })
})
