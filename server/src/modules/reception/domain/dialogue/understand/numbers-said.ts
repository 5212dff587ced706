import { type Phrases, phrases } from './phrase-pattern.ts'

const patterns = new WeakMap<ReadonlyMap<string, number>, Phrases>()

/** The number words of a table in the order they are said; several words ("twenty fourth") are read as one number. */
export function numbersSaid(folded: string, words: ReadonlyMap<string, number>): number[] {
  const pattern = patterns.get(words) ?? phrases([...words.keys()].join('|'))
  patterns.set(words, pattern)
  return [...folded.matchAll(pattern)].flatMap(([word]) => words.get(word.replace(/[^a-z0-9]+/g, ' ')) ?? [])
}
