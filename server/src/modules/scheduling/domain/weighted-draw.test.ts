import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawWeighted } from './weighted-draw.ts'

const DRAWS = 20_000
const people = (weights: Record<string, number>) =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight }))

function shares(weights: Record<string, number>): Record<string, number> {
  const counts = new Map<string, number>()
  for (let index = 0; index < DRAWS; index += 1) {
    const key = drawWeighted(`service/${1_795_000_000_000 + index * 7_200_000}`, people(weights))?.key ?? ''
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].map(([key, count]) => [key, count / DRAWS]))
}

test('people of the same weight are drawn equally often', () => {
  const drawn = shares({ ines: 1, ole: 1, runa: 1 })
  for (const name of ['ines', 'ole', 'runa']) expect(drawn[name]).toBeCloseTo(1 / 3, 1)
})

test('who weighs twice as much is drawn twice as often', () => {
  const drawn = shares({ ines: 2, ole: 1, runa: 1 })
  expect(drawn.ines).toBeGreaterThan(0.48)
  expect(drawn.ines).toBeLessThan(0.52)
})

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
const candidates = names.map(keys => keys.map((key, index) => ({ key, weight: (index % 3) + 1 })))

test('the order in which candidates are named does not matter', () => {
  fc.assert(
    fc.property(fc.string(), candidates, (seed, list) => {
      expect(drawWeighted(seed, list.toReversed())?.key).toBe(drawWeighted(seed, list)?.key)
    }),
  )
})

test('when somebody else drops out, the drawn one stays', () => {
  fc.assert(
    fc.property(fc.string(), candidates, fc.nat(5), (seed, list, gone) => {
      const drawn = drawWeighted(seed, list)
      const left = list.filter((candidate, index) => candidate === drawn || index !== gone)
      expect(drawWeighted(seed, left)).toBe(drawn)
    }),
  )
})

test('of nobody nobody is drawn', () => {
  expect(drawWeighted('any', [])).toBeUndefined()
})
