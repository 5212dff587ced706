import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { chooseArticle } from '../domain/knowledge/choose-article.ts'

/** More would take longer to search than a caller should wait. */
const MOST_ARTICLES = 500

type Row = {
  readonly asked: readonly string[]
  readonly answer: string | null
  readonly questions: readonly string[] | null
  readonly stems: readonly (readonly string[])[] | null
}

/**
 * The answer of the business, word for word, or null. The stems are PostgreSQL's, without accents; an index would not
 * help, since row-level security keeps full-text operators from using one.
 */
export async function findAnswer(
  tx: Tx,
  { question, lang }: { question: string; lang: Language },
): Promise<string | null> {
  const { rows } = await sql<Row>`
    select asked.stems as asked, article.answer, article.questions, article.stems
    from (select spoken_stems(${lang}, ${question}) as stems) asked
    left join lateral (
      select knowledge_article.answer, knowledge_article.questions, knowledge_article.stems
      from knowledge_article
      where knowledge_article.tenant_id = ${tx.tenantId} and knowledge_article.language = ${lang}
        and knowledge_article.removed_at is null
      order by knowledge_article.created_at, knowledge_article.id
      limit ${MOST_ARTICLES}
    ) article on true
  `.execute(tx)
  const articles = rows.flatMap(({ answer, questions, stems }) =>
    answer === null || questions === null || stems === null ? [] : [{ answer, questions, stems }],
  )
  return chooseArticle({ words: question, stems: rows[0]?.asked ?? [] }, articles)?.answer ?? null
}
