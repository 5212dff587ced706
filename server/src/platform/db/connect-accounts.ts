import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../observability/log.ts'
import { sessionConfig, WEB_LIMITS } from './connect.ts'

/** Beside the pool of the application, and lent for single statements only. */
export const ACCOUNT_CONNECTIONS = 3

export type AccountConnections = { readonly kysely: Kysely<unknown>; close(): Promise<void> }

/**
 * Connections for the library that keeps accounts: under askpro_system, which alone reaches its tables, and with
 * instants as `Date`, which is what it expects. None is opened before it is needed.
 */
export function connectAccounts(options: { url: string; log: Log }): AccountConnections {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: ACCOUNT_CONNECTIONS,
    application_name: 'askpro accounts',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 10_000,
    ...sessionConfig(WEB_LIMITS, 'askpro_system'),
  })
  pool.on('error', error => options.log.warn({ err: error }, 'a database connection was lost'))
  pool.on('connect', client => client.on('error', () => {}))
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return { kysely, close: () => kysely.destroy() }
}
