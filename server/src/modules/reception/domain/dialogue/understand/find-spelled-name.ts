import type { NameWords } from '../words/lexicon.ts'
import { editDistance } from './edit-distance.ts'
import { fold, type Heard, type Span, wordsAt } from './hear.ts'

type Spelled = { readonly word: string; readonly span: Span }

const fewestLetters = 3

/** A word spelled out: "L wie Ludwig, I, N, D, N, E, R" or "M-A-I-E-R". */
export function findSpelledName(heard: Heard, words: NameWords): Spelled | null {
  const letter = new RegExp(`(?<![\\p{L}\\p{N}'’])${words.spelledLetter.source}`, 'gu')
  let run: Spelled = { word: '', span: [0, 0] }
  let longest = run
  for (const match of heard.folded.matchAll(letter)) {
    const end = match.index + match[0].length
    const continues = run.word !== '' && /^[\s,.-]*$/.test(heard.folded.slice(run.span[1], match.index))
    const before: Spelled = continues ? run : { word: '', span: [match.index, match.index] }
    run = { word: before.word + lettersOf(heard, match), span: [before.span[0], end] }
    if (run.word.length > longest.word.length) longest = run
  }
  return longest.word.length >= fewestLetters ? longest : null
}

/** The name as it was said, with the spelled word in place of the one it resembles, or behind a lone first name. */
export function withSpelled(said: string, spelled: string): string {
  const words = said.split(/\s+/).filter(word => word !== '')
  const last = words.at(-1)
  if (last === undefined) return spelled
  const same = editDistance(fold(last), fold(spelled)) <= Math.ceil(spelled.length / 2)
  return [...(same ? words.slice(0, -1) : words), spelled].join(' ')
}

function lettersOf(heard: Heard, match: RegExpMatchArray): string {
  const { double, letter = '' } = match.groups ?? {}
  const at = (match.index ?? 0) + match[0].indexOf(letter, double?.length ?? 0)
  const written = letter.length > 2 ? 'ẞ' : wordsAt(heard, [at, at + letter.length]).toUpperCase()
  return double === undefined ? written : written + written
}
