import { de, type Words } from './de.ts'

/** What the application says, in the language of the person reading it. German is the only table so far. */
export const words: Words = de
