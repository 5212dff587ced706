import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import { type CallId, type CustomerId, type Id, newId } from '../../../platform/ids/ids.ts'

/** Rows of `one_time_code`: what a caller was asked to prove in a call. Callers hold the lock of the call. */

export type CodeId = Id<'one-time-code'>
export type ProofKind = 'email' | 'sms' | 'birth_date'
export type Proof = 'verified' | 'wrong' | 'too_many' | 'none'

export type StoredProof = {
  readonly id: CodeId
  readonly customerId: CustomerId
  readonly hash: string | null
  readonly attempts: number
  readonly state: 'open' | 'verified' | 'void'
}

export type InCall = { readonly callId: CallId; readonly now: Temporal.Instant }

/** Wrong answers to one code, or about one date. */
export const MOST_ATTEMPTS = 3

/** The latest of a kind in a call. */
export async function latestProof(
  tx: Tx,
  { callId, now }: InCall,
  kinds: readonly ProofKind[],
): Promise<StoredProof | null> {
  const { rows } = await sql<StoredProof>`
    select one_time_code.id, one_time_code.customer_id as "customerId", one_time_code.code_hash as hash,
      one_time_code.attempts,
      case when one_time_code.verified_at is not null then 'verified'
        when one_time_code.voided_at is null and one_time_code.expires_at > ${instantSql(now)} then 'open'
        else 'void' end as state
    from one_time_code
    where one_time_code.tenant_id = ${tx.tenantId} and one_time_code.call_id = ${callId}
      and one_time_code.kind = any(${kinds}::text[])
    order by one_time_code.created_at desc, one_time_code.id desc
    limit 1
  `.execute(tx)
  return rows[0] ?? null
}

/** Whatever of its kind still counted in the call counts no more. */
export async function insertProof(
  tx: Tx,
  proof: InCall & {
    readonly id?: CodeId
    readonly customerId: CustomerId
    readonly kind: ProofKind
    readonly hash: string | null
    readonly minutes: number
  },
): Promise<StoredProof> {
  const { callId, customerId, kind, hash, now } = proof
  const id = proof.id ?? newId<'one-time-code'>()
  await tx
    .updateTable('one_time_code')
    .set({ voided_at: isoText(now) })
    .where('one_time_code.tenant_id', '=', tx.tenantId)
    .where('one_time_code.call_id', '=', callId)
    .where('one_time_code.kind', '=', kind)
    .where('one_time_code.verified_at', 'is', null)
    .where('one_time_code.voided_at', 'is', null)
    .execute()
  await tx
    .insertInto('one_time_code')
    .values({
      ...{ id, kind, call_id: callId, customer_id: customerId, code_hash: hash },
      created_at: isoText(now),
      expires_at: isoText(now.add({ minutes: proof.minutes })),
    })
    .execute()
  return { id, customerId, hash, attempts: 0, state: 'open' }
}

/** Counts an answer. The last wrong one that is allowed makes the proof worthless. */
export async function settleProof(
  tx: Tx,
  { id, attempts }: StoredProof,
  answer: { readonly kind: 'wrong' } | { readonly kind: 'right'; readonly customerId: CustomerId },
  now: Temporal.Instant,
): Promise<Proof> {
  const tried = attempts + 1
  const spent = answer.kind === 'wrong' && tried >= MOST_ATTEMPTS
  await tx
    .updateTable('one_time_code')
    .set({
      attempts: tried,
      ...(answer.kind === 'right' ? { verified_at: isoText(now), customer_id: answer.customerId } : {}),
      ...(spent ? { voided_at: isoText(now) } : {}),
    })
    .where('one_time_code.tenant_id', '=', tx.tenantId)
    .where('one_time_code.id', '=', id)
    .execute()
  if (answer.kind === 'right') return 'verified'
  return spent ? 'too_many' : 'wrong'
}

/** The first of these people with an address that the business entered itself; a code goes nowhere else. */
export async function provenAddress(
  tx: Tx,
  ids: readonly CustomerId[],
): Promise<{ id: CustomerId; email: string } | null> {
  const { rows } = await sql<{ id: CustomerId; email: string }>`
    select customer.id, customer.email
    from customer
    where customer.tenant_id = ${tx.tenantId} and customer.id = any(${ids}::uuid[])
      and customer.email is not null and customer.email_from = 'office'
    order by array_position(${ids}::uuid[], customer.id)
    limit 1
  `.execute(tx)
  return rows[0] ?? null
}

export type Proven = { readonly kind: 'code' | 'birth_date'; readonly customerId: CustomerId }

/** What was proven in a call, and who by it is calling. */
export async function provenIn(tx: Tx, callId: CallId): Promise<readonly Proven[]> {
  const rows = await tx
    .selectFrom('one_time_code')
    .select(['one_time_code.kind', 'one_time_code.customer_id as customerId'])
    .where('one_time_code.tenant_id', '=', tx.tenantId)
    .where('one_time_code.call_id', '=', callId)
    .where('one_time_code.verified_at', 'is not', null)
    .execute()
  return rows.map(row => ({
    kind: row.kind === 'birth_date' ? 'birth_date' : 'code',
    customerId: row.customerId as CustomerId,
  }))
}

/** How many codes went out in the call, and to the customer within the hour, in whatever calls. */
export async function countCodes(
  tx: Tx,
  { callId, now, customerId }: InCall & { readonly customerId: CustomerId },
): Promise<{ inCall: number; inHour: number }> {
  const { rows } = await sql<{ inCall: number; inHour: number }>`
    select count(*) filter (where one_time_code.call_id = ${callId})::int as "inCall",
      count(*) filter (where one_time_code.customer_id = ${customerId}
        and one_time_code.created_at > ${instantSql(now.subtract({ hours: 1 }))})::int as "inHour"
    from one_time_code
    where one_time_code.tenant_id = ${tx.tenantId} and one_time_code.kind <> 'birth_date'
      and (one_time_code.call_id = ${callId} or one_time_code.customer_id = ${customerId})
  `.execute(tx)
  return rows[0] ?? { inCall: 0, inHour: 0 }
}
