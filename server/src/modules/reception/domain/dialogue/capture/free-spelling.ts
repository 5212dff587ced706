import { fold } from '../understand/hear.ts'

/** Letters that sound alike, of which a caller says which ones are meant. Folded. */
const ALIKE: readonly (readonly string[])[] = [
  ['ai', 'ei', 'ay', 'ey'],
  ['f', 'ph', 'v'],
  ['dt', 'tt', 'th', 't', 'd'],
  ['ck', 'k', 'c'],
  ['ss', 'tz', 's', 'z'],
  ['ie', 'ih', 'i'],
  ['y', 'i'],
  ['mm', 'm'],
  ['nn', 'n'],
  ['ll', 'l'],
  ['rr', 'r'],
  ['pp', 'p'],
  ['ah', 'aa', 'a'],
  ['ae', 'eh', 'ee', 'e'],
  ['oh', 'oo', 'o'],
  ['chs', 'ks', 'x'],
]

/**
 * "Maier mit a i": the last letters of the word that sound like the ones that were said give way to them. A word that
 * has them already, or has none that sound alike, stays as it is.
 */
export function withLetters(word: string, letters: string): string {
  const said = fold(letters)
  const folded = fold(word)
  if (said === '' || folded.length !== word.length || folded.includes(said)) return word
  const alike = ALIKE.filter(group => group.includes(said)).flat()
  const places = alike
    .filter(other => other !== said)
    .map(other => ({ at: folded.lastIndexOf(other), length: other.length }))
    .filter(({ at }) => at !== -1)
  const [place] = places.sort((one, other) => other.length - one.length || other.at - one.at)
  if (place === undefined) return word
  const given = place.at === 0 ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters
  return word.slice(0, place.at) + given + word.slice(place.at + place.length)
}
