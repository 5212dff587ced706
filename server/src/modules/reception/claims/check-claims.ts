import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { CallbackRequestId, CallId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CallRecord, Calls } from '../../calls/index.ts'
import type { Messaging } from '../../messaging/index.ts'
import type { Tenants } from '../../tenants/index.ts'
import { type ClaimKind, TIMED } from '../domain/claims/claim.ts'
import { namesOtherTime } from '../domain/claims/claimed-time.ts'
import { findClaims } from '../domain/claims/find-claims.ts'
import { type Answered, proofOf } from '../domain/claims/match-claims.ts'
import { homeLanguage } from '../tools/home-language.ts'
import { untrueOfCall } from './claim-views.ts'
import { ghostReason } from './ghost-words.ts'

type Parts = {
  readonly platform: Platform
  readonly tenants: Tenants
  readonly calls: Calls
  readonly messaging: Pick<Messaging, 'corrections'>
}

type Checked = {
  readonly kind: ClaimKind
  /** The how many of its kind in the call. */
  readonly position: number
  readonly sentence: string
  readonly proof: string | null
  /** It names another time than what was entered: a ghost as well, although something was done. */
  readonly otherTime: boolean
}

/** Staff should speak to the caller before they rely on what was said. */
const CALL_BACK_WITHIN = { minutes: 60 }

/**
 * Holds what the agent of a hosted call said against what was done in it (failure 68). A claim that nothing stands
 * behind, or that names another time than what was entered, is a ghost: staff are asked to call back, once for a call. What is proven later is no ghost any more, and its
 * callback request is put away if nobody has settled it. Once the call is over, the caller is written to where that is
 * allowed. Calls of our own dialogue are passed over: it cannot claim.
 *
 * The call is locked in this transaction, so no tool of it is half-way.
 */
export function createCheckClaims({ platform, tenants, calls, messaging }: Parts) {
  const correctCaller = messaging.corrections(untrueOfCall)

  return async function checkClaims(
    tx: Tx,
    heard: { call: CallRecord; said: readonly string[]; keepWords: boolean },
  ): Promise<void> {
    const { call, said, keepWords } = heard
    const claims = numbered(said)
    if (claims.length === 0 || (await isOurDialogue(tx, call.id))) return
    const answers = await readAnswers(tx, call.id)
    const proven = claims.map(claim => ({ ...claim, proof: proofOf(claim.kind, answers) }))
    const isTimed = proven.some(({ kind, proof }) => proof !== null && TIMED.has(kind))
    const namesOther = isTimed ? await otherTimes(tx, call.id) : () => false
    const checked = proven.map(({ proof, ...claim }) => {
      const otherTime = proof !== null && TIMED.has(claim.kind) && namesOther(claim.sentence)
      return { ...claim, proof: otherTime ? null : proof, otherTime }
    })
    const now = platform.clock.now()
    await saveChecks(tx, { callId: call.id, checked, keepWords, now })
    const ghosts = checked.filter(claim => claim.proof === null)
    const asked = await readCallback(tx, call.id)
    if (ghosts.length === 0) {
      if (asked !== null && !(await hasGhosts(tx, call.id)))
        await calls.settleCallback(tx, asked, { state: 'dropped', actor: 'claim check' })
      return
    }
    if (asked === null) {
      const reason = ghostReason(homeLanguage(await tenants.read(tx)), ghosts, keepWords)
      const dueAt = now.add(CALL_BACK_WITHIN)
      const wish = { reason, wantedWhen: null, dueAt, name: null, phoneE164: call.callerE164 }
      const id = await calls.requestCallback(tx, { callId: call.id, ...wish })
      await linkCallback(tx, call.id, id)
    }
    // That somebody calls back is true by now.
    if (ghosts.some(({ kind }) => kind !== 'callback')) await correctCaller(tx, call.id)
  }
}

/** A later transcript has the same claims at the same places, and perhaps more. */
function numbered(said: readonly string[]): Array<Omit<Checked, 'proof' | 'otherTime'>> {
  const counts = new Map<ClaimKind, number>()
  return said.flatMap(findClaims).map(({ kind, sentence }) => {
    const position = (counts.get(kind) ?? 0) + 1
    counts.set(kind, position)
    return { kind, position, sentence }
  })
}

async function isOurDialogue(tx: Tx, callId: CallId): Promise<boolean> {
  const row = await tx
    .selectFrom('dialogue_state')
    .select('dialogue_state.call_id')
    .where('dialogue_state.tenant_id', '=', tx.tenantId)
    .where('dialogue_state.call_id', '=', callId)
    .executeTakeFirst()
  return row !== undefined
}

/** What the tools of the call answered. An answer that was only read out is in the timeline and has no receipt. */
async function readAnswers(tx: Tx, callId: CallId): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select tool_receipt.tool, tool_receipt.answer ->> 'status' as status
    from tool_receipt
    where tool_receipt.tenant_id = ${tx.tenantId} and tool_receipt.call_id = ${callId}
    union
    select call_event.name, call_event.result ->> 'status'
    from call_event
    where call_event.tenant_id = ${tx.tenantId} and call_event.call_id = ${callId}
      and call_event.kind = 'tool' and call_event.name = 'my_appointments'
  `.execute(tx)
  return rows
}

/** Whether a sentence of the call names a time that none of its appointments has, reckoned from when the call began. */
async function otherTimes(tx: Tx, callId: CallId): Promise<(sentence: string) => boolean> {
  const { rows } = await sql<{ startedAt: Temporal.Instant; zone: string; starts: string[] }>`
    select call.started_at as "startedAt", location.time_zone as zone, array(
      select jsonb_path_query(tool_receipt.answer, '$.**.starts_at') #>> '{}'
      from tool_receipt
      where tool_receipt.tenant_id = call.tenant_id and tool_receipt.call_id = call.id
      union
      select jsonb_path_query(call_event.result, '$.**.starts_at') #>> '{}'
      from call_event
      where call_event.tenant_id = call.tenant_id and call_event.call_id = call.id
        and call_event.kind = 'tool' and call_event.name = 'my_appointments'
      union
      select to_jsonb(appointment.starts_at) #>> '{}'
      from appointment
      where appointment.tenant_id = call.tenant_id and appointment.call_id = call.id) as starts
    from call
    join location on location.tenant_id = call.tenant_id and location.id = call.location_id
    where call.tenant_id = ${tx.tenantId} and call.id = ${callId}
  `.execute(tx)
  const [row] = rows
  if (!row) return () => false
  const starts = row.starts.map(start => Temporal.Instant.from(start))
  return sentence => namesOtherTime(sentence, starts, { at: row.startedAt, zone: row.zone })
}

async function saveChecks(
  tx: Tx,
  found: { callId: CallId; checked: readonly Checked[]; keepWords: boolean; now: Temporal.Instant },
): Promise<void> {
  const { callId, checked, keepWords, now } = found
  await tx
    .insertInto('claim_check')
    .values(
      checked.map(({ kind, position, sentence, proof, otherTime }) => ({
        call_id: callId,
        kind,
        position,
        sentence: keepWords ? sentence : null,
        proof_tool: proof,
        verdict: proof === null ? 'ghost' : 'proven',
        other_time: otherTime,
        heard_at: isoText(now),
        checked_at: isoText(now),
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['tenant_id', 'call_id', 'kind', 'position']).doUpdateSet(({ ref }) => ({
        sentence: ref('excluded.sentence'),
        proof_tool: ref('excluded.proof_tool'),
        verdict: ref('excluded.verdict'),
        other_time: ref('excluded.other_time'),
        checked_at: ref('excluded.checked_at'),
      })),
    )
    .execute()
}

async function readCallback(tx: Tx, callId: CallId): Promise<CallbackRequestId | null> {
  const row = await tx
    .selectFrom('claim_check')
    .select('claim_check.callback_request_id as id')
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.call_id', '=', callId)
    .where('claim_check.callback_request_id', 'is not', null)
    .executeTakeFirst()
  return (row?.id ?? null) as CallbackRequestId | null
}

/** Updates of a transcript come in any order: one that knows less does not clear what a later one has found. */
async function hasGhosts(tx: Tx, callId: CallId): Promise<boolean> {
  const row = await tx
    .selectFrom('claim_check')
    .select('claim_check.position')
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.call_id', '=', callId)
    .where('claim_check.verdict', '=', 'ghost')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function linkCallback(tx: Tx, callId: CallId, id: CallbackRequestId): Promise<void> {
  await tx
    .updateTable('claim_check')
    .set({ callback_request_id: id })
    .where('claim_check.tenant_id', '=', tx.tenantId)
    .where('claim_check.call_id', '=', callId)
    .where('claim_check.verdict', '=', 'ghost')
    .execute()
}
