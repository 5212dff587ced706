import { tokenDigits } from '../understand/find-phone.ts'
import type { ContactWords } from '../words/lexicon.ts'

const fewest = 1

/**
 * A number of which the end was corrected: "nein, am Ende vier sechs" replaces the last two digits. Null: no digits
 * were said, or as many as the number has.
 */
export function withCorrectedEnd(number: string, folded: string, words: ContactWords): string | null {
  const said = tokenDigits(folded, words)
  if (said.length < fewest || said.length >= number.length - 1) return null
  return number.slice(0, -said.length) + said
}
