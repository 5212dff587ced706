import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Addresses of one database for the two logins of the product. */
export type DatabaseUrls = {
  /** Application role: web and worker. */
  readonly url: string
  /** Owner: migrations only. */
  readonly ownerUrl: string
}

/**
 * Makes the roles and one database on a server whose superuser we are. Safe to run again and by two processes
 * at once. The rights of the roles are given by the migrations.
 */
export async function prepareDatabase(adminUrl: string, database: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    // Two processes that prepare at once take turns; the lock falls with the connection.
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    await ensureRoles(client, role => passwordFor(adminUrl, role))
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner askpro_owner`)
  } finally {
    await client.end()
  }
  return databaseUrls(adminUrl, database)
}

/** The logins' addresses of a database made by `prepareDatabase`. */
export function databaseUrls(adminUrl: string, database: string): DatabaseUrls {
  const urlFor = (role: string): string => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = passwordFor(adminUrl, role)
    url.pathname = `/${database}`
    return url.href
  }
  return { url: urlFor('askpro_app'), ownerUrl: urlFor('askpro_owner') }
}

/** Derived, so that only the superuser's password has to be kept. */
function passwordFor(adminUrl: string, role: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update(role)
    .digest('base64url')
}

const PREPARE_LOCK = 7_305_001

/** askpro_app takes the other two roles only by asking for them (`noinherit`): nothing of theirs leaks into its queries. */
async function ensureRoles(client: pg.Client, passwordOf: (role: string) => string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'askpro\\_%'",
  )
  const known = new Set(rows.map(row => row.rolname))
  const login = (role: string) => `login password ${client.escapeLiteral(passwordOf(role))}`
  const wanted: Array<[role: string, sql: string]> = [
    ['askpro_system', 'create role askpro_system nologin'],
    ['askpro_jobs', 'create role askpro_jobs nologin'],
    ['askpro_owner', `create role askpro_owner ${login('askpro_owner')}`],
    ['askpro_app', `create role askpro_app noinherit ${login('askpro_app')}`],
  ]
  for (const [role, sql] of wanted) if (!known.has(role)) await client.query(sql)
  await client.query('grant askpro_system, askpro_jobs to askpro_app')
  await client.query('grant askpro_jobs to askpro_owner')
}
