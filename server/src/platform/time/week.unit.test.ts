import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOCK, readWeek, writeWeek } from './week.ts'

test('a week is read in minutes and in order', () => {
  const week = readWeek([
    { weekday: 2, from: '09:00', to: '13:00' },
    { weekday: 1, from: '14:00', to: '24:00' },
    { weekday: 1, from: '08:30', to: '12:00' },
  ])
  expect(week).toEqual([
    { weekday: 1, fromMinute: 510, toMinute: 720 },
    { weekday: 1, fromMinute: 840, toMinute: 1440 },
    { weekday: 2, fromMinute: 540, toMinute: 780 },
  ])
})

test('windows of one day that overlap are refused, touching ones are not', () => {
  const monday = (from: string, to: string) => ({ weekday: 1, from, to })
  expect(readWeek([monday('08:00', '12:00'), monday('11:59', '18:00')])).toBe('overlap')
  expect(readWeek([monday('08:00', '12:00'), monday('12:00', '18:00')])).toHaveLength(2)
  expect(readWeek([monday('08:00', '12:00'), { ...monday('08:00', '12:00'), weekday: 2 }])).toHaveLength(2)
})

test('a window that ends before it begins, or when it begins, is refused', () => {
  expect(readWeek([{ weekday: 1, from: '18:00', to: '09:00' }])).toBe('backwards')
  expect(readWeek([{ weekday: 1, from: '09:00', to: '09:00' }])).toBe('backwards')
})

const night = (weekday: number, from = '22:00', to = '02:00') => ({ weekday, from, to })

test('a night ends on the next day, if nights are wanted', () => {
  expect(readWeek([night(5)], 'end_next_day')).toEqual([{ weekday: 5, fromMinute: 1320, toMinute: 1560 }])
  expect(readWeek([night(5, '22:00', '00:00')], 'end_next_day')).toEqual([
    { weekday: 5, fromMinute: 1320, toMinute: 1440 },
  ])
  expect(readWeek([night(5, '22:00', '22:00')], 'end_next_day')).toBe('backwards')
})

test('a night that runs into the windows of the next day is refused, from Sunday to Monday too', () => {
  const early = (weekday: number, from: string) => ({ weekday, from, to: '12:00' })
  expect(readWeek([night(5), early(6, '01:00')], 'end_next_day')).toBe('overlap')
  expect(readWeek([night(7), early(1, '01:59')], 'end_next_day')).toBe('overlap')
  expect(readWeek([night(7), early(1, '02:00')], 'end_next_day')).toHaveLength(2)
})

test('a night that is written is read as it was', () => {
  const week = [{ weekday: 7, fromMinute: 1320, toMinute: 1560 }]
  expect(writeWeek(week)).toEqual([night(7)])
  expect(readWeek(writeWeek(week), 'end_next_day')).toEqual(week)
})

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      fc.integer({ min: 0, max: 1438 }),
      fc.integer({ min: 1, max: 1440 }),
      (weekdays, one, other) => {
        const [fromMinute = 0, toMinute = 1] = [one, other === one ? one + 1 : other].toSorted(
          (a, b) => a - b,
        )
        const week = weekdays.toSorted((a, b) => a - b).map(weekday => ({ weekday, fromMinute, toMinute }))
        const written = writeWeek(week)
        expect(written.every(({ from, to }) => CLOCK.test(from) && CLOCK.test(to))).toBe(true)
        expect(readWeek(written)).toEqual(week)
      },
    ),
  )
})
