import { expect, test } from 'vitest'
import { model } from './model.ts'

const OPERATIONS = 1000

test('the product agrees with a model in memory about every hold, booking, move, cancellation and block', async () => {
  const result = await model.run({ operations: OPERATIONS, minutes: null, seed: 2026 })
  expect(result).toMatchObject({ problems: [], holds: true })
})
