import { z } from 'zod'
import type { Sealer } from '../../../platform/crypto/sealer.ts'

/**
 * What a consent that is under way belongs to. It travels sealed through the provider and back: nobody can read it,
 * change it or make one. `nonce` is also in a cookie of the browser that began, so that nobody can end another's.
 */
const consentState = z.object({
  tenantId: z.uuid(),
  connectionId: z.uuid(),
  provider: z.enum(['google', 'microsoft']),
  actor: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
})
export type ConsentState = z.infer<typeof consentState>

const CONTEXT = 'calendar_consent'

export function sealState(sealer: Sealer, state: ConsentState): string {
  return sealer.seal(JSON.stringify(state), CONTEXT)
}

/** Null: it is not one of ours, or over. */
export function openState(sealer: Sealer, text: string, now: Temporal.Instant): ConsentState | null {
  try {
    const state = consentState.parse(JSON.parse(sealer.open(text, CONTEXT)))
    return state.until > now.epochMilliseconds ? state : null
  } catch {
    return null
  }
}
