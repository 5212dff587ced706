import { expect, test } from 'vitest'
import { scheduleOf } from './faults.ts'
import { proveTorture } from './torture.ts'

test('what was answered is there once, and nothing else, after kills, cuts and jumps of the clock', async () => {
  const result = await proveTorture({ seed: 20261128, faults: 6, everyMs: 1000 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({
    holds: true,
    faults: {
      kill_app: 1,
      kill_database: 1,
      kill_both: 1,
      cut_database: 1,
      cut_clients: 1,
      jump_clock: 1,
    },
  })
  expect(result.appointments).toBeGreaterThan(0)
}, 180_000)

test('the same seed brings the same faults at the same times, another one others', () => {
  const plan = { faults: 60, everyMs: 5000 }
  expect(scheduleOf(7, plan)).toEqual(scheduleOf(7, plan))
  expect(scheduleOf(8, plan)).not.toEqual(scheduleOf(7, plan))
})
