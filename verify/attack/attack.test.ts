import { expect, test } from 'vitest'
import { proveAttack } from './attack.ts'

test('whoever asks is answered as the page of permissions says', async () => {
  const result = await proveAttack({ seed: 5, operations: 700 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, requests: 700 })
  expect(result.things_of_others).toBeGreaterThan(10)
}, 120_000)
