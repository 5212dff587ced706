import { z } from 'zod'
import { ProviderError } from '../errors/provider-error.ts'
import { maskText } from '../observability/mask-text.ts'
import type { DeadReason, JobAttempt } from './jobs.ts'
import { RetryableError, TerminalError } from './retry-classes.ts'

export type Failure = {
  /** Null: it is tried again. */
  readonly reason: DeadReason | null
  /** For people: masked and short. */
  readonly message: string
  /** Beyond the growing distance that the queue keeps by itself. */
  readonly extraDelayMs: number
}

const LONGEST_MESSAGE = 300
/** A provider that asks for more is asked again before. */
const LONGEST_WISH_MS = 6 * 3_600_000

/** What a failure means: tried again and when, or dead and why. `random` is in [0, 1). */
export function classifyFailure(error: unknown, attempt: JobAttempt, random: number): Failure {
  const message = describeFailure(error)
  const terminal = terminalReason(error)
  if (terminal) return { reason: terminal, message, extraDelayMs: 0 }
  if (attempt.last) return { reason: 'attempts_used_up', message, extraDelayMs: 0 }
  return { reason: null, message, extraDelayMs: extraDelay(error, attempt, random) }
}

function terminalReason(error: unknown): DeadReason | null {
  if (error instanceof TerminalError) return 'terminal'
  if (error instanceof ProviderError && !error.retryable) return 'provider_refused'
  if (error instanceof z.ZodError) return 'payload_invalid'
  return null
}

/** Distance the queue keeps after an attempt that failed (graphile-worker, `failJobs`). */
export function queueBackoffMs(attempt: number): number {
  return Math.exp(Math.min(attempt, 10)) * 1000
}

/** Up to half the distance on top, so that what failed together does not come back together. */
function extraDelay(error: unknown, attempt: JobAttempt, random: number): number {
  const backoff = queueBackoffMs(attempt.number)
  const wish =
    error instanceof RetryableError || error instanceof ProviderError ? (error.retryAfterMs ?? 0) : 0
  return Math.max(0, Math.min(wish, LONGEST_WISH_MS) - backoff) + random * 0.5 * backoff
}

/** The first line of an error without addresses, numbers and keys. */
export function describeFailure(error: unknown): string {
  const text = error instanceof z.ZodError ? zodPlaces(error) : error instanceof Error ? error.message : ''
  const [line = ''] = text.trim().split('\n')
  return maskText(line).slice(0, LONGEST_MESSAGE) || 'It failed without a message.'
}

function zodPlaces(error: z.ZodError): string {
  const places = error.issues.slice(0, 5).map(issue => issue.path.join('.') || 'the whole')
  return `Not as expected: ${places.join(', ')}`
}
