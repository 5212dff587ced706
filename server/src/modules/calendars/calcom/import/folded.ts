/** A name as people compare it. */
export function folded(name: unknown): string {
  return String(name).trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('de')
}
