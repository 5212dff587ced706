import { expect, test } from 'vitest'
import { readRetryAfter } from './retry-after.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')

test.each([
  ['2', 2000],
  [' 120 ', 120_000],
  ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
])('Retry-After "%s" is %i milliseconds from ten o’clock', (value, expected) => {
  expect(readRetryAfter(value, now)).toBe(expected)
})

test.each([undefined, '', 'soon', '-5', '1.5', '2026-11-20', '99999999999'])(
  'Retry-After %j is no wish',
  value => {
    expect(readRetryAfter(value, now)).toBeNull()
  },
)
