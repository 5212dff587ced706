/** Chance that can be repeated: the same seed throws the same numbers. */
export type Dice = {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Dice of its own for one of several who throw at the same time, so that none disturbs another's sequence. */
  fork(number: number): Dice
}

/** mulberry32: 32 bits of state are plenty for choosing what to try. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: items => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    fork: number => createDice(Math.imul(seed, 31) + Math.imul(number + 1, 0x9e3779b1)),
  }
}
