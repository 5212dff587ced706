import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { Statement } from '../../../platform/db/send-together.ts'
import type { HoldId, ResourceId, ServiceId } from '../../../platform/ids/ids.ts'
import { partsOfSlotKey } from '../domain/slot-token.ts'

/** One holder may keep so many slots at a time. */
export const MOST_HOLDS = 3

export type HoldRow = {
  readonly id: HoldId
  readonly holder: string
  readonly expiresAt: Temporal.Instant
  readonly heldSince: Temporal.Instant | null
}

export async function findOwnHold(
  tx: Tx,
  wanted: { holder: string; slotKey: string } | { id: HoldId; slotKey: string },
): Promise<HoldRow | null> {
  let query = tx
    .selectFrom('hold')
    .select(['hold.id', 'hold.holder', 'hold.expires_at', 'hold.held_since'])
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.slot_key', '=', wanted.slotKey)
  query =
    'id' in wanted ? query.where('hold.id', '=', wanted.id) : query.where('hold.holder', '=', wanted.holder)
  const row = await query.forUpdate().executeTakeFirst()
  if (!row) return null
  return { id: row.id as HoldId, holder: row.holder, expiresAt: row.expires_at, heldSince: row.held_since }
}

/** What somebody keeps, and until when. */
export type KeptTime = {
  readonly serviceId: ServiceId
  readonly startsAt: Temporal.Instant
  readonly resourceIds: readonly ResourceId[]
  readonly expiresAt: Temporal.Instant
}

/** Null: it is over, or became an appointment. */
export async function readKeptTime(tx: Tx, id: HoldId, now: Temporal.Instant): Promise<KeptTime | null> {
  const row = await tx
    .selectFrom('hold')
    .select(['hold.slot_key', 'hold.expires_at'])
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.id', '=', id)
    .where('hold.expires_at', '>', instantSql(now))
    .executeTakeFirst()
  return row === undefined ? null : { ...partsOfSlotKey(row.slot_key), expiresAt: row.expires_at }
}

export type NewHold = {
  readonly id: HoldId
  readonly holder: string
  readonly slotKey: string
  readonly now: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** On the first place of the holder that is free. No row: none is, or the same holder made it a moment ago. */
export function insertKeptHold(tx: Tx, hold: NewHold): Statement {
  return sql`
    insert into hold (id, holder, slot_key, expires_at, held_since, number)
    select ${hold.id}::uuid, ${hold.holder}, ${hold.slotKey}, ${instantSql(hold.expiresAt)}, ${instantSql(hold.now)},
      place.number
    from generate_series(1, ${MOST_HOLDS}::integer) as place (number)
    where not exists (
      select from hold
      where hold.tenant_id = ${tx.tenantId} and hold.holder = ${hold.holder} and hold.number = place.number)
    order by place.number
    limit 1
    on conflict do nothing
  `.compile(tx)
}

/** What a holder keeps, by slot. */
export async function readHeldSlots(tx: Tx, holder: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('hold')
    .select('hold.slot_key')
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.holder', '=', holder)
    .where('hold.number', 'is not', null)
    .execute()
  return rows.map(row => row.slot_key)
}

export async function renewHold(tx: Tx, id: HoldId, expiresAt: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('hold')
    .set({ expires_at: expiresAt.toString() })
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.id', '=', id)
    .execute()
}

export async function deleteHold(tx: Tx, id: HoldId): Promise<void> {
  await tx.executeQuery(holdGone(tx, id))
}

export function holdGone(tx: Tx, id: HoldId): Statement {
  return tx.deleteFrom('hold').where('hold.tenant_id', '=', tx.tenantId).where('hold.id', '=', id).compile()
}

/** Gives up one slot that a holder keeps, if they do. */
export async function releaseOwnHold(tx: Tx, hold: { holder: string; slotKey: string }): Promise<void> {
  await tx
    .deleteFrom('hold')
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.holder', '=', hold.holder)
    .where('hold.slot_key', '=', hold.slotKey)
    .execute()
}

/** Gives up what a holder has kept for longest, in favour of something else. */
export async function releaseOldestHold(tx: Tx, holder: string): Promise<void> {
  await sql`
    delete from hold
    where hold.tenant_id = ${tx.tenantId} and hold.id = (
      select own.id from hold as own
      where own.tenant_id = ${tx.tenantId} and own.holder = ${holder} and own.number is not null
      order by own.expires_at, own.id
      limit 1)
  `.execute(tx)
}

/** Turned down: free at once for everybody. False: there is no such hold of somebody whose name begins so. */
export async function releaseHold(tx: Tx, hold: { id: HoldId; holders: string }): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('hold')
    .where('hold.tenant_id', '=', tx.tenantId)
    .where('hold.id', '=', hold.id)
    .where(sql<boolean>`starts_with(hold.holder, ${hold.holders})`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
