import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { CallbackRequestId, CallId } from '../../../platform/ids/ids.ts'
import { type ReadUntrue, UNTRUE, type Untrue } from '../../messaging/index.ts'
import type { ClaimKind } from '../domain/claims/claim.ts'

export type ClaimView = {
  readonly kind: ClaimKind
  /** Null: the business keeps no words of its calls. */
  readonly sentence: string | null
  readonly verdict: 'proven' | 'ghost'
  /** Something was entered, but for another time than was said. */
  readonly otherTime: boolean
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
      'claim_check.other_time as otherTime',
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
export const untrueOfCall: ReadUntrue = async (tx, callId) => {
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
  return {
    told: rows.map(({ kind }) => kind as Untrue),
    callbackId: callbackId as CallbackRequestId,
    entered: await enteredIn(tx, callId),
  }
}

/** When those appointments are, as they stand now, that the call booked or moved. */
async function enteredIn(tx: Tx, callId: CallId): Promise<Temporal.Instant[]> {
  const { rows } = await sql<{ startsAt: Temporal.Instant }>`
    select appointment.starts_at as "startsAt"
    from appointment
    where appointment.tenant_id = ${tx.tenantId} and appointment.state = 'confirmed'
      and (appointment.call_id = ${callId} or appointment.id in (
        select tool_receipt.entity_id from tool_receipt
        where tool_receipt.tenant_id = ${tx.tenantId} and tool_receipt.call_id = ${callId}
          and tool_receipt.tool = 'move_appointment'))
    order by appointment.starts_at
  `.execute(tx)
  return rows.map(({ startsAt }) => startsAt)
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
