import type { Lang } from '../acts.ts'
import { german } from './german/german.ts'
import type { Lexicon } from './lexicon.ts'

const lexicons: Readonly<Record<Lang, Lexicon>> = { de: german }

export function lexiconOf(lang: Lang): Lexicon {
  return lexicons[lang]
}
