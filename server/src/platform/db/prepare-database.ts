import { createHmac } from 'node:crypto'
import pg from 'pg'
import { createRole, grantRoles, knownRoles, ROLES } from './roles.ts'

/** Addresses of one database for the two logins of the product. */
export type DatabaseUrls = {
  /** Application role: web and worker. */
  readonly url: string
  /** Owner: migrations only. */
  readonly ownerUrl: string
}

/** Held while roles and databases are made: two processes that prepare at once take turns. */
export const PREPARE_LOCK = 7_305_001

/**
 * Makes the roles and one database on a server whose superuser we are. Safe to run again and by two processes
 * at once. The rights of the roles are given by the migrations.
 */
export async function prepareDatabase(adminUrl: string, database: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: adminUrl })
  // Lost between two statements, it would end the process; the next statement says so anyway.
  client.on('error', () => {})
  await client.connect()
  try {
    // The lock falls with the connection.
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    const known = await knownRoles(client)
    for (const role of ROLES)
      if (!known.has(role))
        await client.query(createRole(role, client.escapeLiteral(passwordFor(adminUrl, role))))
    for (const sql of grantRoles('askpro_owner')) await client.query(sql)
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
