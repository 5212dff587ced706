import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { QuestionId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { receptionErrors } from '../errors.ts'
import { listUnanswered, readUnanswered, settleUnanswered, type UnansweredView } from './unanswered.ts'

const state = z.enum(['open', 'done'])
const questionShape = z.object({
  id: z.uuid(),
  call_id: z.uuid(),
  language: z.enum(['de', 'en']),
  /** In the caller's words. */
  question: z.string(),
  state,
  /** UTC, as `settled_at`. */
  asked_at: z.string(),
  settled_at: z.string().nullable(),
  settled_by: z.string().nullable(),
})
const { unknownQuestion } = receptionErrors

/** What callers asked and nobody could answer. */
export function unansweredRoutes({ db, clock }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/knowledge/unanswered', {
      config: { access: { kind: 'tenant', scope: 'read', reach: 'location' } },
      schema: {
        querystring: pageQuery.extend({ state: state.optional() }),
        response: { 200: z.object({ items: z.array(questionShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor } = request.query
        const wanted = { state: request.query.state ?? null, after: decodeCursor(cursor), limit: limit + 1 }
        const rows = await db.inTenant(principalOf(request).tenantId, tx => listUnanswered(tx, wanted))
        const page = toPage(rows, limit, row => ({ at: row.askedAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(present) }
      },
    })

    app.patch('/api/v1/knowledge/unanswered/:id', {
      config: { access: { kind: 'tenant', scope: 'business' }, errors: [unknownQuestion] },
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ state }),
        response: { 200: questionShape },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as QuestionId
        return await db.inTenant(tenantId, async tx => {
          await settleUnanswered(tx, id, { state: request.body.state, actor, at: clock.now() })
          const question = await readUnanswered(tx, id)
          if (!question) throw new AppError(unknownQuestion)
          return present(question)
        })
      },
    })
  }
}

function present({
  callId,
  askedAt,
  settledAt,
  settledBy,
  ...question
}: UnansweredView): z.infer<typeof questionShape> {
  return {
    ...question,
    call_id: callId,
    asked_at: askedAt.toString(),
    settled_at: settledAt?.toString() ?? null,
    settled_by: settledBy,
  }
}
