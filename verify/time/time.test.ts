import { expect, test } from 'vitest'
import { time } from './time.ts'

test('spoken times are understood as meant, and whatever is said has an answer', async () => {
  const result = await time.run({ operations: 1000, minutes: null, seed: 20261120 })
  expect(result).toMatchObject({ spoken: 1000, misunderstood: 0, phrases: 10_000, wrong: 0 })
}, 120_000)
