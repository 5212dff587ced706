import { expect, test } from 'vitest'
import { proveCalls } from './calls.ts'

test('no turn of a scripted or random call states a fact without a receipt (failures 67, 68)', async () => {
  const result = await proveCalls({ seed: 7, turns: 100, times: 1, only: 6 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true })
  expect(result.random_turns).toBeGreaterThanOrEqual(100)
}, 120_000)
