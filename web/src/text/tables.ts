import { de, type Words } from './de.ts'
import type { Language } from './languages.ts'

const tables: Partial<Record<Language, Words>> = { de }

/** A language's sentences that are here: German always, English once it has been fetched. */
export const tableOf = (language: Language): Words => tables[language] ?? de

/** Fetches a language's sentences, once. A network that gives none leaves the language as it was. */
export const fetchTable = async (language: Language): Promise<boolean> => {
  if (tables[language] === undefined) {
    const fetched = await import('./en.ts').catch(() => null)
    if (fetched === null) return false
    tables.en = fetched.en
  }
  return true
}

export const isHere = (language: Language): boolean => tables[language] !== undefined
