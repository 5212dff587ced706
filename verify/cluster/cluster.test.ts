import { expect, test } from 'vitest'
import { provesCluster } from './cluster.ts'

test('Two web and two worker processes on one database lose nothing when each is killed once', async () => {
  const result = await provesCluster({ operations: 24, minutes: null, seed: 1 })
  expect(result).toMatchObject({ holds: true, kills: 4, events_lost: 0, appointments_lost: 0 })
  expect(result.acknowledged_appointments).toBe(26)
  expect(result.without_faults).toMatchObject({
    jobs_repeated: 0,
    jobs_not_done_once: 0,
    schedule_times_not_run_once: 0,
  })
  expect(result.under_kills).toMatchObject({ jobs_not_done_once: 0, schedule_times_not_run_once: 0 })
}, 180_000)
