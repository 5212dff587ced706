import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDateOf } from '../civil-date.ts'
import { calendarWeekOf, dateOf } from './calendar-date.ts'

const day = civilDateOf
const first = (run: { first: CivilDate } | null): string | undefined => run?.first.toString()

describe('dateOf', () => {
  it('takes the month that still has that day to come', () => {
    expect(first(dateOf({ type: 'date', day: 15 }, day('2026-11-20')))).toBe('2026-12-15')
  })

  it('passes over a month without a 31st', () => {
    expect(first(dateOf({ type: 'date', day: 31 }, day('2026-11-20')))).toBe('2026-12-31')
  })

  it('counts today as not over', () => {
    expect(first(dateOf({ type: 'date', day: 20, month: 11 }, day('2026-11-20')))).toBe('2026-11-20')
  })

  it('takes next year when the day of this one is over', () => {
    expect(first(dateOf({ type: 'date', day: 11, month: 11 }, day('2026-11-20')))).toBe('2027-11-11')
  })

  it('waits for the next leap year', () => {
    expect(first(dateOf({ type: 'date', day: 29, month: 2 }, day('2026-11-20')))).toBe('2028-02-29')
  })

  it('knows no 31st of February', () => {
    expect(dateOf({ type: 'date', day: 31, month: 2 }, day('2026-11-20'))).toBeNull()
  })
})

describe('calendarWeekOf', () => {
  it.each([
    [48, '2026-11-20', '2026-11-23'],
    [47, '2026-11-20', '2026-11-16'],
    [1, '2026-11-20', '2027-01-04'],
    [53, '2026-11-20', '2026-12-28'],
    [53, '2027-02-01', '2032-12-27'],
    [1, '2025-12-30', '2025-12-29'],
  ])('places week %i, said on %s, from %s', (week, today, monday) => {
    expect(first(calendarWeekOf(week, day(today)))).toBe(monday)
  })
})
