import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { type CallId, newId, type QuestionId } from '../../../platform/ids/ids.ts'

export type UnansweredState = 'open' | 'done'

export type UnansweredView = {
  readonly id: QuestionId
  readonly callId: CallId
  readonly language: Language
  readonly question: string
  readonly state: UnansweredState
  readonly askedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
}

const LONGEST = 300

/** Kept for whoever writes the articles. The same question in one call is one. */
export async function recordUnanswered(
  tx: Tx,
  asked: { callId: CallId; language: Language; question: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('unanswered_question')
    .values({
      id: newId<'unanswered-question'>(),
      call_id: asked.callId,
      language: asked.language,
      question: asked.question.slice(0, LONGEST),
      asked_at: isoText(asked.at),
    })
    .onConflict(conflict => conflict.constraint('unanswered_question_once').doNothing())
    .execute()
}

/** It was dealt with, or is taken up again. Said again, nothing changes. */
export async function settleUnanswered(
  tx: Tx,
  id: QuestionId,
  wish: { state: UnansweredState; actor: string; at: Temporal.Instant },
): Promise<void> {
  const done = wish.state === 'done'
  await tx
    .updateTable('unanswered_question')
    .set({
      state: wish.state,
      settled_at: done ? isoText(wish.at) : null,
      settled_by: done ? wish.actor : null,
    })
    .where('unanswered_question.tenant_id', '=', tx.tenantId)
    .where('unanswered_question.id', '=', id)
    .where('unanswered_question.state', '<>', wish.state)
    .execute()
}

const QUESTION = sql`
  select unanswered_question.id, unanswered_question.call_id as "callId", unanswered_question.language,
    unanswered_question.question, unanswered_question.state, unanswered_question.asked_at as "askedAt",
    unanswered_question.settled_at as "settledAt", unanswered_question.settled_by as "settledBy"
  from unanswered_question`

export async function readUnanswered(tx: Tx, id: QuestionId): Promise<UnansweredView | null> {
  const { rows } = await sql<UnansweredView>`
    ${QUESTION} where unanswered_question.tenant_id = ${tx.tenantId} and unanswered_question.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Newest first. */
export async function listUnanswered(
  tx: Tx,
  wanted: { state: UnansweredState | null; after: Cursor | null; limit: number },
): Promise<UnansweredView[]> {
  const { state, after } = wanted
  const { rows } = await sql<UnansweredView>`
    ${QUESTION}
    where unanswered_question.tenant_id = ${tx.tenantId}
      and (${state}::text is null or unanswered_question.state = ${state})
      and (${after?.at ?? null}::timestamptz is null
        or (unanswered_question.asked_at, unanswered_question.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by unanswered_question.asked_at desc, unanswered_question.id desc
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
