import { expect, test } from 'vitest'
import { periodProblem, periodShown, presetsOn } from './report-period.ts'

test('without a choice a report is of four whole weeks that end today', () => {
  expect(periodShown({}, '2027-03-30')).toEqual({ from: '2027-03-03', to: '2027-03-30' })
})

test('last month ends where this one begins', () => {
  const { month, last } = presetsOn('2027-03-30')
  expect([month, last]).toEqual([
    { from: '2027-03-01', to: '2027-03-30' },
    { from: '2027-02-01', to: '2027-02-28' },
  ])
})

test.each([
  ['2027-03-02', '2027-03-01', 'backwards'],
  ['2027-01-01', '2028-01-02', 'tooLong'],
  ['2027-01-01', '2028-01-01', null],
])('from %s to %s: %s', (from, to, problem) => {
  expect(periodProblem({ from, to })).toBe(problem)
})
