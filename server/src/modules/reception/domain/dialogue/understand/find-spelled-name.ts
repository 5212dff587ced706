import { withLetters } from '../capture/free-spelling.ts'
import type { NameWords } from '../words/lexicon.ts'
import { editDistance } from './edit-distance.ts'
import { fold, type Heard, type Span, wordsAt } from './hear.ts'

type Spelled = { readonly word: string; readonly span: Span }

type Run = Spelled & { readonly letters: number; readonly byTable: 'all' | 'some' }

const fewestLetters = 3
/** "Otto Emil Richard" may be a name; four words of the table in a row are none. */
const fewestTableWords = 4

/** A word spelled out: "L wie Ludwig, I, N, D, N, E, R", "M-A-I-E-R" or "Martha Anton Ida Emil Richard". */
export function findSpelledName(heard: Heard, words: NameWords): Spelled | null {
  const letter = new RegExp(`(?<![\\p{L}\\p{N}'’])${words.spelledLetter.source}`, 'gu')
  const none: Run = { word: '', span: [0, 0], letters: 0, byTable: 'all' }
  let run = none
  let longest = run
  for (const match of heard.folded.matchAll(letter)) {
    const end = match.index + match[0].length
    const { table } = match.groups ?? {}
    const continues = run.word !== '' && /^[\s,.-]*$/.test(heard.folded.slice(run.span[1], match.index))
    const before: Run = continues ? run : { ...none, span: [match.index, match.index] }
    run = {
      word: before.word + lettersOf(heard, match),
      span: [before.span[0], end],
      letters: before.letters + 1,
      byTable: before.byTable === 'all' && table !== undefined ? 'all' : 'some',
    }
    if (isSpelling(run) && run.word.length > longest.word.length) longest = run
  }
  return longest.word.length >= fewestLetters ? longest : null
}

function isSpelling({ byTable, letters }: Run): boolean {
  return byTable === 'some' || letters >= fewestTableWords
}

/** `fits`: the spelled word resembles one that was said, or stands behind a lone first name. */
export type WithSpelled = { readonly name: string; readonly fits: 'yes' | 'no' }

/** The name as it was said, with the spelled word in place of the one it resembles, or behind a lone first name. */
export function withSpelled(said: string, spelled: string): WithSpelled {
  const words = said.split(/\s+/).filter(word => word !== '')
  const place = words.findLastIndex(
    word => editDistance(fold(word), fold(spelled)) <= Math.ceil(spelled.length / 2),
  )
  if (place !== -1) return { name: words.with(place, spelled).join(' '), fits: 'yes' }
  if (words.length < 2) return { name: [...words, spelled].join(' '), fits: 'yes' }
  return { name: [...words.slice(0, -1), spelled].join(' '), fits: 'no' }
}

type Named = { readonly span: Span; readonly apply: (name: string) => string }

/** "Meier mit a i": the letters by which the word before them differs from others that sound alike. */
export function findNamedLetters(heard: Heard, words: NameWords): Named | null {
  const match = words.namedLetters.exec(heard.folded)
  const [word] = match === null ? [] : (/[a-z'-]+$/.exec(heard.folded.slice(0, match.index)) ?? [])
  if (match === null || word === undefined) return null
  const [first = '', second = ''] = match.slice(2).map(letters => lettersByName.get(letters) ?? letters)
  const { double } = match.groups ?? {}
  const letters = double === undefined ? first + second : first + first
  return {
    span: [match.index, match.index + match[0].length],
    apply: name =>
      name
        .split(' ')
        .map(part => (fold(part) === word ? withLetters(part, letters) : part))
        .join(' '),
  }
}

const lettersByName: ReadonlyMap<string, string> = new Map([
  ['ypsilon', 'y'],
  ['eszett', 'ß'],
  ['zett', 'z'],
  ['zed', 'z'],
  ['zee', 'z'],
])

function lettersOf(heard: Heard, match: RegExpMatchArray): string {
  const { double, letter = '' } = match.groups ?? {}
  const at = (match.index ?? 0) + match[0].indexOf(letter, double?.length ?? 0)
  const isSharpS = letter === 'eszett' || letter === 'scharfes s'
  const written = isSharpS ? 'ẞ' : wordsAt(heard, [at, at + letter.length]).toUpperCase()
  return double === undefined ? written : written + written
}
