import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isoText } from '../../../platform/db/instant-sql.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { type ArticleId, newId } from '../../../platform/ids/ids.ts'

export type NewArticle = {
  readonly language: Language
  readonly questions: readonly string[]
  readonly answer: string
}

export type ArticleView = NewArticle & {
  readonly id: ArticleId
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly removedAt: Temporal.Instant | null
}

export async function addArticle(tx: Tx, article: NewArticle, at: Temporal.Instant): Promise<ArticleId> {
  const id = newId<'knowledge-article'>()
  await tx
    .insertInto('knowledge_article')
    .values({
      id,
      language: article.language,
      questions: [...article.questions],
      answer: article.answer,
      created_at: isoText(at),
    })
    .execute()
  return id
}

export type ArticleChange = Partial<NewArticle> & { readonly removedAt?: Temporal.Instant | null }

/** Changes what is named, under the lock of the row. With `version`, a stale one changes nothing. */
export async function changeArticle(
  tx: Tx,
  article: { id: ArticleId; version: number | null },
  change: ArticleChange,
): Promise<'changed' | 'unknown' | 'stale'> {
  const row = await tx
    .selectFrom('knowledge_article')
    .select('knowledge_article.version')
    .where('knowledge_article.tenant_id', '=', tx.tenantId)
    .where('knowledge_article.id', '=', article.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (article.version !== null && article.version !== row.version) return 'stale'
  const { removedAt } = change
  await tx
    .updateTable('knowledge_article')
    .set({
      version: row.version + 1,
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.questions === undefined ? {} : { questions: [...change.questions] }),
      ...(change.answer === undefined ? {} : { answer: change.answer }),
      ...(removedAt === undefined ? {} : { removed_at: removedAt && isoText(removedAt) }),
    })
    .where('knowledge_article.tenant_id', '=', tx.tenantId)
    .where('knowledge_article.id', '=', article.id)
    .execute()
  return 'changed'
}

const ARTICLE = sql`
  select knowledge_article.id, knowledge_article.language, knowledge_article.questions, knowledge_article.answer,
    knowledge_article.version, knowledge_article.created_at as "createdAt", knowledge_article.removed_at as "removedAt"
  from knowledge_article`

export async function readArticle(tx: Tx, id: ArticleId): Promise<ArticleView | null> {
  const { rows } = await sql<ArticleView>`
    ${ARTICLE} where knowledge_article.tenant_id = ${tx.tenantId} and knowledge_article.id = ${id}
  `.execute(tx)
  return rows[0] ?? null
}

/** In the order in which they were written. */
export async function listArticles(
  tx: Tx,
  wanted: {
    language: Language | null
    removed: 'shown' | 'hidden'
    after: Cursor | null
    limit: number
  },
): Promise<ArticleView[]> {
  const { language, after } = wanted
  const { rows } = await sql<ArticleView>`
    ${ARTICLE}
    where knowledge_article.tenant_id = ${tx.tenantId}
      and (${language}::text is null or knowledge_article.language = ${language})
      and (${wanted.removed} = 'shown' or knowledge_article.removed_at is null)
      and (${after?.at ?? null}::timestamptz is null
        or (knowledge_article.created_at, knowledge_article.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by knowledge_article.created_at, knowledge_article.id
    limit ${wanted.limit}
  `.execute(tx)
  return rows
}
