import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findVisits, type VisitPart } from './visits.ts'

const MOST = { longestWaitMs: 100, most: 1000 }
const slots = (length: number, ...starts: number[]): VisitPart[] =>
  starts.map(start => ({ start, end: start + length }))

test('the second service begins as soon as the first is done', () => {
  expect(findVisits([slots(30, 0), slots(20, 10, 30, 60)], MOST)).toEqual([
    [
      { start: 0, end: 30 },
      { start: 30, end: 50 },
    ],
  ])
})

test('the other order is taken when it is shorter', () => {
  expect(findVisits([slots(30, 20), slots(20, 0)], MOST)).toEqual([
    [
      { start: 0, end: 20 },
      { start: 20, end: 50 },
    ],
  ])
})

test('nobody is asked to wait longer than allowed', () => {
  expect(findVisits([slots(30, 0), slots(20, 131)], MOST)).toEqual([])
})

/** Every choice of one slot each in every order: slow, and plain to see. */
function everyWay(lists: readonly VisitPart[][]): VisitPart[][] {
  if (lists.length === 0) return [[]]
  return lists.flatMap((list, index) =>
    list.flatMap(slot =>
      everyWay(lists.filter((_, other) => other !== index))
        .filter(rest => rest.length === 0 || (rest[0]?.start ?? 0) >= slot.end)
        .map(rest => [slot, ...rest]),
    ),
  )
}

test('for each start it is the shortest of all ways, and no way is left out', () => {
  const list = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 7 }))
    .map(([length, starts]) => slots(length, ...starts.toSorted((one, other) => one - other)))
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), lists => {
      const shortest = new Map<number, number>()
      for (const way of everyWay(lists)) {
        const [start, end] = [way[0]?.start ?? 0, way.at(-1)?.end ?? 0]
        shortest.set(start, Math.min(shortest.get(start) ?? Number.POSITIVE_INFINITY, end))
      }
      const found = findVisits(lists, MOST)
      expect(found.map(visit => [visit[0]?.start, visit.at(-1)?.end])).toEqual(
        [...shortest].toSorted(([one], [other]) => one - other),
      )
      for (const visit of found)
        expect(visit.every((part, at) => at === 0 || part.start >= (visit[at - 1]?.end ?? 0))).toBe(true)
    }),
  )
})
