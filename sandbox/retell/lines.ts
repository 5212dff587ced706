/** How many calls there may be at once, and what becomes of one more. */
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'

export const LineLimits = z.strictObject({
  /** Calls at once in a workspace that has bought no more. */
  concurrency: z.int().min(1).default(20),
  /** `unlimited`: calls that ring in are never refused. `limited`: they wait, and then go to the number's fallback. */
  inbound: z.enum(['unlimited', 'limited']).default('unlimited'),
  /** How long a call that rings in waits for a line. */
  wait_ms: z.int().min(0).default(40_000),
  /** One call too many that is made: refused with 429, or a call that ends at once. Retell says only "rejected". */
  outbound: z.enum(['refused', 'ended']).default('refused'),
})
export type LineLimits = z.infer<typeof LineLimits>

export interface Lines {
  limits(): LineLimits
  set(limits: z.input<typeof LineLimits>): void
  /** How many calls there are now. */
  live(): number
  isFull(): boolean
  /** Whether a call that rings in has got a line in time. */
  wait(signal: AbortSignal): Promise<boolean>
}

const LOOK_AGAIN_MS = 25

export function createLines(live: () => number): Lines {
  let limits = LineLimits.parse({})
  const isFull = () => live() >= limits.concurrency
  return {
    ...{ live, isFull, limits: () => limits },
    set: given => {
      limits = LineLimits.parse(given)
    },
    async wait(signal) {
      const until = performance.now() + limits.wait_ms
      while (limits.inbound === 'limited' && isFull()) {
        if (performance.now() >= until) return false
        await delay(LOOK_AGAIN_MS, undefined, { signal })
      }
      return true
    },
  }
}
