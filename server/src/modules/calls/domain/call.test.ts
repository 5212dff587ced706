import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASSUMED_END, type CallReport, type KnownCall, mergeReport } from './call.ts'

const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(1_795_168_800_000 + second * 1000)
const fresh: KnownCall = { state: 'ongoing', startedAt: at(60), endedAt: null, disconnectionReason: null }
const started: CallReport = { startedAt: at(0) }
const ended: CallReport = {
  state: 'ended',
  startedAt: at(0),
  endedAt: at(50),
  disconnectionReason: 'user_hangup',
}
const analyzed: CallReport = { ...ended, analysis: { call_summary: 'x' } }

const afterAll = (reports: readonly CallReport[]) => reports.reduce(mergeReport, fresh)

test('a call is the same in whatever order its events arrive, doubled or not', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([started, ended, analyzed, started, ended, analyzed], { minLength: 6 }),
      reports => {
        expect(afterAll(reports)).toEqual(afterAll([started, ended, analyzed]))
      },
    ),
  )
})

test('a late call_started does not reopen a call that ended', () => {
  expect(afterAll([ended, started]).state).toBe('ended')
})

test('call_analyzed alone ends the call as well', () => {
  expect(afterAll([analyzed])).toMatchObject({ state: 'ended', endedAt: at(50) })
})

test('a call that never connected is not a call that ended', () => {
  expect(afterAll([{ state: 'not_connected', disconnectionReason: 'dial_no_answer' }, ended]).state).toBe(
    'not_connected',
  )
})

test('an end that the timer assumed gives way to the one that is told, and stays without one', () => {
  const assumed = { state: 'ended', endedAt: at(7800), disconnectionReason: ASSUMED_END } as const
  expect(afterAll([started, assumed, analyzed])).toEqual(afterAll([started, analyzed]))
  expect(afterAll([assumed, started]).disconnectionReason).toBe(ASSUMED_END)
})
