import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, type Intervals, intersect, subtract, unite } from './intervals.ts'

const anyIntervals = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 40 })), { maxLength: 12 })
  .map(list => list.flatMap(([start, length]) => [start, start + length]))
const intervalSet = anyIntervals.map(unite)

function minutesOf(intervals: Intervals): number[] {
  const minutes = new Set<number>()
  for (let index = 0; index < intervals.length; index += 2)
    for (let minute = intervals[index] ?? 0; minute < (intervals[index + 1] ?? 0); minute += 1)
      minutes.add(minute)
  return [...minutes].sort((one, other) => one - other)
}

test('uniting leaves each minute once, in intervals that neither overlap nor touch', () => {
  fc.assert(
    fc.property(anyIntervals, given => {
      const united = unite(given)
      expect(minutesOf(united)).toEqual(minutesOf(given))
      expect(united.every((instant, index) => index === 0 || instant > (united[index - 1] ?? 0))).toBe(true)
    }),
  )
})

test('subtracting leaves exactly the minutes that nobody took', () => {
  fc.assert(
    fc.property(intervalSet, intervalSet, (open, taken) => {
      const gone = new Set(minutesOf(taken))
      expect(minutesOf(subtract(open, taken))).toEqual(minutesOf(open).filter(minute => !gone.has(minute)))
    }),
  )
})

test('intersecting leaves exactly the minutes of both', () => {
  fc.assert(
    fc.property(intervalSet, intervalSet, (one, other) => {
      const inOther = new Set(minutesOf(other))
      expect(minutesOf(intersect(one, other))).toEqual(minutesOf(one).filter(minute => inOther.has(minute)))
    }),
  )
})

test('a range is covered when all its minutes are there', () => {
  fc.assert(
    fc.property(intervalSet, fc.nat(240), fc.integer({ min: 1, max: 30 }), (set, start, length) => {
      const minutes = new Set(minutesOf(set))
      const all = Array.from({ length }, (_, index) => start + index).every(minute => minutes.has(minute))
      expect(covers(set, start, start + length)).toBe(all)
    }),
  )
})
