import type pg from 'pg'
import type { Migration } from './read-migrations.ts'

/** What the database says about the migrations that ran on it. */
export type AppliedMigration = {
  readonly number: number
  readonly name: string
  readonly checksum: string
  readonly breaking: boolean
}

/** Where a database and the files of this version differ. */
export type Comparison = {
  readonly pending: readonly Migration[]
  /** Of a newer version, which this one does not know. */
  readonly newer: readonly AppliedMigration[]
  /** Applied, and since then no longer the same file. */
  readonly changed: readonly Migration[]
}

export async function readApplied(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('public.schema_migration') is not null as present",
  )
  if (!rows[0]?.present) return []
  const applied = await client.query<AppliedMigration>(
    `select schema_migration.number, schema_migration.name, schema_migration.checksum, schema_migration.breaking
     from schema_migration order by schema_migration.number`,
  )
  return applied.rows
}

export function compareMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Comparison {
  const done = new Map(applied.map(row => [row.number, row]))
  return {
    pending: migrations.filter(migration => !done.has(migration.number)),
    newer: applied.filter(row => row.number > migrations.length),
    changed: migrations.filter(migration => {
      const row = done.get(migration.number)
      return row !== undefined && row.checksum !== migration.checksum
    }),
  }
}

/** Throws when this version must not touch the database. */
export function refuseForeignHistory({ newer, changed }: Comparison): void {
  const breaking = newer.find(row => row.breaking)
  if (breaking)
    throw new Error(
      `The database has the breaking migration ${breaking.name} of a newer version. Start that version.`,
    )
  const [first] = changed
  if (first)
    throw new Error(`${first.name} was changed after it had been applied. Migrations are forward-only.`)
}
