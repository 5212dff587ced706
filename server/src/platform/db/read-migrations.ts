import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
  /** `--! breaking`: a version that does not know it refuses to start. */
  readonly breaking: boolean
  /** Null: the file is one transaction. `--! no-transaction`: its statements, each committed by itself. */
  readonly statements: readonly string[] | null
}

const DIRECTORY = join(import.meta.dirname, '../../../migrations')

/** All migrations of this version, in order. Throws when a number is missing or doubled. */
export async function readMigrations(directory = DIRECTORY): Promise<Migration[]> {
  const names = (await readdir(directory)).filter(name => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  const migrations = await Promise.all(
    names.map(async name => toMigration(name, await readFile(join(directory, name), 'utf8'))),
  )
  for (const [index, migration] of migrations.entries())
    if (migration.number !== index + 1) throw new Error(`${migration.name} should have number ${index + 1}.`)
  return migrations
}

function toMigration(name: string, sql: string): Migration {
  return {
    number: Number(name.slice(0, 4)),
    name,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    breaking: /^--! breaking\b/m.test(sql),
    statements: /^--! no-transaction\b/m.test(sql) ? statementsOf(name, sql) : null,
  }
}

/**
 * PostgreSQL takes several statements in one message as one transaction, so they are sent one by one: each ends with
 * a semicolon at the end of a line. Bodies of functions, which have such lines inside, belong into a transaction.
 */
function statementsOf(name: string, sql: string): string[] {
  if (sql.includes('$$')) throw new Error(`${name} has a function body and "--! no-transaction".`)
  const code = sql
    .split('\n')
    .filter(line => !line.trimStart().startsWith('--'))
    .join('\n')
  return code
    .split(/;[ \t]*(?:\n|$)/)
    .map(statement => statement.trim())
    .filter(statement => statement !== '')
}
