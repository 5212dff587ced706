import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkMigrations, isUpToDate } from './check-migrations.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
import { explainServer, prepareExternalDatabase } from './external-database.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { findPostgresBinaries } from './postgres-binaries.ts'

/** A second server, as somebody else would run it: it knows nothing of us but what a test makes in it. */
let folder: string
let server: EmbeddedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'askpro-external-'))
  server = await startEmbeddedServer({ directory: join(folder, 'server'), durability: 'fast' })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const ROLES = ['askpro_app', 'askpro_owner', 'askpro_jobs', 'askpro_system', 'visitor']
const tidy = () =>
  admin(
    'drop database if exists outside with (force)',
    'drop database if exists other with (force)',
    ...ROLES.map(role => `drop role if exists ${role}`),
  )

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}
const admin = (...statements: string[]) => run(server.adminUrl, ...statements)

function urlOf(user: string, options: { password?: string; database?: string; port?: number } = {}): string {
  const url = new URL(server.adminUrl)
  url.username = user
  url.password = options.password ?? 'geheim'
  url.pathname = `/${options.database ?? 'outside'}`
  if (options.port !== undefined) url.port = String(options.port)
  return url.href
}
const urls = () => ({ url: urlOf('askpro_app'), ownerUrl: urlOf('askpro_owner') })
const OWNER = "create role askpro_owner login password 'geheim'"
const DATABASE = 'create database outside owner askpro_owner'

async function sentence(work: Promise<unknown>): Promise<string> {
  const problem = await work.then(() => null).catch(error => error as Error)
  expect(problem).toBeInstanceOf(Error)
  return problem?.message ?? ''
}
const problemOf = (given: Partial<ReturnType<typeof urls>> = {}) =>
  sentence(prepareExternalDatabase({ ...urls(), ...given }))

describe('An external database', () => {
  afterEach(tidy)

  test('is made ready by an owner who may make roles', async () => {
    await admin(`${OWNER} createrole`, DATABASE)
    const opened = await openDatabase({ dataDir: '/nonexistent', ...urls() })
    expect(opened.kind).toBe('external')
    await migrate(opened.ownerUrl)
    expect(isUpToDate(await checkMigrations(opened.ownerUrl))).toBe(true)
    await prepareExternalDatabase(urls())
    const refused = sentence(run(opened.url, 'select * from quarantine'))
    expect(await refused).toMatch(/permission denied/)
  })

  test('is made ready by an administrator who runs the statements of the refusal', async () => {
    await admin(OWNER, DATABASE)
    const said = await problemOf()
    expect(said).toMatch(/roles askpro_system, askpro_jobs, askpro_app are missing/)
    const statements = said.split('\n').filter(line => line.startsWith('  '))
    await admin(...statements.map(line => line.trim().replace('…', 'geheim')))
    await prepareExternalDatabase(urls())
    await migrate(urls().ownerUrl)
  })

  test('is not touched by a look', async () => {
    await admin(`${OWNER} createrole`, DATABASE)
    await openDatabase({ dataDir: '/nonexistent', ...urls(), purpose: 'look' })
    expect((await checkMigrations(urls().ownerUrl)).pending.length).toBeGreaterThan(0)
    await admin('create role askpro_app')
  })
})

describe('With a database that is ready, one sentence says that', () => {
  beforeAll(async () => {
    await admin(`${OWNER} createrole`, DATABASE, 'create database other owner askpro_owner')
    await prepareExternalDatabase(urls())
  })
  afterAll(tidy)

  test.each([
    [
      'the password is wrong',
      () => ({ ownerUrl: urlOf('askpro_owner', { password: 'falsch' }) }),
      'refuses the password of "askpro_owner"',
    ],
    [
      'the server cannot be reached',
      () => ({ ownerUrl: urlOf('askpro_owner', { port: 1 }) }),
      'no database server answers at 127.0.0.1:1',
    ],
    [
      'the name of the server is wrong',
      () => ({ ownerUrl: 'postgres://a:b@no-such-host.invalid/x' }),
      'the name "no-such-host.invalid" leads to no machine',
    ],
    [
      'the database does not exist',
      () => ({ ownerUrl: urlOf('askpro_owner', { database: 'missing' }) }),
      'has no database "missing". An administrator makes it: create database missing',
    ],
    [
      'the login of the application has another password',
      () => ({ url: urlOf('askpro_app', { password: 'falsch' }) }),
      'DATABASE_URL: the server at',
    ],
    [
      'the application may not log in as somebody else',
      () => ({ url: urlOf('askpro_owner') }),
      'must be the role askpro_app',
    ],
    [
      'the two addresses lead to different databases',
      () => ({ url: urlOf('askpro_app', { database: 'other' }) }),
      'lead to different databases',
    ],
  ] as const)('%s', async (_what, given, expected) => {
    const said = await problemOf(given())
    expect(said).toContain(expected)
    expect(said).not.toMatch(/geheim|falsch/)
  })

  test('the login of the application could see past row-level security', async () => {
    await admin('alter role askpro_app bypassrls')
    expect(await problemOf()).toMatch(/alter role askpro_app nosuperuser nobypassrls;/)
    await admin('alter role askpro_app nobypassrls')
  })
})

describe('Before a database is ready, one sentence says that', () => {
  afterEach(tidy)

  test('the owner does not own the database', async () => {
    await admin(OWNER, "create role visitor login password 'geheim' createrole", DATABASE)
    const said = await problemOf({ ownerUrl: urlOf('visitor') })
    expect(said).toMatch(/does not own the database[\s\S]*alter database outside owner to visitor;/)
  })

  test('the encoding is not UTF8', async () => {
    await admin(
      OWNER,
      "create database outside owner askpro_owner encoding 'LATIN1' locale 'C' template template0",
    )
    expect(await problemOf()).toMatch(/encoded in LATIN1, and names need UTF8/)
  })

  test('the login of the application inherits the rights of the system role, and how to undo that', async () => {
    await admin(
      OWNER,
      DATABASE,
      'create role askpro_system nologin',
      'create role askpro_jobs nologin',
      "create role askpro_app login password 'geheim'",
      'grant askpro_system, askpro_jobs to askpro_app',
      'grant askpro_jobs to askpro_owner',
    )
    const said = await problemOf()
    expect(said).toMatch(/inherits the rights of askpro_system/)
    await admin(...said.split('\n').slice(1))
    await prepareExternalDatabase(urls())
  })

  test('the server is too old', () => {
    const old = { version: '14.13', number: 140_013, encoding: 'UTF8', database: 'x' }
    expect(explainServer(old)).toMatch(/is PostgreSQL 14\.13\. AskProAI needs 15 or newer/)
    expect(explainServer({ ...old, number: 150_000 })).toBe(null)
  })

  test('the server lacks the extension', async () => {
    const { postgres, major } = await findPostgresBinaries()
    const bare = join(folder, 'bare')
    execFileSync('cp', ['-rl', join(postgres, '../..'), bare])
    execFileSync('sh', ['-c', `rm ${bare}/share/postgresql/extension/btree_gist*`])
    const binaries = { postgres: join(bare, 'bin/postgres'), initdb: join(bare, 'bin/initdb'), major }
    const other = await startEmbeddedServer({
      directory: join(folder, 'other'),
      durability: 'fast',
      binaries,
    })
    const { port } = other
    await run(other.adminUrl, `${OWNER} createrole`, DATABASE)
    const place = { url: urlOf('askpro_app', { port }), ownerUrl: urlOf('askpro_owner', { port }) }
    expect(await problemOf(place)).toMatch(/lacks the extension btree_gist.*contrib package/)
    await other.stop()
  })
})
