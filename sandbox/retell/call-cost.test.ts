import { expect, test } from 'vitest'
import { callCost } from './call-cost.ts'

test('a minute costs eleven and a half US cents', () => {
  expect(callCost(60_000)).toMatchObject({ combined_cost: 11.5, total_duration_seconds: 60 })
})

test('a begun second counts as a whole one', () => {
  expect(callCost(1).total_duration_seconds).toBe(1)
  expect(callCost(1_001).total_duration_seconds).toBe(2)
})

test('the products add up to the whole', () => {
  const { product_costs: products, combined_cost: whole } = callCost(47_300)
  expect(products.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(whole, 6)
})
