import { readLexemes } from '../lexicon.ts'
import type { TimeLanguage } from '../time-result.ts'
import type { Match, Rule } from './rule.ts'

/** What a rule reads at the beginning of a phrase. */
export function readWith(rule: Rule, phrase: string, lang: TimeLanguage = 'de'): Match | null {
  return rule(readLexemes(phrase, lang), 0)
}
