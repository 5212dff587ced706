import type { ContactWords } from '../words/lexicon.ts'
import { type Heard, type Span, wordsAt } from './hear.ts'
import { spansOf } from './phrase-pattern.ts'

type Found = { readonly email: string; readonly span: Span }

const typed = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}/
const whole = new RegExp(`^${typed.source}$`)

/** An e-mail address, typed or spoken ("petra punkt lindner ät beispiel punkt de"). */
export function findEmail(
  heard: Heard,
  { words, numbers }: { words: ContactWords; numbers: ReadonlyMap<string, number> },
): Found | null {
  const written = typed.exec(heard.folded)
  if (written) return typedAddress(heard, [written.index, written.index + written[0].length])
  const at = spansOf(words.at, heard.folded).at(-1)
  if (at === undefined) return null
  const start = startOfAddress(heard.folded.slice(0, at[0]), words)
  const end = endOfAddress(heard.folded, at[1])
  const email = `${compact(heard.folded.slice(start, at[0]), words, numbers)}@${compact(heard.folded.slice(at[1], end), words, numbers)}`
  return whole.test(email) ? { email, span: [start, end] } : null
}

/** The domain as it came: "bücher.example" and "buecher.example" are two. */
function typedAddress(heard: Heard, span: Span): Found {
  const [name] = heard.folded.slice(...span).split('@', 1)
  const domain = wordsAt(heard, [span[0] + (name ?? '').length + 1, span[1]])
  return { email: `${name}@${domain.toLowerCase()}`, span }
}

function startOfAddress(before: string, words: ContactWords): number {
  const introduction = spansOf(words.emailSurroundings, before).at(-1)
  const clause = before.search(/[,;:!?][^,;:!?]*$/)
  return Math.max(introduction?.[1] ?? 0, clause + 1)
}

function endOfAddress(folded: string, from: number): number {
  const clause = folded.slice(from).search(/[,;!?]|\.\s|\.$/)
  return clause === -1 ? folded.length : from + clause
}

function compact(spoken: string, words: ContactWords, numbers: ReadonlyMap<string, number>): string {
  let text = spoken
  for (const { spoken: pattern, written } of words.joined) text = text.replace(pattern, written)
  for (const { spoken: pattern, sign } of words.signs) text = text.replace(pattern, sign)
  return text.replace(/[a-z]+/g, word => String(numbers.get(word) ?? word)).replace(/\s+/g, '')
}
