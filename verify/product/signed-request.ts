import { signRequest } from '../../sandbox/retell/sign-request.ts'

/** The key with which the proofs sign; given to the product as `RETELL_API_KEY`. */
export const RETELL_KEY = 'key_verify_1c9f3b7a'

/** Headers of a body as Retell sends it: signed anew for every attempt, because signatures age. */
export async function signedHeaders(body: string): Promise<Record<string, string>> {
  const { signature } = await signRequest(body, { key: RETELL_KEY, mode: 'valid', nowMs: Date.now() })
  return { 'content-type': 'application/json', 'x-retell-signature': signature ?? '' }
}
