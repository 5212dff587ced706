import type { SpeechLanguage } from '../domain/speech/speech-language.ts'
import { english } from './sentences/english.ts'
import { german } from './sentences/german.ts'
import type { Sentences } from './sentences/sentences.ts'

const tables: Readonly<Record<SpeechLanguage, Sentences>> = { de: german, en: english }

/** What the tools say in this language. */
export function sentencesOf(lang: SpeechLanguage): Sentences {
  return tables[lang]
}
