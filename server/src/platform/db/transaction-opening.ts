import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely'

const opening = new AsyncLocalStorage<string>()

/** Whatever transaction `work` begins first runs this statement, which takes no parameters. */
export function withOpening<T>(statement: string, work: () => Promise<T>): Promise<T> {
  return opening.run(statement, work)
}

/**
 * Begins a transaction and sets its tenant or role in one message that nobody waits for: the first query of the work
 * goes out behind it on the same connection. If it fails, so does everything behind it: without the setting
 * row-level security shows no row and takes none.
 */
class OpeningDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const begun = connection.executeQuery(CompiledQuery.raw(`begin; ${opening.getStore() ?? ''}`))
    begun.catch(() => {})
  }
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
