import { expect, test } from 'vitest'
import { availability } from './availability.ts'

test('random availability is what minute-by-minute counting finds, and explained as it is offered', async () => {
  const result = await availability.run({ operations: 300, minutes: null, seed: 20261120 })
  expect(result).toMatchObject({ scenarios: 300, different: 0 })
}, 120_000)
