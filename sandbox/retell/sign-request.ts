import { symmetric } from 'retell-sdk/lib/webhook_auth'
import type { SignMode } from './call-script.ts'

/** The bytes to send and the signature that goes with them (null: none). */
export interface SignedRequest {
  readonly body: string
  readonly signature: string | null
}

/** A second beyond the five minutes for which the SDK accepts a signature. */
const STALE_MS = 5 * 60_000 + 1_000

/**
 * Signs a body as Retell does (HMAC-SHA256 over the exact bytes and the time in ms), or wrongly on purpose:
 * with another key, not at all, too long ago, or over other bytes than those sent.
 */
export async function signRequest(
  body: string,
  { key, mode, nowMs }: { key: string; mode: SignMode; nowMs: number },
): Promise<SignedRequest> {
  switch (mode) {
    case 'valid':
      return { body, signature: await symmetric.sign(body, key, nowMs) }
    case 'wrong_key':
      return { body, signature: await symmetric.sign(body, `${key}_of_somebody_else`, nowMs) }
    case 'none':
      return { body, signature: null }
    case 'stale':
      return { body, signature: await symmetric.sign(body, key, nowMs - STALE_MS) }
    case 'reserialised':
      return { body: reserialise(body), signature: await symmetric.sign(body, key, nowMs) }
  }
}

/** The same JSON in other bytes; what is not JSON gets a trailing newline. */
function reserialise(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return `${body}\n`
  }
}
