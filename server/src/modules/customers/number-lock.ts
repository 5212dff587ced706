import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Statement } from '../../platform/db/send-together.ts'

/** What an import takes alone and every booking takes together with others. */
export function tenantLock(tx: Tx): string {
  return `${tx.tenantId}/import of customers`
}

/** Nobody else makes, merges or imports a person of this number until the transaction ends. */
export function lockNumber(tx: Tx, phoneE164: string): Statement {
  return sql`
    select pg_advisory_xact_lock_shared(hashtextextended(${tenantLock(tx)}, 0)),
      pg_advisory_xact_lock(hashtextextended(${numberLock(tx, phoneE164)}, 0))
  `.compile(tx)
}

export function numberLock(tx: Tx, phoneE164: string): string {
  return `${tx.tenantId}/${phoneE164}`
}
