const MOST_WORDS = 6
/** A digit or two begin half of all numbers. */
const FEWEST_DIGITS = 3

/**
 * What somebody typed into a search, as beginnings to look for: of words, and of E.164 numbers when it looks like one.
 * "0171 39" is looked for as +4917139, "39200" as written and behind +49.
 */
export function searchTerms(said: string): { words: string[]; numbers: string[] } {
  const words = said.trim().split(/\s+/).slice(0, MOST_WORDS)
  return { words, numbers: numbersMeant(said) }
}

function numbersMeant(said: string): string[] {
  if (!/^[+0-9 ()/.-]+$/.test(said)) return []
  const digits = said.replaceAll(/\D/g, '')
  if (digits.length < FEWEST_DIGITS) return []
  if (said.trim().startsWith('+')) return [`+${digits}`]
  if (digits.startsWith('00')) return [`+${digits.slice(2)}`]
  if (digits.startsWith('0')) return [`+49${digits.slice(1)}`]
  return [`+${digits}`, `+49${digits}`]
}
