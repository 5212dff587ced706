import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { offsetPeriods, offsetWriter } from './offset-periods.ts'
import { toOffsetString } from './zoned.ts'

const ZONES = ['Europe/Berlin', 'UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const YEAR_2000 = Date.UTC(2000, 0, 1)
const YEAR_2040 = Date.UTC(2040, 0, 1)
const DAY = 86_400_000

test('a range of instants is written as each alone is, over changes of the clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: YEAR_2000, max: YEAR_2040 }),
      fc.array(fc.integer({ min: 0, max: 400 * DAY }), { minLength: 1, maxLength: 20 }),
      (zone, from, distances) => {
        const instants = distances.map(distance => from + distance)
        const write = offsetWriter(zone, from, Math.max(...instants))
        expect(instants.map(write)).toEqual(instants.map(instant => toOffsetString(instant, zone)))
      },
    ),
  )
})

test('the second in which the clocks change already has the new offset', () => {
  const change = Date.UTC(2026, 9, 25, 1)
  const write = offsetWriter('Europe/Berlin', change - 1000, change)
  expect([write(change - 1000), write(change)]).toEqual([
    '2026-10-25T02:59:59+02:00',
    '2026-10-25T02:00:00+01:00',
  ])
})

test('what a zone does in two centuries is asked of it once', () => {
  const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2199, 0, 1)]
  const periods = offsetPeriods('Europe/Lisbon', from, to)
  const asked = vi.spyOn(Temporal.ZonedDateTime.prototype, 'getTimeZoneTransition')
  expect(offsetPeriods('Europe/Lisbon', from, to)).toEqual(periods)
  expect([periods.length, asked.mock.calls.length]).toEqual([351, 0])
})
