import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { TenantId } from '../ids/ids.ts'
import { currentKey, type KeyParts, replaceKey, rewrapKeys } from './tenant-keys.ts'
import { prefixOf, type TenantSecrets } from './tenant-secrets.ts'

/** Where a module keeps secrets of businesses: a column of a table whose rows have an `id`. */
export type SealedColumn = {
  readonly table: string
  readonly column: string
  /** What they are bound to. */
  readonly contextOf: (id: string) => string
}

export type SealedAnew = {
  /** Keys that are no longer in use because of a new one, and keys sealed with the current secret key since. */
  readonly replaced: number
  readonly rewrapped: number
  readonly sealed: number
  /** They stay as they are. */
  readonly unreadable: number
}

export type SealParts = KeyParts & { readonly db: Database; readonly secrets: TenantSecrets }

/** Small, because whoever changes one of these rows waits for the end of a batch. */
const BATCH = 50

/**
 * Brings the secrets of a tenant under its current key, and its keys under the current secret key. In batches, each a
 * transaction: who reads meanwhile finds either the old or the new, and both open; stopped anywhere, it goes on when it
 * is begun again. With `newKeyIfBefore` the tenant first gets a new key, unless its own was made since.
 */
export async function sealAnew(
  parts: SealParts,
  tenantId: TenantId,
  wish: { readonly columns: readonly SealedColumn[]; readonly newKeyIfBefore: Temporal.Instant | null },
): Promise<SealedAnew> {
  const { db, keys } = parts
  const since = wish.newKeyIfBefore
  const [rewrapped, change] = await db.inTenant(tenantId, async tx => [
    await rewrapKeys(tx, keys),
    since === null ? null : await replaceKey(tx, parts, since),
  ])
  let [sealed, unreadable] = [0, 0]
  for (const column of wish.columns) {
    let after: string | null = null
    do {
      const batch: Batch = await db.inTenant(tenantId, tx => sealBatch(tx, parts, { column, after }))
      sealed += batch.sealed
      unreadable += batch.unreadable
      after = batch.last
    } while (after !== null)
  }
  return { replaced: change === 'replaced' ? 1 : 0, rewrapped, sealed, unreadable }
}

type Batch = { readonly sealed: number; readonly unreadable: number; readonly last: string | null }

async function sealBatch(
  tx: Tx,
  parts: SealParts,
  { column, after }: { column: SealedColumn; after: string | null },
): Promise<Batch> {
  const { secrets } = parts
  const isOld = await oldIn(tx, parts, column)
  const { rows } = await sql<{ id: string; sealed: string }>`
    select kept.id, kept.${sql.ref(column.column)} as sealed from ${sql.table(column.table)} as kept
    where ${isOld} and (${after}::uuid is null or kept.id > ${after}::uuid)
    order by kept.id limit ${BATCH} for no key update`.execute(tx)
  let sealed = 0
  for (const row of rows) {
    const context = column.contextOf(row.id)
    const text = await secrets.open(tx, row.sealed, context).catch(() => null)
    if (text === null) continue
    const anew = await secrets.seal(tx, text, context)
    await sql`
      update ${sql.table(column.table)} as kept set ${sql.ref(column.column)} = ${anew}
      where kept.tenant_id = ${tx.tenantId} and kept.id = ${row.id}`.execute(tx)
    sealed += 1
  }
  const last = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null)
  return { sealed, unreadable: rows.length - sealed, last }
}

/** No key is made for a tenant that has no secrets. */
async function oldIn(
  tx: Tx,
  parts: SealParts,
  { table, column }: SealedColumn,
): Promise<RawBuilder<boolean>> {
  const kept = sql<boolean>`kept.tenant_id = ${tx.tenantId} and kept.${sql.ref(column)} is not null`
  const { rows } = await sql`select 1 from ${sql.table(table)} as kept where ${kept} limit 1`.execute(tx)
  if (rows.length === 0) return sql<boolean>`false`
  const { id } = await currentKey(tx, parts)
  return sql<boolean>`${kept} and not starts_with(kept.${sql.ref(column)}, ${prefixOf(id)})`
}
