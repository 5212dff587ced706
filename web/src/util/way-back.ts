const NOWHERE = 'https://office.invalid'

/**
 * Where a login leads on to: an address below the application's own, `/calls?x=1`, and never another site. Whoever
 * sends a link to the login chooses this text, and a browser reads `//host`, `/\host` and a scheme as another site's
 * address, so only what resolves to a path of ours counts.
 */
export const wayBackOf = (next: unknown): string | undefined => {
  if (typeof next !== 'string' || !next.startsWith('/') || next.includes('\\')) return undefined
  const url = URL.canParse(next, NOWHERE) ? new URL(next, NOWHERE) : null
  if (url?.origin !== NOWHERE || url.pathname.startsWith('//')) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
