import { sql } from 'kysely'
import type { KeyRing } from '../crypto/key-ring.ts'
import type { Tx } from '../db/database.ts'
import { chainEnd, type Link, NOTHING_BEFORE, sealLink } from './chain.ts'
import { LINK_COLUMNS } from './seal-events.ts'

const BATCH = 5000
const MOST_PROBLEMS = 20

/** What the record of one tenant is worth. */
export type ChainReport = {
  readonly sealed: number
  /** Noted, and not sealed yet. */
  readonly waiting: number
  /** Values that were erased; that they were there is still sealed. */
  readonly erased: number
  readonly problems: readonly string[]
}

type Sealed = Link & {
  readonly seq: string
  readonly hash: string
  readonly value: 'true' | 'false' | 'erased'
}

/** Reckons the whole chain anew and holds it against what is stored, the values against their hashes. */
export async function verifyChain(tx: Tx, keys: KeyRing): Promise<ChainReport> {
  const problems: string[] = []
  const found = { seq: 0, hash: NOTHING_BEFORE, erased: 0 }
  for (let rows = await readSealed(tx, 0); rows.length > 0; rows = await readSealed(tx, found.seq))
    for (const link of rows) {
      problems.push(...faultsOf(link, found))
      found.seq = Number(link.seq)
      // What is stored goes on, so that one fault is told once.
      found.hash = link.hash
      if (link.value === 'erased') found.erased += 1
    }
  problems.push(...(await endFaults(tx, keys, found)))
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from audit_event
    where audit_event.tenant_id = ${tx.tenantId} and audit_event.seq is null`.execute(tx)
  return {
    sealed: found.seq,
    waiting: rows[0]?.waiting ?? 0,
    erased: found.erased,
    problems: problems.slice(0, MOST_PROBLEMS),
  }
}

function faultsOf(link: Sealed, before: { seq: number; hash: string }): string[] {
  const seq = Number(link.seq)
  const what = `event ${seq} (${link.entity} ${link.entityId}, ${link.at})`
  if (seq !== before.seq + 1) return [`events ${before.seq + 1} to ${seq - 1} are gone`]
  return [
    ...(sealLink(before.hash, seq, link) === link.hash ? [] : [`${what} is not the one that was sealed`]),
    ...(link.value === 'false' ? [`${what} has other values than those that were sealed`] : []),
  ]
}

async function endFaults(tx: Tx, keys: KeyRing, found: { seq: number; hash: string }): Promise<string[]> {
  const end = await tx
    .selectFrom('audit_chain')
    .select(['audit_chain.seq', 'audit_chain.hash', 'audit_chain.signature'])
    .where('audit_chain.tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  if (!end) return found.seq === 0 ? [] : ['the end of the chain is gone']
  const seq = Number(end.seq)
  const signed = keys.verify('audit-chain', chainEnd(tx.tenantId, seq, end.hash), end.signature)
  return [
    ...(signed ? [] : ['the end of the chain was not signed by this installation']),
    ...(seq === found.seq && end.hash === found.hash
      ? []
      : [`the chain ends at event ${found.seq}, and ${seq} were sealed`]),
  ]
}

async function readSealed(tx: Tx, after: number): Promise<readonly Sealed[]> {
  const { rows } = await sql<Sealed>`
    select ${LINK_COLUMNS}, audit_event.seq::text as seq, audit_event.chain_hash as hash,
      case when audit_event.salt is null then 'erased' else (
        audit_event.before_hash = sha256(convert_to(audit_event.salt::text || coalesce(audit_event.before::text, ''), 'UTF8'))
        and audit_event.after_hash = sha256(convert_to(audit_event.salt::text || coalesce(audit_event.after::text, ''), 'UTF8'))
      )::text end as value
    from audit_event
    where audit_event.tenant_id = ${tx.tenantId} and audit_event.seq > ${after}
    order by audit_event.seq
    limit ${BATCH}`.execute(tx)
  return rows
}
