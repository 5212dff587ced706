/** Time as the line sees it; a test moves its own. */
export interface LineClock {
  now(): number
  /** Runs later; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}

export const realClock: LineClock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

/** A clock that stands still until it is moved. */
export function standingClock(at = 1_795_168_800_000): LineClock & { advance(ms: number): Promise<void> } {
  const waiting = new Set<{ at: number; run: () => void }>()
  let now = at
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run }
      waiting.add(entry)
      return () => {
        waiting.delete(entry)
      }
    },
    async advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...waiting].filter(entry => entry.at <= end).sort((one, other) => one.at - other.at)
        if (next === undefined) break
        waiting.delete(next)
        now = next.at
        next.run()
        // What the moment set going over the network goes on before time does.
        await new Promise(settled => setTimeout(settled, 20))
      }
      now = end
    },
  }
}
