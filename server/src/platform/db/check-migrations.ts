import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareMigrations, readApplied } from './applied-migrations.ts'
import { connectOrExplain } from './connection-problem.ts'
import { dumpSchema } from './dump-schema.ts'
import { readMigrations } from './read-migrations.ts'

/** How a database stands to this version; all lists empty and `schema` equal: exactly what the migrations make. */
export type MigrationCheck = {
  readonly pending: readonly string[]
  /** Applied by a newer version. */
  readonly unknown: readonly string[]
  /** Applied from a file that reads differently now. */
  readonly changed: readonly string[]
  /** The tables, rules and functions, compared with `server/schema.sql`; unknown while migrations are pending. */
  readonly schema: 'equal' | 'different' | 'not_compared'
  /** The first line in which they differ: what the file has and what the database has. */
  readonly difference: { readonly expected: string; readonly found: string } | null
}

const SCHEMA_FILE = join(import.meta.dirname, '../../../schema.sql')

/** Looks and changes nothing. */
export async function checkMigrations(
  ownerUrl: string,
  options: { directory?: string } = {},
): Promise<MigrationCheck> {
  const migrations = await readMigrations(options.directory)
  const client = await connectOrExplain({ variable: 'DATABASE_OWNER_URL', url: ownerUrl })
  try {
    const { pending, newer, changed } = compareMigrations(migrations, await readApplied(client))
    const comparable = pending.length === 0 && newer.length === 0
    const difference = comparable
      ? firstDifference(await readFile(SCHEMA_FILE, 'utf8'), await dumpSchema(client))
      : null
    const equal = difference === null ? 'equal' : 'different'
    return {
      pending: pending.map(migration => migration.name),
      unknown: newer.map(row => row.name),
      changed: changed.map(migration => migration.name),
      schema: comparable ? equal : 'not_compared',
      difference,
    }
  } finally {
    await client.end()
  }
}

export function isUpToDate(check: MigrationCheck): boolean {
  return check.schema === 'equal' && check.changed.length === 0
}

function firstDifference(expected: string, found: string): { expected: string; found: string } | null {
  if (expected === found) return null
  const [left, right] = [expected.split('\n'), found.split('\n')]
  const at = left.findIndex((line, index) => line !== right[index])
  const index = at === -1 ? left.length : at
  return { expected: left[index] ?? '', found: right[index] ?? '' }
}
