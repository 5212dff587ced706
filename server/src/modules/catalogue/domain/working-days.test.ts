import { expect, test } from 'vitest'
import { workingDayAfter } from './working-days.ts'

const opening = [1, 2, 3, 4, 5].map(weekday => ({ weekday, fromMinute: 480, toMinute: 720 }))
const after = (date: string, count: number, closed: string[] = []) =>
  workingDayAfter(Temporal.PlainDate.from(date), {
    count,
    opening,
    closedDates: new Set(closed),
  })?.toString()

test('the next working day after a Friday is Monday', () => {
  expect(after('2026-11-20', 1)).toBe('2026-11-23')
})

test('the next working day after a Sunday is Monday too', () => {
  expect(after('2026-11-22', 1)).toBe('2026-11-23')
})

test('a public holiday is no working day', () => {
  expect(after('2026-11-20', 1, ['2026-11-23'])).toBe('2026-11-24')
})

test('no working day after today is today, on a Sunday too', () => {
  expect(after('2026-11-22', 0)).toBe('2026-11-22')
})

test('several working days are counted over the weekend', () => {
  expect(after('2026-11-19', 3)).toBe('2026-11-24')
})

test('a business that never opens has no working day', () => {
  const never = workingDayAfter(Temporal.PlainDate.from('2026-11-20'), {
    count: 1,
    opening: [],
    closedDates: new Set(),
  })
  expect(never).toBeNull()
})
