import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { platformErrors } from '../../../platform/errors/platform-errors.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { ArticleId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { receptionErrors } from '../errors.ts'
import {
  type ArticleChange,
  type ArticleView,
  addArticle,
  changeArticle,
  listArticles,
  readArticle,
} from './articles.ts'
import { unansweredRoutes } from './unanswered-routes.ts'

const language = z.enum(['de', 'en'])
const questions = z.array(z.string().trim().min(1).max(200)).min(1).max(30)
const answer = z.string().trim().min(1).max(600)
const articleShape = z.object({
  id: z.uuid(),
  language,
  /** Ways to ask for it, whole or as keywords. */
  questions: z.array(z.string()),
  /** Spoken word for word. */
  answer: z.string(),
  version: z.number(),
  /** UTC, as `removed_at`. */
  created_at: z.string(),
  removed_at: z.string().nullable(),
})

const read = { kind: 'tenant', scope: 'read', reach: 'business' } as const
const business = { kind: 'tenant', scope: 'business' } as const
const byId = z.object({ id: z.uuid() })
const { unknownArticle } = receptionErrors

/** What the receptionist answers to questions that hours, prices and staff do not answer. */
export function knowledgeRoutes(platform: Platform) {
  const { db, clock } = platform
  const change = async (tx: Tx, article: Parameters<typeof changeArticle>[1], wanted: ArticleChange) => {
    const result = await changeArticle(tx, article, wanted)
    if (result === 'unknown') throw new AppError(unknownArticle)
    if (result === 'stale') throw new AppError(platformErrors.staleVersion)
    return await find(tx, article.id)
  }

  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/knowledge/articles', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({
          language: language.optional(),
          removed: z.enum(['shown', 'hidden']).default('hidden'),
        }),
        response: { 200: z.object({ items: z.array(articleShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, removed } = request.query
        const wanted = { language: request.query.language ?? null, removed, limit: limit + 1 }
        const rows = await db.inTenant(principalOf(request).tenantId, tx =>
          listArticles(tx, { ...wanted, after: decodeCursor(cursor) }),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(present) }
      },
    })

    app.get('/api/v1/knowledge/articles/:id', {
      config: { access: read, errors: [unknownArticle] },
      schema: { params: byId, response: { 200: articleShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => find(tx, request.params.id as ArticleId)),
    })

    app.post('/api/v1/knowledge/articles', {
      config: { access: business },
      schema: {
        headers: idempotencyHeaders,
        body: z.strictObject({ language, questions, answer }),
        response: { 201: articleShape },
      },
      handler: async (request, reply) => {
        const given = await db.inTenant(principalOf(request).tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 201,
            body: await find(tx, await addArticle(tx, request.body, clock.now())),
          })),
        )
        return reply.status(201).send(given.body as z.infer<typeof articleShape>)
      },
    })

    app.patch('/api/v1/knowledge/articles/:id', {
      config: { access: business, errors: [unknownArticle, platformErrors.staleVersion] },
      schema: {
        params: byId,
        body: z.strictObject({
          language: language.optional(),
          questions: questions.optional(),
          answer: answer.optional(),
          version: z.number().int().optional(),
        }),
        response: { 200: articleShape },
      },
      handler: async request => {
        const { version, ...wanted } = request.body
        const article = { id: request.params.id as ArticleId, version: version ?? null }
        const named = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
        return await db.inTenant(principalOf(request).tenantId, tx => change(tx, article, named))
      },
    })

    app.delete('/api/v1/knowledge/articles/:id', {
      config: { access: business, errors: [unknownArticle] },
      schema: { params: byId, response: { 200: articleShape } },
      handler: async request => {
        const article = { id: request.params.id as ArticleId, version: null }
        return await db.inTenant(principalOf(request).tenantId, tx =>
          change(tx, article, { removedAt: clock.now() }),
        )
      },
    })

    app.post('/api/v1/knowledge/articles/:id/restore', {
      config: { access: business, errors: [unknownArticle] },
      schema: { params: byId, response: { 200: articleShape } },
      handler: async request => {
        const article = { id: request.params.id as ArticleId, version: null }
        return await db.inTenant(principalOf(request).tenantId, tx =>
          change(tx, article, { removedAt: null }),
        )
      },
    })

    unansweredRoutes(platform)(app)
  }
}

async function find(tx: Tx, id: ArticleId): Promise<z.infer<typeof articleShape>> {
  const article = await readArticle(tx, id)
  if (!article) throw new AppError(unknownArticle)
  return present(article)
}

function present({
  createdAt,
  removedAt,
  questions: asked,
  ...article
}: ArticleView): z.infer<typeof articleShape> {
  return {
    ...article,
    questions: [...asked],
    created_at: createdAt.toString(),
    removed_at: removedAt?.toString() ?? null,
  }
}
