import type { Words } from './de.ts'
import { currentLanguage, watchLanguage } from './language.ts'
import { tableOf } from './tables.ts'

/**
 * What the application says, in the language of the person reading it. The binding changes with the language, so it
 * is read where something is drawn and never kept in a constant of a module; `words.test.ts` sees to it.
 */
export let words: Words = tableOf(currentLanguage())

watchLanguage(() => {
  words = tableOf(currentLanguage())
})

/** The word for a name that comes from outside; undefined for a name the table does not have. */
export const wordFor = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
