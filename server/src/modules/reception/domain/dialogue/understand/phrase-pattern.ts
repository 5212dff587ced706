import type { Span } from './hear.ts'

/**
 * Word tables are phrases in folded spelling, divided by `|`. `*` stands for the rest of a word, `…` for up to four
 * words in between, `……` for up to eight, as stand before the second half of a German verb ("sag … ab"), `§` for the
 * end of a clause, a space for anything that is not part of a word; "nicht" is also read as dialects say it.
 */
export type Phrases = RegExp

export function phrases(table: string): Phrases {
  const list = table.split('|').map(phrase => phrase.trim().replace(/\s+/g, ' '))
  const longestFirst = list.sort((a, b) => b.length - a.length)
  const alternatives = longestFirst.map(phrase =>
    phrase
      .replace(/[.+?^${}()[\]\\]/g, '\\$&')
      .replaceAll('*', '[a-z]*')
      .replaceAll(' …… ', '[^a-z0-9]+(?:[a-z0-9]+[^a-z0-9]+){0,8}?')
      .replaceAll(' … ', '[^a-z0-9]+(?:[a-z0-9]+[^a-z0-9]+){0,4}?')
      .replaceAll(' §', '(?=\\s*(?:[?.!,;]|$))')
      .replaceAll(' ', '[^a-z0-9]+')
      .replaceAll(/\bnicht\b/g, '(?:nicht|nich|net|ned|nit)'),
  )
  return new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})(?![a-z0-9])`, 'g')
}

/** Most sentences have none of most tables: `matchAll` would copy the pattern to find that out. */
export function spansOf(pattern: Phrases, folded: string): Span[] {
  if (folded.search(pattern) === -1) return []
  return [...folded.matchAll(pattern)].map(match => [match.index, match.index + match[0].length])
}

export function says(pattern: Phrases, folded: string): boolean {
  return folded.search(pattern) !== -1
}
