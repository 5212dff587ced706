import { expect, test } from 'vitest'
import { expandFixedStarts } from './fixed-starts.ts'

const zone = 'Europe/Berlin'
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const expand = (from: string, to: string) =>
  expandFixedStarts({
    starts: [
      { weekday: 7, atMinute: 20 * 60, most: 2 },
      { weekday: 7, atMinute: 9 * 60, most: 3 },
      { weekday: 1, atMinute: 9 * 60, most: 1 },
    ],
    zone,
    range: { start: ms(from), end: ms(to) },
  }).map(start => [Temporal.Instant.fromEpochMilliseconds(start.at).toString(), start.most])

test('starts come in order of time, each with its limit', () => {
  expect(expand('2026-11-22T00:00+01:00', '2026-11-23T12:00+01:00')).toEqual([
    ['2026-11-22T08:00:00Z', 3],
    ['2026-11-22T19:00:00Z', 2],
    ['2026-11-23T08:00:00Z', 1],
  ])
})

test('nine o’clock is nine o’clock on the day the clocks go back', () => {
  expect(expand('2026-10-25T00:00+02:00', '2026-10-25T23:00+01:00')).toEqual([
    ['2026-10-25T08:00:00Z', 3],
    ['2026-10-25T19:00:00Z', 2],
  ])
})
