import { createHash } from 'node:crypto'
import type { Utterance } from './frames.ts'

/** How many of the caller's words were heard, and what makes them known again. */
export type HeardSoFar = { readonly words: number; readonly digest: string }

export const NOTHING_HEARD: HeardSoFar = { words: 0, digest: '' }

/** As Retell writes speech that it could not understand: somebody spoke, without words. */
const UNINTELLIGIBLE = /\((?:unintelligible|inaudible)[^)]*\)/gi
const LONGEST = 2000

/**
 * What the caller said that was not heard yet. Retell sends the whole transcript again with every request, splits and
 * joins utterances, and lets the last one grow while the caller goes on speaking: so the words are counted over the
 * whole call. If those already heard read differently by now, recognition has corrected itself, and the caller's last
 * words are heard anew. Null: nothing new.
 */
export function newWords(
  transcript: readonly Utterance[],
  heard: HeardSoFar,
): { text: string; heard: HeardSoFar } | null {
  const words = transcript.filter(({ role }) => role === 'user').flatMap(({ content }) => wordsOf(content))
  const known = heard.words === 0 || digestOf(words.slice(0, heard.words)) === heard.digest
  const fresh = known ? words.slice(heard.words) : lastWords(transcript)
  if (fresh.length === 0) return null
  return {
    text: fresh
      .map(({ raw }) => raw)
      .join(' ')
      .slice(0, LONGEST),
    heard: { words: words.length, digest: digestOf(words) },
  }
}

/** What the agent spoke once the caller had said so many words. */
export function spokenAfter(transcript: readonly Utterance[], words: number): string {
  let count = 0
  const spoken: string[] = []
  for (const { role, content } of transcript) {
    if (role === 'user') count += wordsOf(content).length
    else if (role === 'agent' && count >= words) spoken.push(content)
  }
  return spoken.join(' ')
}

type Word = { readonly raw: string; readonly plain: string }

function wordsOf(content: string): Word[] {
  return content
    .replaceAll(UNINTELLIGIBLE, ' … ')
    .split(/\s+/)
    .map(raw => ({ raw, plain: plain(raw) }))
    .filter(word => word.plain !== '')
}

/** Commas and capitals come and go while the sentence is still being recognised. */
function plain(word: string): string {
  return word === '…' ? word : word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function lastWords(transcript: readonly Utterance[]): Word[] {
  const spoke = transcript.findLastIndex(({ role }) => role === 'agent')
  return transcript
    .slice(spoke + 1)
    .filter(({ role }) => role === 'user')
    .flatMap(({ content }) => wordsOf(content))
}

function digestOf(words: readonly Word[]): string {
  return createHash('sha256')
    .update(words.map(word => word.plain).join(' '))
    .digest('hex')
    .slice(0, 16)
}
