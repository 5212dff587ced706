import { de, type Words } from './de.ts'
import { en } from './en.ts'
import { currentLanguage, type Language, watchLanguage } from './language.ts'

export const tables: Record<Language, Words> = { de, en }

/**
 * What the application says, in the language of the person reading it. The binding changes with the language, so it
 * is read where something is drawn and never kept in a constant of a module; `words.test.ts` sees to it.
 */
export let words: Words = tables[currentLanguage()]

watchLanguage(() => {
  words = tables[currentLanguage()]
})

/** The word for a name that comes from outside; undefined for a name the table does not have. */
export const wordFor = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
