/** The only source of "now". Tests pass their own. */
export type Clock = { now(): Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until it is moved, for tests and simulations. */
export function fixedClock(start: string): Clock & { set(instant: string): void; advance(ms: number): void } {
  let current = Temporal.Instant.from(start)
  return {
    now: () => current,
    set: instant => {
      current = Temporal.Instant.from(instant)
    },
    advance: ms => {
      current = current.add({ milliseconds: ms })
    },
  }
}
