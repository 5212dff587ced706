import { describe, expect, it } from 'vitest'
import { civilDateOf } from '../civil-date.ts'
import type { HolidayName } from '../meaning.ts'
import { holidayOf, publicHolidayAfter } from './holiday.ts'

const today = civilDateOf('2026-11-20')

describe('holidayOf', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('knows Easter %i', (year, date) => {
    expect(holidayOf('easter_sunday', today, year).first.toString()).toBe(date)
  })

  it.each([
    ['carnival_monday', '2026-02-16'],
    ['good_friday', '2026-04-03'],
    ['ascension', '2026-05-14'],
    ['whit_monday', '2026-05-25'],
    ['corpus_christi', '2026-06-04'],
    ['mothers_day', '2026-05-10'],
    ['repentance', '2026-11-18'],
    ['memorial_sunday', '2026-11-22'],
    ['advent_1', '2026-11-29'],
    ['advent_4', '2026-12-20'],
  ] satisfies [HolidayName, string][])('knows %s of 2026', (name, date) => {
    expect(holidayOf(name, today, 2026).first.toString()).toBe(date)
  })

  it('takes the fourth Advent on Christmas Eve when that is a Sunday', () => {
    expect(holidayOf('advent_4', today, 2028).first.toString()).toBe('2028-12-24')
  })

  it('goes to next year when this one is over', () => {
    expect(holidayOf('german_unity', today).first.toString()).toBe('2027-10-03')
  })
})

describe('publicHolidayAfter', () => {
  const holidays = (year: number): readonly string[] => [`${year}-10-03`, `${year}-01-01`]

  it('finds the next one across the turn of the year', () => {
    expect(publicHolidayAfter(today, holidays)?.first.toString()).toBe('2027-01-01')
  })

  it('finds none where none is known', () => {
    expect(publicHolidayAfter(today, () => [])).toBeNull()
  })
})
