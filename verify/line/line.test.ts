import { expect, test } from 'vitest'
import { proveLine } from './line.ts'

test('scripted callers get on the telephone what they get in text (failures 67, 68, 69)', async () => {
  const result = await proveLine({ seed: 11, only: 10 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, verify: 'line' })
  expect(result.passed_first).toBeGreaterThanOrEqual(10)
}, 120_000)
