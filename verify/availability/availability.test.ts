import { expect, test } from 'vitest'
import { availability } from './availability.ts'

test('random availability is what minute-by-minute counting finds, explained as it is offered, and bad scenarios are named', async () => {
  const result = await availability.run({ operations: 300, minutes: null, seed: 20261120 })
  expect(result).toMatchObject({ scenarios: 300, different: 0, hostile: 1500, hostile_problems: 0 })
}, 120_000)
