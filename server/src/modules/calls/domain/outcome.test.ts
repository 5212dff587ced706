import { expect, test } from 'vitest'
import { outcomeOf } from './outcome.ts'

test('a committed booking decides, whatever else happened', () => {
  expect(outcomeOf(['callback', 'booked'], 'failed')).toBe('booked')
})

test('a call with nothing committed was abandoned', () => {
  expect(outcomeOf([], 'ended')).toBe('abandoned')
})

test('a call that broke with nothing committed failed', () => {
  expect(outcomeOf([], 'failed')).toBe('failed')
})

test('a call that goes on has no outcome yet', () => {
  expect(outcomeOf([], 'ongoing')).toBeNull()
})
