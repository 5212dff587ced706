import type pg from 'pg'
import { connectOrExplain, quoted } from './connection-problem.ts'
import { type DatabaseUrls, PREPARE_LOCK } from './prepare-database.ts'
import { createRole, grantRoles, knownRoles, type Role } from './roles.ts'

/**
 * A database that somebody else runs. Before anything of ours is changed in it, it is looked at from both logins,
 * and whatever would fail later, or silently weaken the separation of tenants, is refused with one sentence that
 * says what an administrator must do. Roles that are missing are made if the owner's login may make them.
 */
export async function prepareExternalDatabase(urls: DatabaseUrls): Promise<void> {
  const owner = await connectOrExplain({ variable: 'DATABASE_OWNER_URL', url: urls.ownerUrl })
  try {
    await owner.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    await requireServer(owner)
    await requireOwnership(owner)
    await ensureRoles(owner, urls)
    await requireExtension(owner)
    await requireApplicationLogin(owner, urls)
  } finally {
    await owner.end()
  }
}

/** What is wrong with a server as such, in one sentence; null if nothing is. */
export function explainServer(server: {
  version: string
  number: number
  encoding: string
  database: string
}): string | null {
  if (server.number < OLDEST * 10_000)
    return `The database server is PostgreSQL ${server.version}. AskProAI needs ${OLDEST} or newer: upgrade the server.`
  if (server.encoding !== 'UTF8')
    return (
      `The database "${server.database}" is encoded in ${server.encoding}, and names need UTF8. An administrator makes ` +
      `another one: create database … owner askpro_owner encoding 'UTF8' template template0;`
    )
  return null
}

const OLDEST = 15
const EXTENSION = 'btree_gist'

async function one<Row extends pg.QueryResultRow>(client: pg.ClientBase, sql: string): Promise<Row> {
  const { rows } = await client.query<Row>(sql)
  const [row] = rows
  if (!row) throw new Error('The database answered nothing.')
  return row
}

async function requireServer(client: pg.Client): Promise<void> {
  const server = await one<{ version: string; number: number; encoding: string; database: string }>(
    client,
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       current_setting('server_encoding') as encoding, current_database() as database`,
  )
  const problem = explainServer(server)
  if (problem !== null) throw new Error(problem)
}

async function requireOwnership(client: pg.Client): Promise<void> {
  const right = await one<{ user: string; database: string; owns: boolean; creates: boolean }>(
    client,
    `select current_user as user, current_database() as database,
       pg_has_role(current_user, pg_database.datdba, 'usage') as owns,
       has_schema_privilege('public', 'create with grant option') as creates
     from pg_database where pg_database.datname = current_database()`,
  )
  if (right.owns && right.creates) return
  const lines = [`alter database ${quoted(right.database)} owner to ${quoted(right.user)};`]
  if (right.owns) lines[0] = `alter schema public owner to ${quoted(right.user)};`
  throw new Error(`DATABASE_OWNER_URL: "${right.user}" does not own the database. ${adminMustRun(lines)}`)
}

type Membership = { system: boolean; jobs: boolean; owner: boolean }

async function ensureRoles(client: pg.Client, urls: DatabaseUrls): Promise<void> {
  const known = await knownRoles(client)
  const needed: Role[] = ['askpro_system', 'askpro_jobs', 'askpro_app']
  const missing = needed.filter(role => !known.has(role))
  const me = await one<{ user: string; makes: boolean }>(
    client,
    `select current_user as user, r.rolsuper or r.rolcreaterole as makes from pg_roles r where r.rolname = current_user`,
  )
  const password = decodeURIComponent(new URL(urls.url).password)
  const grants = grantRoles(quoted(me.user))
  if (missing.length > 0) {
    if (!me.makes)
      throw new Error(
        `DATABASE_OWNER_URL: the roles ${missing.join(', ')} are missing, and "${me.user}" may not make them. ` +
          adminMustRun([...missing.map(role => createRole(role, "'…'")), ...grants].map(line => `${line};`)),
      )
    for (const role of missing) await client.query(createRole(role, client.escapeLiteral(password)))
  }
  if (await isMember(client)) return
  try {
    for (const sql of grants) await client.query(sql)
  } catch (error) {
    throw new Error(
      `DATABASE_OWNER_URL: "${me.user}" may not grant the roles. ${adminMustRun(grants.map(line => `${line};`))}`,
      { cause: error },
    )
  }
}

async function isMember(client: pg.Client): Promise<boolean> {
  const found = await one<Membership>(
    client,
    `select pg_has_role('askpro_app', 'askpro_system', 'member') as system,
       pg_has_role('askpro_app', 'askpro_jobs', 'member') as jobs,
       pg_has_role(current_user, 'askpro_jobs', 'usage') as owner`,
  )
  return found.system && found.jobs && found.owner
}

async function requireExtension(client: pg.Client): Promise<void> {
  const found = await one<{ installed: boolean; available: boolean }>(
    client,
    `select exists (select 1 from pg_extension where pg_extension.extname = '${EXTENSION}') as installed,
       exists (select 1 from pg_available_extensions where pg_available_extensions.name = '${EXTENSION}') as available`,
  )
  if (!found.installed && !found.available)
    throw new Error(
      `The database server lacks the extension ${EXTENSION}, which comes with PostgreSQL's contrib package. ` +
        `Install that on the server, or allow the extension where the provider lists extensions.`,
    )
}

/** The login that is bound by row-level security: a stronger one would see every tenant's rows. */
async function requireApplicationLogin(owner: pg.Client, urls: DatabaseUrls): Promise<void> {
  const application = await connectOrExplain({ variable: 'DATABASE_URL', url: urls.url })
  try {
    const found = await one<{ user: string; bound: boolean; inherits: boolean; place: string }>(
      application,
      `select current_user as user, not (r.rolsuper or r.rolbypassrls) as bound,
         pg_has_role(current_user, 'askpro_system', 'usage') as inherits, ${PLACE}
       from pg_roles r where r.rolname = current_user`,
    )
    if (found.user !== 'askpro_app')
      throw new Error(`DATABASE_URL logs in as "${found.user}". It must be the role askpro_app.`)
    if (!found.bound)
      throw new Error(
        `DATABASE_URL: askpro_app could see past row-level security. ${adminMustRun(['alter role askpro_app nosuperuser nobypassrls;'])}`,
      )
    if (found.inherits)
      throw new Error(
        `DATABASE_URL: askpro_app inherits the rights of askpro_system. ${adminMustRun([
          'alter role askpro_app noinherit;',
          'revoke askpro_system, askpro_jobs from askpro_app;',
          'grant askpro_system, askpro_jobs to askpro_app;',
        ])}`,
      )
    const { place } = await one<{ place: string }>(owner, `select ${PLACE}`)
    if (found.place !== place)
      throw new Error('DATABASE_URL and DATABASE_OWNER_URL lead to different databases.')
  } finally {
    await application.end()
  }
}

const PLACE = `current_database() || ' since ' || pg_postmaster_start_time()::text as place`

function adminMustRun(lines: readonly string[]): string {
  return `An administrator must run:\n${lines.map(line => `  ${line}`).join('\n')}`
}
