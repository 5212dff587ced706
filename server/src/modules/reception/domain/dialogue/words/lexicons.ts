import { type Lang, langs } from '../acts.ts'
import { english } from './english/english.ts'
import { german } from './german/german.ts'
import type { Lexicon } from './lexicon.ts'

const lexicons: Readonly<Record<Lang, Lexicon>> = { de: german, en: english }

/** In an emergency nobody minds their language: its words count in all of them. */
export const allLexicons: readonly Lexicon[] = Object.values(lexicons)

export function lexiconOf(lang: Lang): Lexicon {
  return lexicons[lang]
}

export function languagesBeside(lang: Lang): readonly Lang[] {
  return langs.filter(other => other !== lang)
}
