import { expect, test } from 'vitest'
import type { CallState } from './call.ts'
import { conditionsOf, type FactKind, OUTCOMES, outcomeOf } from './outcome.ts'

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

test('whoever looks for an outcome finds the calls that have it, and no others', () => {
  const states = ['ongoing', 'ended', 'not_connected', 'failed'] as const
  const few = [
    [],
    ['booked'],
    ['wish'],
    ['booked', 'wish'],
    ['callback', 'cancelled'],
    ['emergency'],
  ] as const
  for (const state of states)
    for (const facts of few)
      expect(OUTCOMES.filter(outcome => fits(conditionsOf(outcome), facts, state))).toEqual(
        [outcomeOf(facts, state)].filter(outcome => outcome !== null),
      )
})

const fits = (
  { happened, not, states }: ReturnType<typeof conditionsOf>,
  facts: readonly FactKind[],
  state: CallState,
) =>
  (happened === null || facts.includes(happened)) &&
  !facts.some(fact => not.includes(fact)) &&
  (states?.includes(state) ?? true)
