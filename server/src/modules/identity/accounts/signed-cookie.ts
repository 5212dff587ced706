import { createHmac, timingSafeEqual } from 'node:crypto'

/** Cookies as the library writes them: `token.base64(HMAC-SHA256)`. */

/** The token in a cookie, if one of these secrets signed it. */
export function tokenIn(cookie: string, secrets: readonly string[]): string | null {
  const dot = cookie.lastIndexOf('.')
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1))
  const isSigned = secrets
    .map(secret => Buffer.from(signatureOf(token, secret)))
    .some(expected => expected.length === given.length && timingSafeEqual(expected, given))
  return dot > 0 && isSigned ? token : null
}

/** The cookie of a token, as the current secret signs it. */
export function signedCookie(token: string, secrets: readonly string[]): string {
  return `${token}.${signatureOf(token, secrets[0] ?? '')}`
}

/** The same cookie as the current secret signs it: the library knows no other. What nobody signed stays as it is. */
export function signedAnew(cookie: string, secrets: readonly string[]): string {
  const token = tokenIn(cookie, secrets)
  return token === null ? cookie : signedCookie(token, secrets)
}

function signatureOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}
