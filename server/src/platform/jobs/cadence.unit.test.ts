import { describe, expect, test } from 'vitest'
import { type Cadence, nextTime } from './cadence.ts'

const zone = 'Europe/Berlin'
const next = (cadence: Cadence, after: string): string =>
  nextTime(cadence, Temporal.Instant.from(after)).toString()
const times = (cadence: Cadence, after: string, count: number): string[] => {
  const found: string[] = []
  let at = Temporal.Instant.from(after)
  for (let index = 0; index < count; index += 1) {
    at = nextTime(cadence, at)
    found.push(at.toString())
  }
  return found
}

describe('A nightly schedule', () => {
  const nightly = { cron: '20 3 * * *', zone }

  test('comes at its wall time, in winter and in summer', () => {
    expect(next(nightly, '2026-11-20T12:00:00Z')).toBe('2026-11-21T02:20:00Z')
    expect(next(nightly, '2026-07-20T12:00:00Z')).toBe('2026-07-21T01:20:00Z')
  })

  test('comes strictly after the time given', () => {
    expect(next(nightly, '2026-11-21T02:20:00Z')).toBe('2026-11-22T02:20:00Z')
  })
})

describe('When clocks go forward (29 March 2026, from two to three)', () => {
  test('a time that does not exist comes when they have', () => {
    expect(times({ cron: '30 2 * * *', zone }, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ])
  })
})

describe('When clocks go back (25 October 2026, from three to two)', () => {
  test('a time that exists twice comes once', () => {
    expect(times({ cron: '30 2 * * *', zone }, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
  })

  test('what keeps its distance keeps it', () => {
    expect(times({ everyMs: 3_600_000 }, '2026-10-24T23:59:00Z', 3)).toEqual([
      '2026-10-25T00:00:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T02:00:00Z',
    ])
  })
})

describe('A cron line', () => {
  test.each([
    ['*/15 8-9 * * *', '2026-11-20T08:31:00Z', '2026-11-20T08:45:00Z'],
    ['0 9 * * 1-5', '2026-11-20T12:00:00Z', '2026-11-23T08:00:00Z'],
    ['0 9 * * 7', '2026-11-20T12:00:00Z', '2026-11-22T08:00:00Z'],
    ['0 0 1 1,7 *', '2026-11-20T12:00:00Z', '2026-12-31T23:00:00Z'],
    ['0 12 13 * 5', '2026-11-20T12:00:00Z', '2026-11-27T11:00:00Z'],
    ['0 12 29 2 *', '2026-11-20T12:00:00Z', '2028-02-29T11:00:00Z'],
  ])('%s, after %s, comes at %s', (cron, after, expected) => {
    expect(next({ cron, zone }, after)).toBe(expected)
  })

  test.each([
    '',
    '* * * *',
    '60 * * * *',
    '* * 0 * *',
    '5-1 * * * *',
    '*/0 * * * *',
    'x * * * *',
    '0 0 30 2 *',
  ])('that makes no sense is refused: "%s"', cron => {
    expect(() => next({ cron, zone }, '2026-11-20T12:00:00Z')).toThrow()
  })
})

test('a cadence below a second is refused', () => {
  expect(() => next({ everyMs: 10 }, '2026-11-20T12:00:00Z')).toThrow()
})
