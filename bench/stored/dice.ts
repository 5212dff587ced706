/** Repeatable dice (mulberry32): the same seed throws the same numbers on every machine. */
export type Dice = {
  /** From 0 up to, but not including, `sides`. */
  roll(sides: number): number
  /** One of these. */
  pick<T>(choices: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
  return {
    roll,
    pick: choices => {
      const choice = choices[roll(choices.length)]
      if (choice === undefined) throw new Error('There is nothing to pick from.')
      return choice
    },
  }
}
