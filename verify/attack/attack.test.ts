import { expect, test } from 'vitest'
import { proveAttack } from './attack.ts'

test('whoever asks is answered as the page of permissions says', async () => {
  const result = await proveAttack({ seed: 5, operations: 400 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, requests: 400 })
  expect(result.things_of_others).toBeGreaterThan(5)
}, 300_000)
