import { describe, expect, it } from 'vitest'
import { addDays, CivilDate, civilDateOf, compareDays, dateOfEpochDay, epochDayOf } from './civil-date.ts'

const FOUR_CENTURIES = 146_097
const BEGIN = epochDayOf(new CivilDate(1800, 3, 1))

describe('a civil date', () => {
  it('is the one of the calendar on every day of four centuries', () => {
    let asked = Temporal.PlainDate.from('1800-03-01')
    for (let day = BEGIN; day < BEGIN + FOUR_CENTURIES; day += 1) {
      const date = dateOfEpochDay(day)
      const same =
        date.year === asked.year &&
        date.month === asked.month &&
        date.day === asked.day &&
        date.dayOfWeek === ((((day + 3) % 7) + 7) % 7) + 1 &&
        epochDayOf(date) === day
      if (!same) expect(`${day} ${date}`).toBe(`${day} ${asked}`)
      asked = asked.add({ days: 1 })
    }
  })

  it('has the weekdays and months of the calendar', () => {
    for (let day = BEGIN; day < BEGIN + FOUR_CENTURIES; day += 97) {
      const date = dateOfEpochDay(day)
      const asked = Temporal.PlainDate.from(date.toString())
      expect([date.dayOfWeek, date.daysInMonth]).toEqual([asked.dayOfWeek, asked.daysInMonth])
    }
  })

  it.each([
    { days: 1 },
    { days: -400 },
    { months: 1 },
    { months: -13 },
    { months: 18, days: 15 },
    { years: 1 },
    { years: -4 },
  ])('moves by %o as the calendar moves', length => {
    for (const text of ['2026-11-20', '2028-02-29', '2026-01-31', '2026-12-31', '2027-03-01']) {
      expect(civilDateOf(text).add(length).toString()).toBe(
        Temporal.PlainDate.from(text).add(length).toString(),
      )
    }
  })

  it('is added to within and across months', () => {
    for (let days = -70; days <= 70; days += 1)
      expect(addDays(civilDateOf('2028-02-15'), days).toString()).toBe(
        Temporal.PlainDate.from('2028-02-15').add({ days }).toString(),
      )
  })

  it('is written as the calendar writes it', () => {
    const texts = [new CivilDate(476, 9, 4), new CivilDate(12_026, 1, 2)].map(String)
    expect(texts).toEqual(['0476-09-04', '+012026-01-02'])
  })

  it('comes in the order of the calendar', () => {
    const dates = ['2027-01-31', '2026-12-31', '2027-02-01', '2026-12-30'].map(civilDateOf)
    expect(dates.toSorted(compareDays).join(' ')).toBe('2026-12-30 2026-12-31 2027-01-31 2027-02-01')
  })
})
