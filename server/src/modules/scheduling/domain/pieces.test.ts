import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

const borderAfter = (start: number, days: number) => start + days
const pieces = (end: number, limit: number) => [...piecesOf({ start: 0, end }, { limit, borderAfter })]

test('three starts are looked for in a day, then in more and more', () => {
  expect(pieces(92, 3).map(({ start, end }) => end - start)).toEqual([1, 3, 9, 27, 52])
})

test('a thousand starts are looked for in the whole range at once', () => {
  expect(pieces(92, 1000)).toEqual([{ start: 0, end: 92 }])
  expect(pieces(92, Number.POSITIVE_INFINITY)).toEqual([{ start: 0, end: 92 }])
})

test('pieces are the range without a gap, in a number that hardly grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 2000 }), (end, limit) => {
      const all = pieces(end, limit)
      expect([all[0]?.start, all.at(-1)?.end]).toEqual([0, end])
      expect(all.slice(1).map(({ start }) => start)).toEqual(all.slice(0, -1).map(piece => piece.end))
      expect(all.length).toBeLessThanOrEqual(6)
    }),
  )
})
