import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  instantOn,
  isLocalDate,
  localDateOf,
  monthOf,
  weekOf,
} from './local-date.ts'

test('an instant shortly before midnight in UTC is already the next day in Berlin', () => {
  expect(localDateOf('2026-11-20T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-21')
  expect(localDateOf('2026-11-20T23:30:00Z', 'America/New_York')).toBe('2026-11-20')
})

test('days are added across the change to summer time and across a leap day', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('days between two dates are whole numbers even when a day between them has 23 hours', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-20', '2026-11-19')).toBe(-1)
})

test('a week runs from Monday to Sunday, also when asked on the Sunday', () => {
  const week = ['16', '17', '18', '19', '20', '21', '22'].map(day => `2026-11-${day}`)
  expect(weekOf('2026-11-20')).toEqual(week)
  expect(weekOf('2026-11-22')).toEqual(week)
  expect(weekOf('2026-11-16')).toEqual(week)
})

test.each(['', '2026-13-01', '2026-02-31', '2026-1-1', 'heute', 20261120, undefined])(
  '%j is no local date',
  text => {
    expect(isLocalDate(text)).toBe(false)
  },
)

test('a month goes on over the end of the year', () => {
  expect(monthOf('2026-11-28')).toBe('2026-11-01')
  expect([addMonths('2026-12-24', 1), addMonths('2026-01-31', -1)]).toEqual(['2027-01-01', '2025-12-01'])
})

test('nine o’clock is nine o’clock in winter and in summer', () => {
  expect(instantOn('2026-11-27', 540, 'Europe/Berlin')).toBe('2026-11-27T08:00:00.000Z')
  expect(instantOn('2026-07-01', 540, 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
  expect(instantOn('2026-03-29', 540, 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z')
})

test('a time that the clocks skip is as much later as they jump', () => {
  expect(instantOn('2026-03-29', 150, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
})
