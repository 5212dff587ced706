import { expect, test } from 'vitest'
import { createTimeText } from './time-text.ts'

const at = (now: string, zone = 'Europe/Berlin', locale = 'de-DE') =>
  createTimeText({ zone, locale, now: () => Date.parse(now) })

test('a time is shown on the clock of the business, wherever its reader is', () => {
  expect(at('2026-11-20T12:00:00Z').clock('2026-11-24T09:00:00Z')).toBe('10:00')
  expect(at('2026-11-20T12:00:00Z', 'America/New_York').clock('2026-11-24T09:00:00Z')).toBe('04:00')
})

test('the clock follows the change to summer time and back', () => {
  const time = at('2026-03-29T12:00:00Z')
  expect(time.clock('2026-03-29T00:59:00Z')).toBe('01:59')
  expect(time.clock('2026-03-29T01:00:00Z')).toBe('03:00')
  expect(time.clock('2026-10-25T00:30:00Z')).toBe('02:30')
  expect(time.clock('2026-10-25T01:30:00Z')).toBe('02:30')
})

test('today changes at midnight of the business', () => {
  expect(at('2026-11-20T22:59:59Z').today()).toBe('2026-11-20')
  expect(at('2026-11-20T23:00:00Z').today()).toBe('2026-11-21')
})

test('yesterday is yesterday although the day between has 23 or 25 hours', () => {
  expect(at('2026-03-30T08:00:00Z').moment('2026-03-29T08:00:00Z')).toBe('gestern, 10:00')
  expect(at('2026-10-26T08:00:00Z').moment('2026-10-24T22:30:00Z')).toBe('gestern, 00:30')
})

test.each([
  ['2026-11-18', 'vorgestern'],
  ['2026-11-19', 'gestern'],
  ['2026-11-20', 'heute'],
  ['2026-11-21', 'morgen'],
  ['2026-11-22', 'übermorgen'],
  ['2026-11-23', null],
  ['2026-11-17', null],
])('on 20 November the day %s is called %s', (day, called) => {
  expect(at('2026-11-20T12:00:00Z').relativeDay(day)).toBe(called)
})

test('a language without a word for the day before yesterday gets none', () => {
  expect(at('2026-11-20T12:00:00Z', 'Europe/London', 'en-GB').relativeDay('2026-11-18')).toBeNull()
})

test('a day further away has its weekday, and its year when it is another', () => {
  const time = at('2026-11-20T12:00:00Z')
  expect(time.shortDay('2026-11-17')).toBe('Di., 17.11.')
  expect(time.shortDay('2025-11-17')).toBe('17.11.2025')
  expect(time.longDay('2026-11-24')).toBe('Dienstag, 24. November')
  expect(time.longDay('2027-01-05')).toBe('Dienstag, 5. Januar 2027')
})

test('the precise clock shows milliseconds', () => {
  expect(at('2026-11-20T12:00:00Z').preciseClock('2026-11-20T13:08:24.871Z')).toBe('14:08:24,871')
})
