import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import { accessErrors } from '../access/access-errors.ts'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { TenantId } from '../ids/ids.ts'
import type { Log } from '../observability/log.ts'
import { requestContext } from '../observability/request-context.ts'
import { escapeLiteral, type Pool } from './connect.ts'
import type { DB } from './schema.generated.ts'
import { withOpening } from './transaction-opening.ts'

declare const tenantBrand: unique symbol
declare const systemBrand: unique symbol

/**
 * An open transaction that sees one tenant. Only `Database.inTenant` and `readTenant` make one. Inserts need not name
 * `tenant_id`: its default is the transaction's tenant.
 */
export type Tx = Transaction<DB> & { readonly tenantId: TenantId; readonly [tenantBrand]: true }

/** An open transaction across tenants: reads everything, writes only tables without a tenant. */
export type SystemTx = Transaction<DB> & { readonly [systemBrand]: true }

export type Database = {
  /**
   * Runs `work` in one transaction that sees only this tenant's rows. Repeats it on serialization failures and
   * deadlocks (40001, 40P01), so `work` must have no effect outside the database. Not to be nested: throws.
   */
  inTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs `work` in one transaction that sees only this tenant's rows and writes nothing: PostgreSQL refuses (25006).
   * Answers as soon as `work` has, for a transaction that changed nothing has nothing to lose at its end.
   */
  readTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction under the role that may look across tenants. The reason is logged. */
  acrossTenants<T>(reason: string, work: (tx: SystemTx) => Promise<T>): Promise<T>
  /**
   * The rows of one statement under the role that may look across tenants: for what every request asks before its
   * tenant is known. One message to the database instead of four. Not inside a transaction: throws.
   */
  lookUp<Row>(reason: string, statement: (look: Kysely<DB>) => CompiledQuery<Row>): Promise<Row[]>
  /** Answers when the database does; throws when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
  readonly pool: Pool['pool']
}

const openTransaction = new AsyncLocalStorage<string>()
const MOST_ATTEMPTS = 6
/** What a policy refuses to take: of whoever is limited to locations, a row of another one. */
const NOT_OURS = '42501'
/** Others held what this work needs longer than the limit: the same may work in a moment. */
const LOCK_NOT_AVAILABLE = '55P03'

/** The open transaction of the current work, or undefined. The outbound client refuses while there is one. */
export function currentTransaction(): string | undefined {
  return openTransaction.getStore()
}

export function createDatabase({ pool, patient, kysely }: Pool, log: Log): Database {
  return {
    pool,
    inTenant: async (tenantId, work) =>
      transact(kysely, { name: `tenant ${tenantId}`, opening: setTenant(tenantId) }, trx =>
        work(Object.assign(trx, { tenantId }) as Tx),
      ),
    readTenant: async (tenantId, work) =>
      firstAnswer(answer =>
        transact(
          kysely,
          { name: `tenant ${tenantId}`, opening: `set transaction read only; ${setTenant(tenantId)}` },
          async trx => answer(await work(Object.assign(trx, { tenantId }) as Tx)),
        ),
      ),
    acrossTenants: (reason, work) => {
      log.debug({ across_tenants: reason }, 'working across tenants')
      return transact(kysely, { name: reason, opening: 'set local role askpro_system' }, trx =>
        work(trx as SystemTx),
      )
    },
    lookUp: async (reason, statement) => {
      log.debug({ across_tenants: reason }, 'working across tenants')
      refuseNesting(reason)
      return await lookUp(kysely, statement(kysely))
    },
    ping: async () => {
      const client = await patient.connect()
      try {
        await client.query('select 1')
        client.release()
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    close: () => kysely.destroy(),
  }
}

/** The statement takes no parameters, so what goes into its text is an id and literals. */
function setTenant(tenantId: TenantId): string {
  if (!UUID.test(tenantId)) throw new Error('A tenant is named by its id.')
  const { actor = '', requestId = '', locations = null } = requestContext() ?? {}
  return `select set_config('app.tenant_id', '${tenantId}', true), set_config('app.actor', ${literal(actor)}, true), set_config('app.request_id', ${literal(requestId)}, true)${limitedTo(locations)}`
}

/** Whoever is not limited sends nothing: unset is all locations, and a setting ends with its transaction. */
function limitedTo(locations: readonly string[] | null): string {
  if (locations === null) return ''
  if (!locations.every(id => UUID.test(id))) throw new Error('A location is named by its id.')
  return `, set_config('app.location_ids', '{${locations.join()}}', true)`
}

function literal(text: string): string {
  return escapeLiteral(text.replaceAll('\0', '').slice(0, 300))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function transact<T>(
  kysely: Kysely<DB>,
  { name, opening }: { name: string; opening: string },
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  refuseNesting(name)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openTransaction.run(name, () =>
        withOpening(opening, () => kysely.transaction().execute(work)),
      )
    } catch (error) {
      if (codeOf(error) === NOT_OURS && requestContext()?.locations)
        throw new AppError(accessErrors.notAllowed, 'This is of another location.', { cause: error })
      if (codeOf(error) === LOCK_NOT_AVAILABLE)
        throw new AppError(platformErrors.overloaded, undefined, { cause: error })
      if (attempt >= MOST_ATTEMPTS || !isWorthRepeating(error)) throw error
      await wait(2 ** attempt * (0.5 + Math.random()))
    }
  }
}

/** What `work` hands to `answer`; it then ends by itself. Throws what it throws before that. */
function firstAnswer<T>(work: (answer: (found: T) => void) => Promise<void>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  work(resolve).catch(reject)
  return promise
}

function refuseNesting(name: string): void {
  const open = openTransaction.getStore()
  if (open) throw new Error(`A transaction (${name}) may not begin inside another (${open}).`)
}

/** All three messages are under way before the first is answered; behind a failed one `commit` takes back. */
async function lookUp<Row>(kysely: Kysely<DB>, statement: CompiledQuery<Row>): Promise<Row[]> {
  return await kysely.connection().execute(async connection => {
    const begun = connection.executeQuery(CompiledQuery.raw('begin; set local role askpro_system'))
    const found = connection.executeQuery(statement)
    const ended = connection.executeQuery(CompiledQuery.raw('commit'))
    await Promise.allSettled([begun, found, ended])
    await begun
    return (await found).rows
  })
}

function isWorthRepeating(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code
}
