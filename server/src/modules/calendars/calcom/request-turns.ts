import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LimitStore, Pace } from '../../../platform/limits/limit-store.ts'

/**
 * Cal.com takes 120 requests a minute of one key, and shuts it out for a minute after one more (failure 61). All processes
 * draw from one bucket for each key: 15 at once and 90 a minute, so that no 60 seconds see more than 105, and none at
 * Cal.com more than 120 even if requests are ten seconds late. Work that somebody waits for may use the bucket up;
 * everything else leaves two thirds of it alone, and waits.
 */
const REFILL_MS = 667
const PACES = {
  live: { burst: 15, intervalMs: REFILL_MS },
  background: { burst: 5, intervalMs: REFILL_MS },
} as const satisfies Readonly<Record<string, Pace>>

/** How long a request stands in line before it is handed back: what is spoken now, and a job. */
const PATIENCE_MS = { live: 1500, background: 20_000 } as const

export type Urgency = keyof typeof PACES
export type Turn = { readonly kind: 'go' } | { readonly kind: 'later'; readonly afterSeconds: number }

export type RequestTurns = {
  /** Waits for a turn, but not for longer than the urgency allows. */
  take(apiKey: string, urgency: Urgency): Promise<Turn>
  /** Cal.com has shut the key out: nobody asks until then. */
  rest(apiKey: string, ms: number): Promise<void>
}

export type TurnParts = {
  readonly store: LimitStore
  readonly wait?: (ms: number) => Promise<unknown>
}

export function createRequestTurns({ store, wait = sleep }: TurnParts): RequestTurns {
  return {
    async take(apiKey, urgency) {
      const name = nameOf(apiKey)
      let left: number = PATIENCE_MS[urgency]
      for (;;) {
        const waitMs = await store.take(name, PACES[urgency])
        if (waitMs === 0) return { kind: 'go' }
        if (waitMs > left) return { kind: 'later', afterSeconds: Math.ceil(waitMs / 1000) }
        left -= waitMs
        await wait(waitMs)
      }
    },
    rest: async (apiKey, ms) => {
      await store.rest(nameOf(apiKey), PACES.live, ms)
    },
  }
}

/** The key itself is kept nowhere but sealed. */
function nameOf(apiKey: string): string {
  return `calcom:${createHash('sha256').update(apiKey).digest('hex')}`
}
