import { expect, it } from 'vitest'
import { addDays, compareDays } from './plain-days.ts'

it('days are added as the calendar adds them', () => {
  for (let day = 1; day <= 28; day += 1) {
    for (const month of [1, 2, 12]) {
      const date = new Temporal.PlainDate(2028, month, day)
      for (let days = -70; days <= 70; days += 1)
        expect(addDays(date, days).toString()).toBe(date.add({ days }).toString())
    }
  }
})

it('dates are in the order of the calendar', () => {
  const dates = ['2027-01-31', '2026-12-31', '2027-02-01', '2026-12-30'].map(date =>
    Temporal.PlainDate.from(date),
  )
  expect(dates.toSorted(compareDays).join(' ')).toBe('2026-12-30 2026-12-31 2027-01-31 2027-02-01')
})
