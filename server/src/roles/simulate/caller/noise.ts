/** A source of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Errors as speech recognition makes them: a word lost or said twice, an ending misheard, a voiced sound for an unvoiced one. */
const errors: readonly ((word: string) => string)[] = [
  word => (word.length <= 4 ? '' : word),
  word => `${word} ${word}`,
  word => word.replace(/en$/, 'n').replace(/er$/, 'a'),
  word => word.replace(/m$/, 'n').replace(/d$/, 't').replace(/b$/, 'p'),
  word => word.toLowerCase(),
  word => `äh ${word}`,
]

/** Word errors at the given rate; the same words with the same seed come out the same. */
export function withNoise(text: string, { seed, rate }: { seed: number; rate: number }): string {
  const draw = seeded(seed)
  return text
    .split(' ')
    .map(word => {
      if (draw() >= rate) return word
      const error = errors[Math.floor(draw() * errors.length)]
      return error === undefined ? word : error(word)
    })
    .filter(word => word !== '')
    .join(' ')
}
