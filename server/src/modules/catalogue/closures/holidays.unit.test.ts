import { expect, test } from 'vitest'
import { closedDates } from './holidays.ts'

const year = (region: string) =>
  closedDates(region, Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-12-31'))

test('Women’s Day is a holiday in Berlin and not in Saxony (failure 49)', () => {
  expect(year('DE-BE').has('2026-03-08')).toBe(true)
  expect(year('DE-SN').has('2026-03-08')).toBe(false)
})

test('the Day of Repentance is a holiday in Saxony alone', () => {
  expect(year('DE-SN').has('2026-11-18')).toBe(true)
  expect(year('DE-BE').has('2026-11-18')).toBe(false)
})

test('Christmas Eve and New Year’s Eve are ordinary days', () => {
  expect(year('DE-BE').has('2026-12-24')).toBe(false)
  expect(year('DE-BE').has('2026-12-31')).toBe(false)
  expect(year('DE-BE').has('2026-12-25')).toBe(true)
})
