import type { Tx } from '../../../platform/db/database.ts'
import type { Table } from '../../../platform/files/table-file.ts'
import { listCustomers } from '../record-views.ts'

const MOST_EXPORTED = 100_000

/** Customers, all or where words are found, as a table that the import reads again; null: too many for one file. */
export async function exportCustomers(tx: Tx, words: string | null): Promise<Table | null> {
  const records = await listCustomers(tx, { phoneE164: null, words, after: null, limit: MOST_EXPORTED + 1 })
  if (records.length > MOST_EXPORTED) return null
  return {
    name: 'customers',
    head: ['name', 'phone', 'email', 'language', 'date_of_birth', 'vip_tier', 'notes'],
    rows: records
      .toReversed()
      .map(({ name, phones, email, language, dateOfBirth, tier, notes }) => [
        ...[name, phones.map(({ e164 }) => e164).join(' | '), email, language, dateOfBirth],
        ...[tier?.name ?? null, notes],
      ]),
  }
}
