import { createHash, randomBytes } from 'node:crypto'

/** RFC 7636: what is shown when consent begins, and what is proven when it ends. */
export type ProofKey = { readonly verifier: string; readonly challenge: string }

export function makeProofKey(): ProofKey {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
