import type { Catalogue } from '../catalogue.ts'
import type { StaffWords } from '../words/lexicon.ts'
import { fold, type Heard, type Span } from './hear.ts'
import { says, spansOf } from './phrase-pattern.ts'
import type { Understanding } from './understanding.ts'

type Found = { readonly staff: NonNullable<Understanding['staff']>; readonly spans: readonly Span[] }

/**
 * Whom the caller wants to see. `loose` takes a bare name; `strict` only one introduced by a preposition, for moments
 * in which a bare name is the caller's own. A name that comes with a title ("Dr. Sommer") always needs one of both.
 */
export function findStaff(
  heard: Heard,
  catalogue: Catalogue,
  { words, reading }: { words: StaffWords; reading: 'loose' | 'strict' },
): Found | null {
  const anyone = spansOf(words.anyone, heard.folded)
  if (anyone.length > 0) return { staff: { kind: 'anyone' }, spans: anyone }
  for (const name of catalogue.staff) {
    const span = findPerson(heard, fold(name), { words, reading })
    if (span) return { staff: { kind: 'named', name }, spans: [span] }
  }
  return null
}

function findPerson(
  heard: Heard,
  name: string,
  { words, reading }: { words: StaffWords; reading: 'loose' | 'strict' },
): Span | null {
  const titled = says(words.titles, name)
  for (const part of name.split(/[^a-z0-9]+/).filter(word => word !== '' && !says(words.titles, word))) {
    for (const match of heard.folded.matchAll(new RegExp(`(?<![a-z0-9])${part}(?![a-z0-9])`, 'g'))) {
      const start = match.index
      const title = spanBefore(words.titles, heard.folded, start)
      const preposition = spanBefore(words.prepositions, heard.folded, title ?? start)
      const introduced = preposition !== null || (reading === 'loose' && title !== null)
      if (introduced || (reading === 'loose' && !titled)) {
        return [preposition ?? title ?? start, start + part.length]
      }
    }
  }
  return null
}

function spanBefore(pattern: RegExp, folded: string, position: number): number | null {
  const before = spansOf(pattern, folded).filter(([, end]) => /^[ .]+$/.test(folded.slice(end, position)))
  return before[0]?.[0] ?? null
}
