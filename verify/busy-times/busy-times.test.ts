import { expect, test } from 'vitest'
import { busyTimes } from './busy-times.ts'

test('the busy times of any calendar are those that another library finds', async () => {
  const result = await busyTimes.run({ operations: 200, minutes: null, seed: 20261128 })
  expect(result).toMatchObject({ holds: true, events: 200, different: 0 })
})
