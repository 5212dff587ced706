import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** What decides what a transaction reads of the catalogue: how it stands, and to which locations the reader is limited. */
export type Revision = {
  /** Another one after every change; null: this tenant has none, and nothing is remembered. */
  readonly revision: string | null
  /** As the database has them. Empty: not limited. */
  readonly locations: string
}

/**
 * Asks the database, under its row-level security, how the catalogue stands. Throws in a transaction that may write:
 * what it changed itself has no revision yet.
 */
export async function readRevision(tx: Tx): Promise<Revision> {
  const { read_only: readOnly, ...revision } = await askRevision(tx)
  if (readOnly !== 'on') throw new Error('The catalogue is remembered for transactions that only read.')
  return revision
}

/** The same in any transaction: what it changed itself, it does not know of. */
export async function revisionNow(tx: Tx): Promise<Revision> {
  const { revision, locations } = await askRevision(tx)
  return { revision, locations }
}

async function askRevision(tx: Tx): Promise<Revision & { read_only: string }> {
  const { rows } = await sql<Revision & { read_only: string }>`
    select (select catalogue_revision.revision from catalogue_revision
        where catalogue_revision.tenant_id = ${tx.tenantId}) as revision,
      coalesce(current_setting('app.location_ids', true), '') as locations,
      current_setting('transaction_read_only') as read_only
  `.execute(tx)
  const [row] = rows
  if (!row) throw new Error('A question without a table has one answer.')
  return row
}

/** Whether nothing was changed between two answers, and both readers see the same. */
export function isSame(one: Revision, other: Revision): boolean {
  return one.revision !== null && one.revision === other.revision && one.locations === other.locations
}
