import type { ProviderError } from '../errors/provider-error.ts'

/**
 * How we treat one provider: for how long we wait, how often we ask, how much at once. The adapter that knows the
 * provider sets what differs from the defaults (`outbound.setPolicy`).
 */
export type Policy = {
  /** Until the connection stands, name lookup and TLS included. HTTP only. */
  readonly connectMs: number
  /** One attempt, from the first byte to the last. */
  readonly attemptMs: number
  /** Everything: attempts, waits between them, and waiting for a place. */
  readonly totalMs: number
  readonly attempts: number
  /** The longest wish (`Retry-After`) that is waited for here. A longer one is handed to whoever asked, for a job. */
  readonly longestRetryAfterMs: number
  /** Requests under way at once, and how many may wait for a place; of one tenant, less than of all. */
  readonly atOnce: number
  readonly waiting: number
  readonly atOncePerTenant: number
  readonly waitingPerTenant: number
  /** So many outages in a row, and nobody asks any more for so long. */
  readonly opensAfter: number
  readonly staysOpenMs: number
  readonly mostBytes: number
  /** Whether a failure says something about the provider and not about the one request. */
  isOutage(error: ProviderError): boolean
}

export const DEFAULT_POLICY: Policy = {
  connectMs: 1000,
  attemptMs: 5000,
  totalMs: 15_000,
  attempts: 3,
  longestRetryAfterMs: 5000,
  atOnce: 20,
  waiting: 200,
  atOncePerTenant: 6,
  waitingPerTenant: 50,
  opensAfter: 5,
  staysOpenMs: 10_000,
  mostBytes: 2 * 1024 * 1024,
  // "Too many requests" is the answer of a provider that works.
  isOutage: error => error.retryable && error.status !== 429,
}
