import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { CallbackRequestId, CallId } from '../../../platform/ids/ids.ts'
import { UNTRUE, type Untrue } from '../../messaging/index.ts'
import type { ClaimKind } from '../domain/claims/claim.ts'

export type ClaimView = {
  readonly kind: ClaimKind
  /** Null: the business keeps no words of its calls. */
  readonly sentence: string | null
  readonly verdict: 'proven' | 'ghost'
  /** The tool whose answer stands behind it. */
  readonly proof: string | null
  readonly heardAt: Temporal.Instant
}

/** What was claimed in a call, as it was heard. */
export async function claimsOfCall(tx: Tx, callId: CallId): Promise<ClaimView[]> {
  const rows = await tx
    .selectFrom('claim_check')
    .select([
      'claim_check.kind',
      'claim_check.sentence',
      'claim_check.verdict',
      'claim_check.proof_tool as proof',
      'claim_check.heard_at as heardAt',
    ])
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.call_id', '=', callId)
    .orderBy('claim_check.heard_at')
    .orderBy('claim_check.kind')
    .orderBy('claim_check.position')
    .execute()
  return rows.map(row => ({
    ...row,
    kind: row.kind as ClaimKind,
    verdict: row.verdict as ClaimView['verdict'],
  }))
}

/** Of what was claimed in a call, what is not so and a caller would rely on; null: nothing of it. */
export async function untrueOfCall(
  tx: Tx,
  callId: CallId,
): Promise<{ told: Untrue[]; callbackId: CallbackRequestId } | null> {
  const rows = await tx
    .selectFrom('claim_check')
    .select(['claim_check.kind', 'claim_check.callback_request_id as callbackId'])
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.call_id', '=', callId)
    .where('claim_check.verdict', '=', 'ghost')
    .where('claim_check.kind', 'in', UNTRUE)
    .orderBy('claim_check.heard_at')
    .orderBy('claim_check.kind')
    .execute()
  const callbackId = rows.find(row => row.callbackId !== null)?.callbackId ?? null
  if (callbackId === null) return null
  return { told: rows.map(({ kind }) => kind as Untrue), callbackId: callbackId as CallbackRequestId }
}

/** How many claims were heard since then, and how many of them are ghosts. */
export async function countClaims(
  tx: Tx,
  since: Temporal.Instant | number,
): Promise<{ claims: number; ghosts: number }> {
  return await tx
    .selectFrom('claim_check')
    .select(({ fn }) => [
      fn.countAll<number>().as('claims'),
      fn.countAll<number>().filterWhere('claim_check.verdict', '=', 'ghost').as('ghosts'),
    ])
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.heard_at', '>=', instantSql(since))
    .executeTakeFirstOrThrow()
}
