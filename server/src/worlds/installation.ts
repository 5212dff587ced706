import type { Platform } from '../platform/platform.ts'

export type InstallationKind = 'demo' | 'real' | 'test'

/** Says once what this database is for. What it said first stays. */
export async function markInstallation({ db }: Platform, kind: InstallationKind): Promise<void> {
  await db.acrossTenants('installation: mark', tx =>
    tx
      .insertInto('installation')
      .values({ kind })
      .onConflict(conflict => conflict.column('only_row').doNothing())
      .execute(),
  )
}

export async function installationKind({ db }: Platform): Promise<InstallationKind | null> {
  const row = await db.acrossTenants('installation: read', tx =>
    tx.selectFrom('installation').select('installation.kind').executeTakeFirst(),
  )
  return (row?.kind as InstallationKind | undefined) ?? null
}
