import { expect, test } from 'vitest'
import { proveLostEvents } from './lost-events.ts'

test('every call has its true outcome, duration and cost after Retell was asked (failures 9, 17, 18)', async () => {
  const result = await proveLostEvents({ seed: 20, calls: 20 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ holds: true, calls: 20 })
  expect(Number(result.untrue_before)).toBeGreaterThan(0)
})
