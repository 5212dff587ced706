import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely'
import { LentConnection } from './lent-connection.ts'

const opening = new AsyncLocalStorage<string>()

/** Whatever transaction `work` begins first runs this statement, which takes no parameters. */
export function withOpening<T>(statement: string, work: () => Promise<T>): Promise<T> {
  return opening.run(statement, work)
}

/**
 * Lends connections for the time of one piece of work, begins a transaction and sets its tenant or role in one message that nobody waits for: the first query of the work
 * goes out behind it on the same connection. If it fails, so does everything behind it: without the setting
 * row-level security shows no row and takes none.
 */
class OpeningDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const begun = connection.executeQuery(CompiledQuery.raw(`begin; ${opening.getStore() ?? ''}`))
    begun.catch(() => {})
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new LentConnection(await super.acquireConnection())
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(takeBack(connection))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(takeBack(connection))
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await super.releaseConnection(takeBack(connection) as Parameters<PostgresDriver['releaseConnection']>[0])
  }
}

/** Ends the work and returns the bare connection. */
function takeBack(connection: DatabaseConnection): DatabaseConnection {
  if (!(connection instanceof LentConnection)) throw new Error('Only lent connections are used.')
  connection.end()
  return connection.lent
}

export class OpeningDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new OpeningDriver(this.#config)
  }
}
