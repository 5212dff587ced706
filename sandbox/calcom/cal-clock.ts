/** Cal.com's clock: the machine's, put forward or back. */
export function createCalClock(machine: () => number) {
  let skewMs = 0
  return {
    now: (): number => machine() + skewMs,
    set({ at, skew_ms }: { at?: string | undefined; skew_ms?: number | undefined }): void {
      skewMs = at === undefined ? (skew_ms ?? 0) : Date.parse(at) - machine()
    },
  }
}

export type CalClock = ReturnType<typeof createCalClock>
