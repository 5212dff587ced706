import { expect, it } from 'vitest'
import { writtenInstant } from './written-instant.ts'

const read = (text: string): string | undefined =>
  writtenInstant(text, 'Europe/Berlin')?.toString({ timeZoneName: 'never' })

it.each([
  ['2026-12-03T14:30:00+01:00', '2026-12-03T14:30:00+01:00'],
  ['2026-12-03T13:30Z', '2026-12-03T14:30:00+01:00'],
  ['2026-12-03T14:30', '2026-12-03T14:30:00+01:00'],
  [' 2026-07-03T14:30:59.123 ', '2026-07-03T14:30:00+02:00'],
])('reads "%s" as %s', (text, instant) => {
  expect(read(text)).toBe(instant)
})

it.each(['2026-12-03', '2026-02-31T10:00', '2026-12-03T25:00Z', 'am 2026-12-03T14:30'])(
  'leaves "%s" alone',
  text => {
    expect(read(text)).toBeUndefined()
  },
)
