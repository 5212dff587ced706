/** Half-open range of character positions. */
export type Span = readonly [start: number, end: number]

/**
 * An utterance in two spellings: `text` as it came, and `folded` in lower case without umlauts and accents, which
 * the word tables are written in. `at[i]` is the position in `text` of the character that `folded[i]` came from.
 */
export type Heard = { readonly text: string; readonly folded: string; readonly at: readonly number[] }

const longestUtterance = 1_000

export function hear(utterance: string): Heard {
  const text = composed(utterance)
  let folded = ''
  const at: number[] = []
  let position = 0
  for (const character of text) {
    const spelled = foldCharacter(character)
    folded += spelled
    for (let index = 0; index < spelled.length; index += 1) at.push(position)
    position += character.length
  }
  at.push(text.length)
  return { text, folded, at }
}

/** The folded spelling alone. */
export function fold(utterance: string): string {
  let folded = ''
  for (const character of composed(utterance)) folded += foldCharacter(character)
  return folded
}

/** The words as they came, for a span of the folded spelling. */
export function wordsAt(heard: Heard, [start, end]: Span): string {
  return heard.text.slice(heard.at[start], heard.at[end])
}

/** Blanks spans of the folded spelling in both spellings, so that other readers pass over what is already read. */
export function without(heard: Heard, spans: readonly Span[]): Heard {
  if (spans.length === 0) return heard
  let { text, folded } = heard
  for (const [start, end] of spans) {
    folded = blanked(folded, start, end)
    text = blanked(text, heard.at[start] ?? 0, heard.at[end] ?? text.length)
  }
  return { text, folded, at: heard.at }
}

/** The span of the folded spelling for a span of the utterance. */
export function foldedSpan(heard: Heard, [start, end]: Span): Span {
  const first = heard.at.findIndex(position => position >= start)
  const last = heard.at.findIndex(position => position >= end)
  return [first === -1 ? heard.folded.length : first, last === -1 ? heard.folded.length : last]
}

const FIRST_BEYOND_ASCII = 128
const spellings: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', '’': "'", '‘': "'" }

function composed(utterance: string): string {
  return utterance.normalize('NFC').slice(0, longestUtterance)
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  if (lower.charCodeAt(0) < FIRST_BEYOND_ASCII && lower.length === 1) return lower
  return spellings[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '')
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(end)
}
