import { expect, test } from 'vitest'
import { proveFaults } from './faults.ts'

test('what a fifth of all requests fails of stands in the calendars once and as it should (failures 47, 58, 59)', async () => {
  const result = await proveFaults({ seed: 7, operations: 24 })
  expect(result.problems).toEqual([])
  expect(result.holds).toBe(true)
  expect(Number(result.failed_requests)).toBeGreaterThan(0)
})
