import { Kysely } from 'kysely'
import pg from 'pg'
import type { Log } from '../observability/log.ts'
import { PipelinedClient } from './pipelined-client.ts'
import type { DB } from './schema.generated.ts'
import { OpeningDialect } from './transaction-opening.ts'

const TIMESTAMPTZ = 1184
const INT8 = 20

/** Instants come back as `Temporal.Instant`, counts as numbers: never as a `Date` in somebody's zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'))
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

export type Pool = { readonly pool: pg.Pool; readonly kysely: Kysely<DB> }

/** The application's connections. A broken idle connection is logged and replaced, never fatal. */
export function connect(options: { url: string; max: number; applicationName: string; log: Log }): Pool {
  const pool = new pg.Pool({
    Client: PipelinedClient,
    connectionString: options.url,
    max: options.max,
    types,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=UTC',
  })
  pool.on('error', error => options.log.warn({ err: error }, 'a database connection was lost'))
  return { pool, kysely: new Kysely<DB>({ dialect: new OpeningDialect({ pool }) }) }
}
