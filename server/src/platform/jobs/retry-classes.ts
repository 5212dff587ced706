/** Will never work, however often it is tried: straight to the dead letters, with this sentence. */
export class TerminalError extends Error {
  override readonly name = 'TerminalError'
}

/** May work later; `retryAfterMs` when somebody said when. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError'
  readonly retryAfterMs: number | null

  constructor(message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}
