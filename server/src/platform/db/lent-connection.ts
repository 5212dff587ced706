import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'

/**
 * A connection for the time of one piece of work. Of several statements that were begun together one may fail, which
 * ends the work while another is still to be sent: on the bare connection it would run in the transaction of whoever
 * has it next, as their tenant. Here it is refused.
 */
export class LentConnection implements DatabaseConnection {
  readonly lent: DatabaseConnection
  #over = false

  constructor(lent: DatabaseConnection) {
    this.lent = lent
  }

  /** From here on every statement is refused. */
  end(): void {
    this.#over = true
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#refuseLate(query)
    return await this.lent.executeQuery<Row>(query)
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    this.#refuseLate(query)
    return this.lent.streamQuery<Row>(query, chunkSize)
  }

  #refuseLate({ sql }: CompiledQuery): void {
    if (this.#over) throw new Error(`A statement came after the end of its transaction: ${sql.slice(0, 200)}`)
  }
}
