import { Kysely } from 'kysely'
import pg from 'pg'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import { isTracing } from '../observability/tracing.ts'
import { type PatientPool, patientPool } from './patient-pool.ts'
import { PipelinedClient } from './pipelined-client.ts'
import type { DB } from './schema.generated.ts'
import { traceStatement } from './trace-statements.ts'
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

/**
 * How long a statement may run, wait for a lock, and how long a transaction may do nothing, in milliseconds.
 * Nobody waits for an answer longer than that; a worker has more patience than a person.
 */
export type DatabaseLimits = {
  readonly statementMs: number
  readonly lockMs: number
  readonly idleInTransactionMs: number
}

export const WEB_LIMITS: DatabaseLimits = { statementMs: 15_000, lockMs: 10_000, idleInTransactionMs: 30_000 }
export const WORKER_LIMITS: DatabaseLimits = {
  statementMs: 120_000,
  lockMs: 60_000,
  idleInTransactionMs: 120_000,
}

/** A client that vanished without a word is noticed by the server after a minute, and its locks fall. */
const SERVER_KEEPALIVE =
  '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 -c timezone=UTC'
/** How long a new connection may take: a server that does not answer is away. */
const CONNECT_MS = 5000

/** How much may wait for a connection: so many pieces of work, each so long. More is refused at once. */
export type Waiting = { readonly most: number; readonly longestMs: number }

/** A thousand bookings are two to three seconds of work. */
const WAITING: Waiting = { most: 1000, longestMs: 15_000 }

/**
 * What every long-lived connection is opened with: limits, and signs of life in both directions, so that neither
 * side waits for one that vanished. `role`: the rights it takes instead of the login's.
 */
export function sessionConfig(
  limits: DatabaseLimits,
  role: 'askpro_jobs' | 'askpro_system' | null = null,
): pg.ClientConfig {
  return {
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: role === null ? SERVER_KEEPALIVE : `-c role=${role} ${SERVER_KEEPALIVE}`,
  }
}

/** The pool knows one limit, for waiting and for connecting. */
class QuickToConnect extends PipelinedClient {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS })
  }
}

export const { escapeLiteral } = pg

export type Pool = {
  readonly pool: pg.Pool
  readonly kysely: Kysely<DB>
  /** What `kysely` takes its connections from; counts the waiting, and refuses with a sentence. */
  readonly patient: PatientPool
}

/**
 * The application's connections. A broken connection is logged and replaced, never fatal. Who gets none within
 * fifteen seconds, or finds a thousand waiting, is refused: `platform/overloaded`. When the server does not answer for
 * five, it is `platform/unavailable`.
 */
export function connect(options: {
  url: string
  max: number
  applicationName: string
  log: Log
  limits?: DatabaseLimits
  waiting?: Waiting
  metrics?: Pick<Metrics, 'databasePoolWait'>
}): Pool {
  const { limits = WEB_LIMITS, log, waiting = WAITING } = options
  const pool = new pg.Pool({
    Client: QuickToConnect,
    connectionString: options.url,
    max: options.max,
    types,
    application_name: options.applicationName,
    connectionTimeoutMillis: waiting.longestMs,
    idleTimeoutMillis: 30_000,
    ...sessionConfig(limits),
  })
  pool.on('error', error => log.warn({ err: error }, 'a database connection was lost'))
  // While it is lent, the pool does not listen: a connection lost between two statements would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  const patient = patientPool(pool, {
    log,
    most: waiting.most,
    onWaited: seconds => options.metrics?.databasePoolWait.observe(seconds),
  })
  const traced = isTracing() ? { log: traceStatement } : {}
  const dialect = new OpeningDialect({ pool: patient })
  return { pool, patient, kysely: new Kysely<DB>({ dialect, ...traced }) }
}
