import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DatedHours } from '../../../platform/time/week.ts'
import { hoursOn, periodicHours, weekFrom } from './hours-periods.ts'
import { workingStretches } from './weekly-hours.ts'

const NINE_TO_FIVE = { fromMinute: 540, toMinute: 1020 }
const week = (weekdays: number[], window = NINE_TO_FIVE, dates: Partial<DatedHours> = {}): DatedHours[] =>
  weekdays.map(weekday => ({ weekday, ...window, ...dates }))
const usual = week([1, 2, 3, 4, 5])
const evenings = { fromMinute: 960, toMinute: 1200 }
const summer = week([1, 3], evenings, { validFrom: '2027-06-01', validTo: '2027-08-31' })
const fair = week([7], evenings, { validFrom: '2027-07-05', validTo: '2027-07-11' })
const weekdaysOn = (date: string, hours: readonly DatedHours[]) =>
  hoursOn(hours, date).map(({ weekday }) => weekday)

describe('The week that counts on a date', () => {
  const all = [...usual, ...summer, ...fair]
  test.each([
    ['2027-05-31', [1, 2, 3, 4, 5]],
    ['2027-06-01', [1, 3]],
    ['2027-07-04', [1, 3]],
    ['2027-07-05', [7]],
    ['2027-07-12', [1, 3]],
    ['2027-08-31', [1, 3]],
    ['2027-09-01', [1, 2, 3, 4, 5]],
  ])('on %s has the weekdays %j', (date, weekdays) => {
    expect(weekdaysOn(date, all)).toEqual(weekdays)
  })

  test('changes within the seven days that are told', () => {
    const told = weekFrom(all, Temporal.PlainDate.from('2027-05-29'))
    expect(told.map(({ weekday, fromMinute }) => [weekday, fromMinute])).toEqual([
      [1, 540],
      [3, 960],
    ])
  })
})

test('somebody who has hours in a season only works as the place opens at other times', () => {
  const { usual: windows, periods } = periodicHours(summer, [...usual, ...fair])
  expect(windows).toEqual(usual)
  expect(periods.map(({ windows: [first] }) => first?.weekday)).toEqual([1, 7])
})

test('somebody with a usual week has nothing of the place', () => {
  expect(periodicHours(summer.concat(usual), fair).periods).toHaveLength(1)
})

test('a stretch that goes on for weeks began where a season opened the doors for good', () => {
  const always = week([1, 2, 3, 4, 5, 6, 7], { fromMinute: 0, toMinute: 1440 }, { validFrom: '2027-03-01' })
  const [start] = workingStretches({
    hours: [...week([1], { fromMinute: 600, toMinute: 720 }), ...always],
    zone: 'Europe/Berlin',
    range: { start: Date.parse('2027-06-01T00:00Z'), end: Date.parse('2027-06-02T00:00Z') },
    closedDates: new Set(),
  })
  expect(start).toBe(Date.parse('2027-03-01T00:00+01:00'))
})

test('every minute is worked if and only if the week of the day it began on says so', () => {
  const zone = 'Europe/Berlin'
  const date = (day: number) => Temporal.PlainDate.from('2026-10-12').add({ days: day }).toString()
  const windows = fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1439 }),
    }),
    { maxLength: 4 },
  )
  const period = fc.record({ first: fc.nat(20), days: fc.option(fc.nat(10)), windows })
  fc.assert(
    fc.property(
      windows,
      fc.uniqueArray(period, { selector: ({ first }) => first, maxLength: 3 }),
      (own, more) => {
        const hours = [
          ...own.map(window => ({ ...window, validFrom: null, validTo: null })),
          ...more.flatMap(({ first, days, windows: dated }) =>
            dated.map(window => ({
              ...window,
              validFrom: date(first),
              validTo: days === null ? null : date(first + days),
            })),
          ),
        ].map(({ length, ...window }) => ({ ...window, toMinute: window.fromMinute + length }))
        const start = Date.parse('2026-10-23T00:00Z')
        const range = { start, end: start + 4 * 86_400_000 }
        const stretches = workingStretches({ hours, zone, range, closedDates: new Set() })
        for (let at = range.start; at < range.end; at += 7 * 60_000)
          expect([at, isInside(stretches, at)]).toEqual([at, isWorked(hours, at, zone)])
      },
    ),
    { numRuns: 40 },
  )
})

function isInside(stretches: readonly number[], at: number): boolean {
  return stretches.filter(border => border <= at).length % 2 === 1
}

/** Asked of the calendar minute by minute: today's windows, and those of yesterday past midnight. */
function isWorked(hours: readonly DatedHours[], at: number, zone: string): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return [0, 1].some(ago => {
    const day = local.toPlainDate().subtract({ days: ago })
    const minute = local.hour * 60 + local.minute + ago * 1440
    return hoursOn(hours, day.toString()).some(
      window => window.weekday === day.dayOfWeek && window.fromMinute <= minute && minute < window.toMinute,
    )
  })
}
