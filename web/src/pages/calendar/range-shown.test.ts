import { expect, test } from 'vitest'
import { rangeShown, stepTo, weekNumber } from './range-shown.ts'

test('a day is itself, a week is Monday to Sunday, a month is six whole weeks', () => {
  expect(rangeShown(undefined, '2026-11-28')).toEqual({ first: '2026-11-28', last: '2026-11-28' })
  expect(rangeShown('week', '2026-11-28')).toEqual({ first: '2026-11-23', last: '2026-11-29' })
  expect(rangeShown('month', '2026-11-28')).toEqual({ first: '2026-10-26', last: '2026-12-06' })
})

test('the next one is a day, a week or a month later', () => {
  expect(stepTo('day', '2026-12-31', 1)).toBe('2027-01-01')
  expect(stepTo('week', '2026-11-28', -1)).toBe('2026-11-21')
  expect(stepTo('month', '2026-12-31', 1)).toBe('2027-01-01')
})

test('weeks are counted as on German calendars', () => {
  expect(['2026-01-01', '2026-11-28', '2027-01-03', '2027-01-04'].map(weekNumber)).toEqual([1, 48, 53, 1])
})
