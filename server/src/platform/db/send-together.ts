import type { CompiledQuery, QueryResult } from 'kysely'
import type { SystemTx, Tx } from './database.ts'

/** A statement that was made and not sent yet. */
export type Statement<Row = unknown> = CompiledQuery<Row>

type Results<Statements extends readonly Statement[]> = {
  [Index in keyof Statements]: Statements[Index] extends Statement<infer Row> ? QueryResult<Row> : never
}

/**
 * Sends statements in one go; PostgreSQL executes them in this order, so a later one may count on an earlier one (a
 * foreign key, a lock), but on nothing that the program would first have to look at. Throws the first error.
 *
 * Every statement takes the same way through the query builder, which is what keeps their order.
 */
export async function sendTogether<const Statements extends readonly Statement[]>(
  tx: Tx | SystemTx,
  statements: Statements,
): Promise<Results<Statements>> {
  return (await Promise.all(statements.map(statement => tx.executeQuery(statement)))) as Results<Statements>
}
