/** 120 requests in a minute for each key, then a minute's block; so many for each address without a key. */
import { createHash } from 'node:crypto'
import { CalError } from '../cal-error.ts'

const LIMIT = 120
const WINDOW_MS = 60_000
const BLOCK_MS = 60_000

type Count = { hits: number; endsAt: number; blockedUntil: number }

export type Limited = {
  readonly headers: Readonly<Record<string, string>>
  /** Null: it may pass. */
  readonly refusal: CalError | null
}

export function createRateLimit(now: () => number) {
  const counts = new Map<string, Count>()
  const arrivals = new Map<string, number[]>()
  const seen = { most: 0, refused: 0 }

  return {
    seen,
    reset(): void {
      counts.clear()
      arrivals.clear()
      Object.assign(seen, { most: 0, refused: 0 })
    },
    count(caller: string): Limited {
      const at = now()
      const name = createHash('sha256').update(caller).digest('hex')
      noteArrival(name, at)
      const known = counts.get(name)
      const count =
        known !== undefined && known.endsAt > at
          ? known
          : { hits: 0, endsAt: at + WINDOW_MS, blockedUntil: 0 }
      counts.set(name, count)
      count.hits += 1
      if (count.hits > LIMIT && count.blockedUntil <= at) {
        count.blockedUntil = at + BLOCK_MS
        count.endsAt = Math.max(count.endsAt, count.blockedUntil)
      }
      const blocked = count.blockedUntil > at
      if (blocked) seen.refused += 1
      const resetMs = (blocked ? count.blockedUntil : count.endsAt) - at
      return {
        headers: {
          'X-RateLimit-Limit-Default': String(LIMIT),
          'X-RateLimit-Remaining-Default': String(Math.max(0, LIMIT - count.hits)),
          // Seconds that remain, not a moment.
          'X-RateLimit-Reset-Default': String(Math.ceil(resetMs / 1000)),
        },
        refusal: blocked ? tooMany() : null,
      }
    },
  }

  /** The most that came from one caller within any minute: what tests of the product look at. */
  function noteArrival(name: string, at: number): void {
    const recent = [...(arrivals.get(name) ?? []), at].filter(moment => moment > at - WINDOW_MS)
    arrivals.set(name, recent)
    seen.most = Math.max(seen.most, recent.length)
  }
}

export type RateLimit = ReturnType<typeof createRateLimit>

function tooMany(): CalError {
  return new CalError(429, 'CustomThrottlerGuard - Too many requests. Please try again later.')
}
