import { symmetric } from 'retell-sdk/lib/webhook_auth'

/**
 * Retell's signature over the raw body, checked by its SDK: five minutes' tolerance, several keys while one is
 * being replaced. Fails closed. Danger: `verify` returns a promise; without `await` every forgery would pass.
 */
export async function verifySignature(request: {
  body: string
  header: string | string[] | undefined
  keys: readonly string[]
  now: Temporal.Instant
}): Promise<boolean> {
  const { body, header } = request
  if (typeof header !== 'string') return false
  for (const key of request.keys) {
    if (key === '') continue
    const genuine = await symmetric.verify(body, key, header, { timestamp: request.now.epochMilliseconds })
    if (genuine === true) return true
  }
  return false
}
