import { expect, test } from 'vitest'
import { proofOf } from './match-claims.ts'

test('a booking proves that something is booked', () => {
  expect(proofOf('booked', [{ tool: 'book_appointment', status: 'booked' }])).toBe('book_appointment')
})

test('a place that was held, taken or only requested proves no booking', () => {
  for (const [tool, status] of [
    ['hold_slot', 'held'],
    ['book_appointment', 'taken'],
    ['book_appointment', 'requested'],
  ] as const)
    expect(proofOf('booked', [{ tool, status }])).toBeNull()
})

test('a booking and a cancellation together have moved an appointment', () => {
  const booked = { tool: 'book_appointment', status: 'booked' }
  expect(proofOf('moved', [booked, { tool: 'cancel_appointment', status: 'cancelled' }])).toBe(
    'book_appointment',
  )
  expect(proofOf('moved', [booked])).toBeNull()
})

test('a request that a person confirms later is a promise to be told', () => {
  expect(proofOf('callback', [{ tool: 'book_appointment', status: 'requested' }])).toBe('book_appointment')
})
