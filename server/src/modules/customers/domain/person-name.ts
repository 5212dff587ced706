/** Names compared as people mean them: case, spaces and the spelling of umlauts do not matter. */
export function sameName(one: string, other: string): boolean {
  return comparableName(one) === comparableName(other)
}

/** What is stored: trimmed, single spaces, no control characters, at most 200 characters. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .trim()
}

/** What two spellings of one name have in common. */
export function comparableName(name: string): string {
  return tidyName(name)
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}
