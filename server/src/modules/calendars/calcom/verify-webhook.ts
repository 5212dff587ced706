import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Cal.com's signature over the raw body: lowercase hexadecimal HMAC-SHA256. A webhook without a secret says
 * `no-secret-provided`, and is nobody's word. Fails closed.
 */
export function isSignedBy(
  secret: string | undefined,
  body: string,
  header: string | string[] | undefined,
): boolean {
  if (secret === undefined || secret === '' || typeof header !== 'string') return false
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = /^[0-9a-f]{64}$/.test(header) ? Buffer.from(header, 'hex') : Buffer.alloc(0)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
