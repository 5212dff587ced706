import { expect, test } from 'vitest'
import { contention } from './contention.ts'

test('of those who want places that exclude each other, exactly as many get one as may', async () => {
  const result = await contention.run({ operations: 1000, minutes: null, seed: 20261128 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, deadlocks: 0, attempts: 900 })
}, 180_000)
