/**
 * A provider did not do what was asked. `retryable` decides whether a job tries again;
 * `retryAfterMs` is the provider's own wish where it gave one.
 */
export class ProviderError extends Error {
  readonly provider: string
  readonly operation: string
  readonly status: number | null
  readonly retryable: boolean
  readonly retryAfterMs: number | null

  constructor(problem: {
    provider: string
    operation: string
    status?: number | null
    retryable: boolean
    retryAfterMs?: number | null
    message: string
    cause?: unknown
  }) {
    super(problem.message, { cause: problem.cause })
    this.name = 'ProviderError'
    this.provider = problem.provider
    this.operation = problem.operation
    this.status = problem.status ?? null
    this.retryable = problem.retryable
    this.retryAfterMs = problem.retryAfterMs ?? null
  }
}
