/** Whoever may do so much at once may do it again as time passes: `burst` at once, then one each `intervalMs`. */
export type Pace = { readonly burst: number; readonly intervalMs: number }

/** Where counts are kept. Asynchronous so that a store which several processes share fits too. */
export type LimitStore = {
  /** Counts one under the name. What comes back is 0, or the milliseconds to wait; then nothing was counted. */
  take(name: string, pace: Pace): Promise<number>
  /** Nobody takes one under the name for so long, at the pace; others wait longer by as much as they may do less at once. */
  rest(name: string, pace: Pace, ms: number): Promise<void>
}

/** Names that are quiet are forgotten when so many are known, and the oldest ones when all of these are busy. */
const MOST_NAMES = 100_000

/**
 * Counts of this process alone. Of each name one number is kept: until when what was counted is paid off (GCRA). A
 * stranger who makes up names costs a hundred bytes each, and never more than `MOST_NAMES` of them.
 */
export function createMemoryStore(nowMs: () => number = () => performance.now()): LimitStore {
  const paidOffAt = new Map<string, number>()

  return {
    take: async (name, { burst, intervalMs }) => {
      const now = nowMs()
      const due = Math.max(now, paidOffAt.get(name) ?? 0)
      const waitMs = due - now - (burst - 1) * intervalMs
      if (waitMs > 0) return waitMs
      if (paidOffAt.size >= MOST_NAMES && !paidOffAt.has(name)) forget(now)
      paidOffAt.set(name, due + intervalMs)
      return 0
    },
    rest: async (name, { burst, intervalMs }, ms) => {
      const due = nowMs() + ms + (burst - 1) * intervalMs
      paidOffAt.set(name, Math.max(due, paidOffAt.get(name) ?? 0))
    },
  }

  function forget(now: number): void {
    for (const [name, due] of paidOffAt) if (due <= now) paidOffAt.delete(name)
    for (const name of paidOffAt.keys()) {
      if (paidOffAt.size < MOST_NAMES) break
      paidOffAt.delete(name)
    }
  }
}
