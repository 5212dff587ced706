import type { SpokenTurn } from '../../../reception/index.ts'
import type { Utterance } from './frames.ts'
import { spokenAfter } from './new-words.ts'

/** What a caller must have heard, whoever interrupts: what was done for them, and that an AI is speaking. */
const MUST_BE_HEARD = new Set([
  'disclose',
  'booked',
  'moved',
  'cancelled',
  'waitlist_joined',
  'callback_noted',
  'emergency',
])
/** Done for the caller: their noises do not stop these sentences. */
const NOT_TO_BE_INTERRUPTED = new Set(['booked', 'moved', 'cancelled', 'emergency'])
/** Recognition of our own voice and a cough at the last word are no reason to say it all again. */
const HEARD_SHARE = 0.9

/**
 * What is still owed to the caller of the words that were to be spoken after the caller's first `after` words: all of
 * it if it was cut off or never begun (the transcript shows what was really spoken), nothing if it was heard.
 */
export function owedWords(
  transcript: readonly Utterance[],
  { owed, last, after }: { owed: string; last: SpokenTurn; after: number },
): string {
  const must = last.acts.some(act => MUST_BE_HEARD.has(act)) ? withoutQuestion(last.text) : ''
  const words = [owed, must].filter(text => text !== '').join(' ')
  if (words === '') return ''
  const wanted = plainWords(words)
  const heard = longestCommon(plainWords(spokenAfter(transcript, after)), wanted)
  return heard >= Math.ceil(wanted.length * HEARD_SHARE) ? '' : words
}

export function mayBeInterrupted(turn: SpokenTurn): boolean {
  return !turn.acts.some(act => NOT_TO_BE_INTERRUPTED.has(act))
}

/** A question that nobody heard is asked again by the dialogue itself. */
function withoutQuestion(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/)
  while (sentences.length > 1 && sentences.at(-1)?.endsWith('?')) sentences.pop()
  return sentences.join(' ')
}

function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

/** The length of the longest common subsequence. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    const next = [0]
    for (const [index, wanted] of other.entries())
      next.push(word === wanted ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row[other.length] ?? 0
}
