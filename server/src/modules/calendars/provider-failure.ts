import { ProviderError } from '../../platform/errors/provider-error.ts'
import type { Answer } from './port.ts'

/** An answer of the port that is no success. */
export type Failure = Exclude<Answer<never>, { readonly kind: 'done' }>

/**
 * What a request means that ended without an answer the adapter knows. Who only read may ask again later; who wanted to
 * change something does not know whether it was done. Anything but a `ProviderError` is a bug, and thrown on.
 */
export function failureOf(error: unknown, harm: 'reads' | 'writes'): Failure {
  if (!(error instanceof ProviderError)) throw error
  const { status, retryable, retryAfterMs, message: detail } = error
  if (status === 429)
    return {
      kind: 'later',
      detail,
      afterSeconds: retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1000),
    }
  if (!retryable) return { kind: 'refused', detail }
  if (harm === 'writes') return { kind: 'unclear', detail }
  return {
    kind: 'later',
    detail,
    afterSeconds: retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1000),
  }
}

/** Null for what is no JSON: no schema takes it. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
