import { words } from './words.ts'

/** What the server masked in a sentence, in words a reader understands. */
export const withoutMarks = (text: string | null): string | null =>
  text?.replaceAll(/\[(?:personal|secret)\]/g, words.timeline.withheld) ?? null
