import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EpochRange } from '../../../platform/time/zoned.ts'
import { intersectRanges, subtractRanges } from './ranges.ts'

const range = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }))
const anyRanges = fc.array(range, { maxLength: 12 })
const sortedRanges = anyRanges.map(list => {
  const minutes = new Set(list.flatMap(item => minutesOf([item])))
  return fromMinutes([...minutes].sort((a, b) => a - b))
})

function minutesOf(ranges: readonly EpochRange[]): number[] {
  return ranges.flatMap(item =>
    Array.from({ length: item.end - item.start }, (_, index) => item.start + index),
  )
}
function fromMinutes(minutes: readonly number[]): EpochRange[] {
  const ranges: EpochRange[] = []
  for (const minute of minutes) {
    const last = ranges.at(-1)
    if (last && last.end === minute) ranges[ranges.length - 1] = { start: last.start, end: minute + 1 }
    else ranges.push({ start: minute, end: minute + 1 })
  }
  return ranges
}

test('subtracting ranges leaves exactly the minutes that nobody took', () => {
  fc.assert(
    fc.property(sortedRanges, anyRanges, (open, taken) => {
      const gone = new Set(minutesOf(taken))
      expect(minutesOf(subtractRanges(open, taken))).toEqual(
        minutesOf(open).filter(minute => !gone.has(minute)),
      )
    }),
  )
})

test('intersecting ranges leaves exactly the minutes of both', () => {
  fc.assert(
    fc.property(sortedRanges, sortedRanges, (one, other) => {
      const inOther = new Set(minutesOf(other))
      expect(minutesOf(intersectRanges(one, other))).toEqual(
        minutesOf(one).filter(minute => inOther.has(minute)),
      )
    }),
  )
})
