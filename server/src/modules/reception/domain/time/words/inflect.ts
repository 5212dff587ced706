import type { Meaning, WordTable } from '../meaning.ts'

const ENDINGS = ['e', 'en', 'er', 'es', 'em']

/** A German adjective in all its endings: `inflect({ nächst: … })` knows "nächste", "nächsten" and the rest. */
export function inflect(stems: WordTable): WordTable {
  const table: Record<string, Meaning> = {}
  for (const [stem, meaning] of Object.entries(stems)) {
    for (const ending of ENDINGS) table[stem + ending] = meaning
  }
  return table
}

/** Several spellings of one meaning. */
export function spell(meaning: Meaning, ...words: readonly string[]): WordTable {
  return Object.fromEntries(words.map(word => [word, meaning]))
}
