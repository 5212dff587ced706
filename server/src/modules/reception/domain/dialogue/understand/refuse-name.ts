import type { Catalogue } from '../catalogue.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { allLexicons } from '../words/lexicons.ts'
import type { FindTime } from './find-time.ts'
import { fold } from './hear.ts'
import type { NameRefusal } from './understanding.ts'

type Surroundings = { readonly catalogue: Catalogue; readonly lexicon: Lexicon; readonly findTime: FindTime }

const mostWords = 5
const longestName = 60

/**
 * Why something heard cannot be a caller's name, or null. A time expression, the name of a service, of someone who
 * works here or of the receptionist itself are what recognition puts in its place most often.
 */
export function refuseName(name: string, { catalogue, lexicon, findTime }: Surroundings): NameRefusal | null {
  const folded = fold(name).trim()
  const bare = bareName(folded, lexicon)
  if (lexicon.names.placeholders.has(folded) || lexicon.names.placeholders.has(bare)) return 'placeholder'
  if (isTime(name, findTime)) return 'time'
  const taken = takenNames(catalogue)
  if (taken.staff.some(member => namesPerson(bare, member, lexicon))) return 'staff'
  if (taken.own.some(own => bareName(own, lexicon) === bare)) return 'business'
  if (taken.services.has(folded)) return 'service'
  return isWellFormed(name, lexicon) ? null : 'malformed'
}

/** The folded names that are no caller's. */
type TakenNames = {
  readonly staff: readonly string[]
  readonly own: readonly string[]
  readonly services: ReadonlySet<string>
}

const takenByCatalogue = new WeakMap<Catalogue, TakenNames>()

function takenNames(catalogue: Catalogue): TakenNames {
  const known = takenByCatalogue.get(catalogue)
  if (known) return known
  const names = {
    staff: catalogue.staff.map(fold),
    own: [catalogue.business, ...catalogue.agentNames].map(fold),
    services: new Set(catalogue.services.flatMap(({ name, synonyms }) => [name, ...synonyms].map(fold))),
  }
  takenByCatalogue.set(catalogue, names)
  return names
}

/** A word that may be part of a name: letters, with the signs that occur in names. */
export function isNameWord(word: string, lexicon: Lexicon): boolean {
  if (!/^\p{L}(?:[\p{L}\p{M}]|['’.-](?=\p{L}|$))*$/u.test(word)) return false
  return !lexicon.names.neverNames.has(fold(word).replace(/\.$/, ''))
}

function isWellFormed(name: string, lexicon: Lexicon): boolean {
  const words = name.trim().split(/\s+/)
  if (name.length > longestName || words.length > mostWords || isSentence(words)) return false
  const last = words.at(-1) ?? ''
  if (last.length < 2) return false
  if (!isNameWord(last, lexicon)) return isGivenNameAndSurname(words, lexicon)
  return words.every(word => isNameWord(word, lexicon) || lexicon.names.particles.has(fold(word)))
}

/** "Is it booked now?" in a German call: in whichever of our languages, two such words are no name. */
function isSentence(words: readonly string[]): boolean {
  return allLexicons.some(({ names }) => {
    const folded = words.map(word => fold(word).replace(/[.?!,]+$/, ''))
    return folded.filter(word => names.neverNames.has(word) && !names.particles.has(word)).length > 1
  })
}

/** "Olga Weiss" is one, though nobody is called "weiß" alone. */
function isGivenNameAndSurname(words: readonly string[], lexicon: Lexicon): boolean {
  const surname = words.at(-1)
  const given = words.slice(0, -1)
  if (surname === undefined || given.length === 0) return false
  const capitalised = words.every(word => /^\p{Lu}\p{Ll}/u.test(word))
  return (
    capitalised && given.every(word => isNameWord(word, lexicon)) && lexicon.names.surnames.has(fold(surname))
  )
}

function isTime(name: string, findTime: FindTime): boolean {
  const span = findTime(name)?.span
  return span !== undefined && name.slice(0, span[0]).trim() === '' && name.slice(span[1]).trim() === ''
}

/** The whole name of someone at work, or the part of it they are called by: their surname or only name. */
function namesPerson(bare: string, member: string, lexicon: Lexicon): boolean {
  const known = bareName(member, lexicon)
  return bare === known || bare === known.split(' ').at(-1)
}

function bareName(folded: string, lexicon: Lexicon): string {
  return folded
    .split(/[^\p{L}\d'-]+/u)
    .filter(word => word !== '' && !lexicon.names.titles.has(word))
    .join(' ')
}
