import { expect, test } from 'vitest'
import type { CallSummary } from '../../api/contract.ts'
import { localDateOf } from '../../util/local-date.ts'
import { callsByDay } from './calls-by-day.ts'

const call = (id: string, startedAt: string): CallSummary => ({
  id,
  provider_call_id: id,
  provider: 'retell',
  direction: 'inbound',
  from: null,
  to: '+493023125001',
  state: 'ended',
  started_at: startedAt,
  ended_at: startedAt,
  outcome: null,
  customer: null,
})

test('calls stand under the day of the business, newest first as they came', () => {
  const calls = [
    call('c', '2026-11-20T23:10:00Z'),
    call('b', '2026-11-20T22:50:00Z'),
    call('a', '2026-11-20T08:00:00Z'),
  ]
  const days = callsByDay(calls, one => localDateOf(one.started_at, 'Europe/Berlin'))
  expect(days.map(({ day, calls: ofDay }) => [day, ofDay.map(one => one.id)])).toEqual([
    ['2026-11-21', ['c']],
    ['2026-11-20', ['b', 'a']],
  ])
})
