import { sql } from 'kysely'
import type { KeyRing } from '../crypto/key-ring.ts'
import type { Database, Tx } from '../db/database.ts'
import { isoText } from '../db/instant-sql.ts'
import type { TenantId } from '../ids/ids.ts'
import type { Clock } from '../time/clock.ts'
import { chainEnd, type Link, NOTHING_BEFORE, sealLink } from './chain.ts'

const BATCH = 1000

/** What of an event is sealed, as text that is the same whenever it is read. */
export const LINK_COLUMNS = sql`
  audit_event.id, to_char(audit_event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, audit_event.actor,
  audit_event.action, audit_event.entity, audit_event.entity_id as "entityId", audit_event.request_id as "requestId",
  encode(audit_event.before_hash, 'hex') as "beforeHash", encode(audit_event.after_hash, 'hex') as "afterHash"`

/** Puts what was noted since the last time at the end of each tenant's chain. Returns how many. */
export async function sealEvents(parts: { db: Database; keys: KeyRing; clock: Clock }): Promise<number> {
  const tenants = await parts.db.acrossTenants('audit: who has events that are not sealed', tx =>
    tx
      .selectFrom('audit_event')
      .select('audit_event.tenant_id')
      .distinct()
      .where('audit_event.seq', 'is', null)
      .execute(),
  )
  let sealed = 0
  for (const { tenant_id } of tenants) {
    let batch: number
    do {
      batch = await parts.db.inTenant(tenant_id as TenantId, tx => sealBatch(tx, parts))
      sealed += batch
    } while (batch === BATCH)
  }
  return sealed
}

async function sealBatch(tx: Tx, { keys, clock }: { keys: KeyRing; clock: Clock }): Promise<number> {
  const end = await lockEnd(tx, keys, clock)
  const { rows } = await sql<Link>`
    select ${LINK_COLUMNS} from audit_event
    where audit_event.tenant_id = ${tx.tenantId} and audit_event.seq is null
    order by audit_event.at, audit_event.id
    limit ${BATCH}`.execute(tx)
  if (rows.length === 0) return 0
  let { seq, hash } = end
  const links = rows.map(link => {
    seq += 1
    hash = sealLink(hash, seq, link)
    return { id: link.id, seq, hash }
  })
  await sql`
    update audit_event set seq = link.seq, chain_hash = link.hash
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link (id uuid, seq bigint, hash text)
    where audit_event.tenant_id = ${tx.tenantId} and audit_event.id = link.id`.execute(tx)
  await tx
    .updateTable('audit_chain')
    .set({ ...signedEnd(keys, { tenantId: tx.tenantId, seq, hash }), sealed_at: isoText(clock.now()) })
    .where('audit_chain.tenant_id', '=', tx.tenantId)
    .execute()
  return links.length
}

/** Signs where the chain ends with the current key; not what no accepted key has signed. Returns whether it did. */
export async function signEndAnew(tx: Tx, keys: KeyRing): Promise<boolean> {
  const end = await tx
    .selectFrom('audit_chain')
    .select(['audit_chain.seq', 'audit_chain.hash', 'audit_chain.signature'])
    .where('audit_chain.tenant_id', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirst()
  if (!end) return false
  const seq = Number(end.seq)
  const { signature } = signedEnd(keys, { tenantId: tx.tenantId, seq, hash: end.hash })
  const isOurs = keys.verify('audit-chain', chainEnd(tx.tenantId, seq, end.hash), end.signature)
  if (signature === end.signature || !isOurs) return false
  await tx
    .updateTable('audit_chain')
    .set({ signature })
    .where('audit_chain.tenant_id', '=', tx.tenantId)
    .execute()
  return true
}

/** Two who seal at once come in turn. */
async function lockEnd(tx: Tx, keys: KeyRing, clock: Clock): Promise<{ seq: number; hash: string }> {
  const beginning = signedEnd(keys, { tenantId: tx.tenantId, seq: 0, hash: NOTHING_BEFORE })
  await tx
    .insertInto('audit_chain')
    .values({ ...beginning, sealed_at: isoText(clock.now()) })
    .onConflict(conflict => conflict.column('tenant_id').doNothing())
    .execute()
  const end = await tx
    .selectFrom('audit_chain')
    .select(['audit_chain.seq', 'audit_chain.hash'])
    .where('audit_chain.tenant_id', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { seq: Number(end.seq), hash: end.hash }
}

function signedEnd(keys: KeyRing, end: { tenantId: TenantId; seq: number; hash: string }) {
  const { tenantId, seq, hash } = end
  return { seq, hash, signature: keys.sign('audit-chain', chainEnd(tenantId, seq, hash)) }
}
