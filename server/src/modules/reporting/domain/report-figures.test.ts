import { expect, test } from 'vitest'
import {
  appointmentFigures,
  type CountedAppointments,
  type CountedCalls,
  callFigures,
} from './report-figures.ts'
import { daysOf, lengthOf, periodBefore } from './report-period.ts'

const calls = (count: number, changes: Partial<CountedCalls> = {}): CountedCalls => ({
  from: 'telephone',
  state: 'ended',
  outcome: 'abandoned',
  calls: count,
  ...changes,
})
const appointments = (
  count: number,
  state: CountedAppointments['state'],
  changes: Partial<CountedAppointments> = {},
): CountedAppointments => ({
  state,
  begun: true,
  currency: 'EUR',
  appointments: count,
  priceMinor: count * 1000,
  ...changes,
})

test('the booked share counts connected calls that are over, and nothing else', () => {
  const {
    calls: all,
    booked,
    testCalls,
  } = callFigures([
    calls(3, { outcome: 'booked' }),
    calls(5),
    calls(2, { state: 'failed', outcome: 'failed' }),
    calls(7, { state: 'not_connected' }),
    calls(1, { state: 'ongoing', outcome: 'booked' }),
    calls(9, { from: 'test', outcome: 'booked' }),
  ])
  expect(booked).toEqual({ part: 3, whole: 10, share: 0.3 })
  expect([all, testCalls]).toEqual([18, 9])
})

test('without a call there is no share, and not a share of nothing', () => {
  expect(callFigures([]).booked).toEqual({ part: 0, whole: 0, share: null })
})

test('the share of those who did not come leaves out whom nobody made a note of', () => {
  const {
    noShow,
    unsettled,
    appointments: all,
    cancelled,
  } = appointmentFigures([
    appointments(1, 'no_show'),
    appointments(2, 'completed'),
    appointments(1, 'checked_in'),
    appointments(50, 'cancelled'),
    appointments(20, 'confirmed'),
    appointments(30, 'confirmed', { begun: false }),
  ])
  expect(noShow).toEqual({ part: 1, whole: 4, share: 0.25 })
  expect([unsettled, all, cancelled]).toEqual([20, 54, 50])
})

test('revenue is what came, by currency; what is still to come stands apart', () => {
  const { revenue, expected } = appointmentFigures([
    appointments(2, 'completed'),
    appointments(1, 'checked_in', { currency: 'CHF', priceMinor: 500 }),
    appointments(1, 'no_show'),
    appointments(1, 'cancelled'),
    appointments(4, 'confirmed', { begun: false }),
  ])
  expect(revenue).toEqual([
    { currency: 'EUR', amountMinor: 2000 },
    { currency: 'CHF', amountMinor: 500 },
  ])
  expect(expected).toEqual([{ currency: 'EUR', amountMinor: 4000 }])
})

test('the period before has as many days and ends on the day before', () => {
  const period = { from: Temporal.PlainDate.from('2027-03-01'), to: Temporal.PlainDate.from('2027-03-31') }
  const before = periodBefore(period)
  expect([String(before.from), String(before.to), lengthOf(before)]).toEqual(['2027-01-29', '2027-02-28', 31])
  expect(daysOf({ from: period.from, to: period.from }).map(String)).toEqual(['2027-03-01'])
})
