import type { Lang } from '../acts.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { allLexicons, languagesBeside, lexiconOf } from '../words/lexicons.ts'
import { fold } from './hear.ts'
import { says } from './phrase-pattern.ts'

/** Fewer telling words say nothing: a name or a "thank you" belongs to no language. */
const fewestWords = 3

/**
 * How an utterance relates to the language of the call: it asks for another, is clearly in another, has a word or two
 * of another and none of its own, is in its own, or tells none.
 */
export type LanguageWish =
  | { readonly kind: 'asked' | 'spoken' | 'leaning'; readonly lang: Lang }
  | { readonly kind: 'own' | 'none' }

export function languageWish(utterance: string, lang: Lang): LanguageWish {
  const folded = fold(utterance)
  if (says(lexiconOf(lang).asksForThis, folded)) return { kind: 'own' }
  for (const other of languagesBeside(lang)) {
    if (says(lexiconOf(other).asksForThis, folded)) return { kind: 'asked', lang: other }
  }
  const own = tellingWords(folded, lexiconOf(lang))
  for (const other of languagesBeside(lang)) {
    const words = tellingWords(folded, lexiconOf(other))
    if (words >= fewestWords && words >= fewestWords * own) return { kind: 'spoken', lang: other }
    if (words > 0 && own === 0) return { kind: 'leaning', lang: other }
  }
  return { kind: own > 0 ? 'own' : 'none' }
}

/** Whether a language is asked for, whichever: "Do you speak English?" */
export function asksForLanguage(utterance: string): boolean {
  const folded = fold(utterance)
  return allLexicons.some(({ asksForThis }) => says(asksForThis, folded))
}

/** Each counts once: a name that is spelled is full of "I". */
function tellingWords(folded: string, { tellTale }: Lexicon): number {
  const words = new Set([...folded.matchAll(/[a-z]+(?:'[a-z]+)?/g)].map(([word]) => word))
  return words.intersection(tellTale).size
}
