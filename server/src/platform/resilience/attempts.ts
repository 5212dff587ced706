import { setTimeout as wait } from 'node:timers/promises'
import { ProviderError } from '../errors/provider-error.ts'
import type { Policy } from './policy.ts'

/** Whether asking a second time can do harm: `unless_unsent` repeats only what certainly never arrived. */
export type Repeat = 'safe' | 'unless_unsent'

/** Errors of which we know that the request never reached the provider, or that it refused to look at it. */
const unsent = new WeakSet<ProviderError>()

/** Marks an error after which a repeat is harmless whatever was asked. */
export function markUnsent(error: ProviderError): ProviderError {
  unsent.add(error)
  return error
}

const FIRST_WAIT_MS = 100

/**
 * Runs `attempt` until it succeeds, may not be repeated, or time is up. Waits 100 ms, 200 ms, … with full jitter,
 * or as long as the provider wishes. `mayWait` ends the waiting when the product stops.
 */
export async function withAttempts<T>(
  rules: { policy: Policy; repeat: Repeat; deadline: number; mayWait: AbortSignal },
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number)
    } catch (error) {
      const pause = pauseAfter(error, number, rules)
      if (pause === null || rules.mayWait.aborted) throw error
      await wait(pause, undefined, { signal: rules.mayWait }).catch(() => {
        throw error
      })
    }
  }
}

/** Null: not again. */
function pauseAfter(
  error: unknown,
  number: number,
  { policy, repeat, deadline }: { policy: Policy; repeat: Repeat; deadline: number },
): number | null {
  if (!(error instanceof ProviderError) || !error.retryable || number >= policy.attempts) return null
  if (repeat === 'unless_unsent' && !unsent.has(error)) return null
  const wish = error.retryAfterMs
  if (wish !== null && wish > policy.longestRetryAfterMs) return null
  const pause = Math.max(wish ?? 0, FIRST_WAIT_MS * 2 ** (number - 1) * Math.random())
  return performance.now() + pause < deadline ? pause : null
}
