/** An article as it is searched: the ways to ask for it, each in words and in stems. */
export type Article = {
  readonly answer: string
  readonly questions: readonly string[]
  readonly stems: readonly (readonly string[])[]
}

/** What was asked, in plain words and in the stems that say something. */
export type Asked = { readonly words: string; readonly stems: readonly string[] }

/**
 * The article that was asked for: one of its questions was said as it is, or more than half of the words of one.
 * Of several the one of which most was said; so a keyword alone is a question, and "Verkaufen Sie Shampoo?" does not
 * find "Verkaufen Sie Gutscheine?".
 */
export function chooseArticle<Found extends Article>(asked: Asked, articles: readonly Found[]): Found | null {
  const rated = articles.map(article => ({ article, score: Math.max(0, ...scoresOf(asked, article)) }))
  const best = rated.toSorted((one, other) => other.score - one.score)[0]
  return best && best.score > 0 ? best.article : null
}

function scoresOf(asked: Asked, { questions, stems }: Article): number[] {
  return questions.map((question, index) =>
    Math.max(saidAsItIs(asked, question), mostlySaid(asked, stems[index] ?? [])),
  )
}

function saidAsItIs({ words }: Asked, question: string): number {
  const wanted = plainWords(question)
  return ` ${plainWords(words)} `.includes(` ${wanted} `) ? wanted.split(' ').length : 0
}

/** How many words of the question were said, if they are most of it; of equals the one that was said as a whole. */
function mostlySaid(asked: Asked, wanted: readonly string[]): number {
  const said = wanted.filter(stem => asked.stems.some(heard => alike(heard, stem)))
  return said.length * 2 > wanted.length ? said.length + said.length / (wanted.length + 1) : 0
}

const shortestPart = 4

/** German puts words together: who says "Parkmöglichkeit" asks about "parken", who says "Kreditkarte" about "Karte". */
function alike(heard: string, wanted: string): boolean {
  if (heard === wanted) return true
  const [short, long] = heard.length < wanted.length ? [heard, wanted] : [wanted, heard]
  return short.length >= shortestPart && (long.startsWith(short) || long.endsWith(short))
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
